import { z } from 'zod'

/** HAR 1.2 (http://www.softwareishard.com/blog/har-12-spec/): what is there must be of the format, but for names with an underscore. */
const object = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z
    .object(shape)
    .catchall(z.unknown())
    .superRefine((value, context) => {
      for (const name of Object.keys(value)) {
        if (!(name in shape) && !name.startsWith('_')) context.addIssue({ code: 'custom', message: `HAR knows no ${name}.` })
      }
    })

const comment = z.string().optional()
const pair = object({ name: z.string(), value: z.string(), comment })
const duration = z.number().min(-1)

const request = object({
  method: z.string().min(1),
  url: z.url(),
  httpVersion: z.string(),
  cookies: z.array(z.never()),
  headers: z.array(pair),
  queryString: z.array(pair),
  postData: object({ mimeType: z.string(), params: z.array(z.never()), text: z.string(), comment }).optional(),
  headersSize: z.int().min(-1),
  bodySize: z.int().min(-1),
  comment,
})
const response = object({
  status: z.int().min(0),
  statusText: z.string(),
  httpVersion: z.string(),
  cookies: z.array(z.never()),
  headers: z.array(pair),
  content: object({ size: z.int(), mimeType: z.string(), text: z.string().optional(), comment }),
  redirectURL: z.string(),
  headersSize: z.int().min(-1),
  bodySize: z.int().min(-1),
  comment,
})
const entry = object({
  startedDateTime: z.iso.datetime(),
  time: z.number().min(0),
  request,
  response,
  cache: object({}),
  timings: object({ send: duration, wait: duration, receive: duration }),
  comment,
  _connection: z.string().nullable(),
  _action: z.string(),
  _sentence: z.string(),
  _pinned: z.boolean(),
  _colour: z.string().nullable(),
})

/** A whole file, whose entries stand in order of time. */
export const Har = object({
  log: object({
    version: z.literal('1.2'),
    creator: object({ name: z.string(), version: z.string(), comment }),
    pages: z.array(z.never()),
    entries: z.array(entry),
    comment,
  }),
})
