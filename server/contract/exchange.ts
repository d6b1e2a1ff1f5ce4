import { z } from 'zod'
import { IgnoredCause } from './ignoredCause.ts'
import { Moves } from './member.ts'
import { Caller } from './provider.ts'
import { JsonValue } from './scim/resource.ts'

/** What an exchange meant, whether or not it succeeded; `unknown` where it could not be read. */
export const Action = z.enum([
  'created',
  'updated',
  'archived',
  'restored',
  'deleted',
  'groupChanged',
  'lookedUp',
  'tested',
  'discovered',
  'unknown',
])
export type Action = z.infer<typeof Action>

/**
 * How a request fails on purpose. A status, and `html` (a page such as a proxy's), are answered in place of the work: nothing is
 * changed. `delay` holds the request, then does it. `cut` and `truncated` (JSON that ends early) spoil the reply alone: the work is
 * done, and only the caller does not know.
 */
export const FaultKind = z.enum(['401', '403', '404', '409', '429', '500', '503', 'delay', 'cut', 'truncated', 'html'])
export type FaultKind = z.infer<typeof FaultKind>

/** What a mark's colour may be; what it means is the user's. */
export const MarkColour = z.enum(['red', 'amber', 'green', 'blue'])
export type MarkColour = z.infer<typeof MarkColour>

/** What the user said of an exchange. */
export const ExchangeMark = z.object({
  /** Neither cleared nor removed by age, count or size. */
  pinned: z.boolean(),
  colour: MarkColour.nullable(),
  note: z.string().min(1).max(500).nullable(),
})
export type ExchangeMark = z.infer<typeof ExchangeMark>

/** One request with its reply, as a line of the activity list: no headers, no bodies, at most 600 bytes as JSON. */
export const ExchangeSummary = z.object({
  id: z.int(),
  /** ISO 8601, UTC. */
  receivedAt: z.string(),
  durationMs: z.number(),
  method: z.string(),
  /** What follows `/{connection}/scim/v2`, with its query, secrets masked, cut at 120 characters. */
  target: z.string(),
  /** 0 where the caller went away before a reply. */
  status: z.int(),
  scimType: z.string().nullable(),
  action: Action,
  /** "Okta created Maya Lindqvist". */
  sentence: z.string(),
  caller: Caller,
  /** The last four characters of the known token that matched; null where none did. */
  tokenLastFour: z.string().nullable(),
  resourceType: z.enum(['User', 'Group']).nullable(),
  resourceId: z.string().nullable(),
  /** Names the explanation, for a failed or odd exchange. */
  explanationId: z.string().nullable(),
  /** The run of the simulator that sent it; null for a real one. */
  simulation: z.string().nullable(),
  /** How many rules of the RFC were bent to answer it. */
  toleranceCount: z.int(),
  /** The armed fault that it met; it counts as no failure then, and proves nothing. */
  fault: FaultKind.nullable(),
  /** With the beginning of the note; left out where nobody marked it. */
  mark: ExchangeMark.optional(),
  /** Keys of the learner or group that it was about, with a space between them; requests about the same one share a key. */
  subjectKeys: z.string().nullable(),
})
export type ExchangeSummary = z.infer<typeof ExchangeSummary>

/** A line, headers and a body, as they went over the wire, secrets masked. */
export const HttpMessage = z.object({
  /** `POST /default/scim/v2/Users HTTP/1.1`, or `HTTP/1.1 201 Created`. */
  line: z.string(),
  headers: z.array(z.tuple([z.string(), z.string()])),
  /** The text as it was sent, with secrets masked; null where there was none or it was not kept. */
  body: z.string().nullable(),
  /** Of the body, in bytes, before masking. */
  sizeBytes: z.int(),
})
export type HttpMessage = z.infer<typeof HttpMessage>

/** One attribute of a resource before and after. `attribute` is a path such as `name.familyName` or `emails[type eq "work"].value`, of a bulk request behind the resource's name. */
export const Change = z.object({
  kind: z.enum(['added', 'removed', 'replaced']),
  attribute: z.string(),
  before: JsonValue.optional(),
  after: JsonValue.optional(),
})
export type Change = z.infer<typeof Change>

/** A rule of the RFC that was bent, and why. */
export const UsedTolerance = z.object({ name: z.string(), reason: z.string() })
export type UsedTolerance = z.infer<typeof UsedTolerance>

/** The catalogue entry that fits a failed or odd exchange. */
export const Explanation = z.object({
  id: z.string(),
  /** A headline without a full stop: "The word Bearer stands twice". */
  title: z.string(),
  happened: z.string(),
  /** What it means for provisioning. */
  meaning: z.string(),
  /** "You, in Okta". */
  who: z.string(),
  /** What to click, in order, in the provider's own labels. */
  steps: z.array(z.string()),
  /** The provider's own page about it; null where it has none, or is not known. */
  documentation: z.object({ title: z.string(), url: z.string() }).nullable(),
})
export type Explanation = z.infer<typeof Explanation>

/** Why a request was not let in. */
export const RefusedCredential = z.enum([
  'missing',
  'noScheme',
  'wrongScheme',
  'doubledScheme',
  'quoted',
  'containsSpace',
  'empty',
  'cut',
  'revoked',
  'expired',
  'otherConnection',
  'unknown',
])
export type RefusedCredential = z.infer<typeof RefusedCredential>

/** All of an exchange, for the detail pane. */
export const ExchangeDetail = z.object({
  summary: ExchangeSummary,
  connection: z.string().nullable(),
  request: HttpMessage,
  response: HttpMessage,
  /** The label of the token that matched. */
  tokenLabel: z.string().nullable(),
  refusedCredential: RefusedCredential.nullable(),
  changes: z.array(Change),
  /** Members are told apart from other attributes: there may be very many. */
  moves: Moves,
  /** True for a successful write that changed no attribute. */
  changedNothing: z.boolean(),
  /** Attribute paths that were sent and not stored. */
  notKept: z.array(z.string()),
  tolerances: z.array(UsedTolerance),
  explanation: Explanation.nullable(),
  /** null: nobody marked it. */
  mark: ExchangeMark.nullable(),
})
export type ExchangeDetail = z.infer<typeof ExchangeDetail>

/** A time in any zone, read as the times of exchanges are written: UTC, with milliseconds. */
const Moment = z.iso.datetime({ offset: true }).transform((time) => new Date(time).toISOString())

/** What the activity list is narrowed to. All given conditions must hold. */
export const ExchangeFilter = z.object({
  /** Writes: created, updated, archived, restored, deleted, groupChanged. Failures: status 0 or ≥ 400, faults on purpose apart. */
  show: z.enum(['all', 'writes', 'failures']).default('all'),
  action: Action.optional(),
  method: z.string().optional(),
  /** An exact status, such as 409. */
  status: z.coerce.number().int().optional(),
  /** Who called; `unknown`: nothing told who. */
  caller: Caller.optional(),
  /** Only exchanges that touched this resource. */
  resourceId: z.string().optional(),
  /** Only exchanges of this cause (see `ErrorGroup.key`). */
  group: z.string().optional(),
  simulated: z.enum(['yes', 'no']).optional(),
  /** Pinned, with a note, or of one colour. */
  mark: z.enum(['pinned', 'noted', ...MarkColour.options]).optional(),
  /** Only exchanges that this token let in. */
  token: z.coerce.number().int().optional(),
  /** Received at this time or later; ISO 8601, UTC. */
  since: Moment.optional(),
  /** Received before this time. */
  until: Moment.optional(),
  /** Words, each from its beginning: all occur in the sentence, the target, the headers or the bodies, whatever their case and accents. */
  text: z.string().optional(),
  /** Only these exchanges: their ids, with commas between. */
  ids: z
    .string()
    .max(6000)
    .regex(/^\d{1,15}(,\d{1,15})*$/)
    .optional(),
})
export type ExchangeFilter = z.infer<typeof ExchangeFilter>

/** Newest first. `hasMore` says that older ones match too; `total` counts all that match. */
export const ExchangePage = z.object({
  exchanges: z.array(ExchangeSummary),
  hasMore: z.boolean(),
  total: z.int(),
})
export type ExchangePage = z.infer<typeof ExchangePage>

/** How many requests arrived in each stretch of a time, oldest first. */
export const Density = z.object({
  /** Of the first stretch; ISO 8601, UTC. */
  since: z.string(),
  stretchSeconds: z.int(),
  stretches: z.array(z.object({ count: z.int(), failed: z.int() })),
})
export type Density = z.infer<typeof Density>

/** One cause of failures, with how often it happened. */
export const ErrorGroup = z.object({
  /** Stable over time: the explanation with method, route, status and scimType. */
  key: z.string(),
  title: z.string(),
  method: z.string(),
  /** `/Users/{id}`. */
  route: z.string(),
  status: z.int(),
  scimType: z.string().nullable(),
  count: z.int(),
  /** How many different learners it touched. */
  learnerCount: z.int(),
  firstAt: z.string(),
  lastAt: z.string(),
  lastExchangeId: z.int(),
  /** When the same thing succeeded after the last failure; null while it has not. */
  recoveredAt: z.string().nullable(),
  simulated: z.boolean(),
  ignored: IgnoredCause.nullable(),
  explanation: Explanation,
})
export type ErrorGroup = z.infer<typeof ErrorGroup>

/** What several exchanges show together, where each of them alone may look right; or what none shows. */
export const Finding = z.object({
  /** Stable over time: the pattern and who is concerned. */
  key: z.string(),
  explanation: Explanation,
  /** How many exchanges show it, as far back as is looked: the newest hundreds. */
  count: z.int(),
  /** The newest of them, at most five, newest first. */
  exchanges: z.array(ExchangeSummary),
  /** Only the simulator shows it. */
  simulated: z.boolean(),
  /** Of all of them, newest first. */
  exchangeIds: z.array(z.int()),
  ignored: IgnoredCause.nullable(),
})
export type Finding = z.infer<typeof Finding>

/** All causes, and what "none" would mean. */
export const ErrorLog = z.object({
  /** Most urgent first: open ones, then by how recent they are, then by how many learners they touched. */
  groups: z.array(ErrorGroup),
  /** Requests that the log covers. */
  exchangeCount: z.int(),
  /** Of the oldest exchange; null where nothing has arrived. */
  since: z.string().nullable(),
})
export type ErrorLog = z.infer<typeof ErrorLog>

/** What a clearing of the list takes: all that is in it but the pinned ones. */
export const Clearing = z.object({
  /** How many go. */
  count: z.int(),
  /** How many are pinned and stay. */
  pinnedCount: z.int(),
  /** The newest exchange that it takes; what arrives later stays. */
  upTo: z.int(),
})
export type Clearing = z.infer<typeof Clearing>

/** How much is stored of a connection. */
export const StoredAmount = z.object({
  count: z.int(),
  sizeBytes: z.int(),
  /** When the oldest arrived; null where nothing is stored. */
  oldestAt: z.string().nullable(),
  pinnedCount: z.int(),
})
export type StoredAmount = z.infer<typeof StoredAmount>
