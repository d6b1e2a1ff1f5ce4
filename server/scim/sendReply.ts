import type { Response } from 'express'
import type { Reply, Spoilt, WrittenReply } from '../monitor/arrival.ts'

/** The media type of every reply with a body (RFC 7644 §3.1). */
export const scimMediaType = 'application/scim+json; charset=utf-8'

/** Sends a reply whose exchange has been taken down. */
export function sendReply(res: Response, reply: WrittenReply): void {
  if (res.headersSent || res.destroyed) return void res.destroy()
  if (reply.spoilt) {
    sendSpoilt(res, reply, reply.spoilt)
    return
  }
  const { status, headers, text } = reply
  if (text === null) return void res.writeHead(status, headers).end()
  res.writeHead(status, { ...headers, 'Content-Type': scimMediaType, 'Content-Length': Buffer.byteLength(text) }).end(text)
}

/** No SCIM JSON, because an armed fault wants it so. */
function sendSpoilt(res: Response, { headers }: Reply, spoilt: Spoilt): void {
  if (!('text' in spoilt)) return void res.destroy()
  if (spoilt.kind === 'truncated') res.set(headers)
  res.status(spoilt.status).set('Content-Type', spoilt.mediaType).end(spoilt.text)
}
