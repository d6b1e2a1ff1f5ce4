import { STATUS_CODES } from 'node:http'
import type { Change, HttpMessage } from '#contract/exchange.ts'
import { listHiddenValues } from '../protocol/hiddenValues.ts'
import { isObject } from '../protocol/json.ts'
import { getResourceType } from '../protocol/schemas/resourceTypes.ts'
import type { Service } from '../service.ts'
import type { NewExchange } from '../storage/storedExchange.ts'
import type { Arrival, Reply, WrittenReply } from './arrival.ts'
import { findBulkDetail, hasChangedNothing, listBulkChanges, listBulkNotKept, listBulkValues } from './bulk.ts'
import { compareAttributes } from './changes.ts'
import { describe } from './describe.ts'
import { findExplanation } from './explain.ts'
import { createMasker, type Masker } from './mask.ts'
import type { Observation, Target } from './observation.ts'
import { toSubjectKeys } from './subjectKeys.ts'
import { readTarget } from './target.ts'
import { toSentStatus, toSpoiltMessage } from './toSpoiltMessage.ts'
import { toTouches } from './touches.ts'

/** A reply longer than this is not kept, only its size: a page of a thousand resources would fill the database. In characters. */
const maxKeptReply = 256 * 1024
/** Of a request that nobody let in. */
const maxKeptStranger = 4 * 1024

/** A request that has its reply. */
export interface Answered {
  readonly arrival: Arrival
  readonly reply: WrittenReply
  /** By the same clock as `startedMs`. */
  readonly endedMs: number
}

/** What is stored of an exchange at its end: masked, described and explained. */
export function toNewExchange(service: Service, { arrival, reply, endedMs }: Answered): NewExchange {
  const masker = createMasker(listSecrets(service, arrival))
  const isAborted = arrival.malformed === 'aborted'
  const place = readTarget(arrival.method, arrival.segments ?? [])
  const url = masker.maskTarget(arrival.url)
  const observation = toObservation(arrival, { reply, masker, url, target: place.target, status: isAborted ? 0 : reply.status })
  const { action, sentence, resourceName } = describe(observation)
  const { route, resourceType, resourceId } = place
  const { before, after, resource, notKept } = arrival.notes
  const isWrite = reply.status < 300 && after !== null
  const { bulk } = arrival.notes
  const changes = bulk ? listBulkChanges(bulk) : isWrite ? compareAttributes(before, after) : []
  const members = arrival.notes.members ?? { added: 0, removed: 0 }

  return {
    connectionId: arrival.connection?.id ?? null,
    receivedAt: arrival.receivedAt,
    durationMs: Math.round((endedMs - arrival.startedMs) * 100) / 100,
    method: arrival.method,
    target: toTarget(arrival, { url, masker }),
    route: arrival.segments === null ? 'elsewhere' : route,
    status: toSentStatus(reply, observation.status),
    scimType: observation.scimType,
    action,
    sentence: masker.maskText(sentence),
    caller: arrival.caller,
    tokenId: arrival.token?.id ?? null,
    tokenLastFour: arrival.tokenLastFour,
    refusedCredential: arrival.refusedCredential,
    resourceType: resource?.type ?? resourceType,
    resourceId: resource?.id ?? (resourceId === null ? null : masker.maskText(resourceId)),
    resourceName: resourceName === null ? null : masker.maskText(resourceName),
    explanationId: findExplanation(observation),
    simulation: arrival.simulation === null ? null : masker.maskText(arrival.simulation),
    fault: arrival.fault?.kind ?? null,
    subjectKeys: toSubjectKeys(observation, resource?.id ?? resourceId),
    tolerances: [...arrival.tolerances.values()],
    request: toRequestMessage(arrival, { url, masker }),
    response: toResponseMessage(reply, { masker, isAborted }),
    changes: changes.map((change) => maskChange(change, masker)),
    changedNothing: bulk ? hasChangedNothing(bulk) : isWrite && changes.length === 0 && members.added + members.removed === 0,
    notKept: (bulk ? listBulkNotKept(bulk) : notKept).map(masker.maskText),
    ...toTouches(observation, { action, notes: arrival.notes, resourceId: resource?.id ?? resourceId, masker }),
    detail: observation.detail,
  }
}

/** Whatever was presented, also where the request ended before anybody looked at it, and values that are never returned. */
function listSecrets(service: Service, arrival: Arrival): string[] {
  const { rawHeaders, presentedSecret } = arrival
  const headers = rawHeaders.filter(
    (_value, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === 'authorization',
  )
  return [...headers, presentedSecret, service.settings.environmentToken, ...listHidden(arrival)].filter(
    (secret) => typeof secret === 'string',
  )
}

/** As they were sent, and as they were before. */
function listHidden({ body, connection, notes }: Arrival): string[] {
  if (!connection || connection.extensions.length === 0) return []
  const type = getResourceType('User', connection.extensions)
  const { before, after, bulk } = notes
  const ofBulk = bulk ? listBulkValues(bulk) : []
  return [body, before, after, ...ofBulk].flatMap((value) => listHiddenValues(value, type))
}

function maskChange(change: Change, { maskJson, maskText }: Masker): Change {
  const { kind, attribute, before, after } = change
  return {
    kind,
    attribute: maskText(attribute),
    ...(before !== undefined && { before: maskJson(before) }),
    ...(after !== undefined && { after: maskJson(after) }),
  }
}

/** What follows `/{connection}/scim/v2`; the whole path where it is not of that form. */
function toTarget({ connection, segments }: Arrival, { url, masker }: { url: string; masker: Masker }): string {
  if (connection === null || segments === null) return url
  const query = url.indexOf('?')
  const path = masker.maskTarget(`/${segments.map(encodeURIComponent).join('/')}`)
  return query === -1 ? path : path + url.slice(query)
}

function toObservation(
  arrival: Arrival,
  { reply, masker, url, target: placed, status }: { reply: Reply; masker: Masker; url: string; target: Target; status: number },
): Observation {
  const [path = ''] = url.split('?', 1)
  const told = readReply(reply)
  const target: Target = arrival.segments === null ? { kind: 'other' } : placed
  const body = toMaskedBody(arrival, masker)
  const detail = told.detail ?? findBulkDetail(arrival.notes.bulk)
  return {
    connection: arrival.connection && { slug: arrival.connection.slug, provider: arrival.connection.provider },
    method: arrival.method,
    path,
    target,
    query: target.kind === 'search' && arrival.method === 'POST' ? toSearchQuery(body) : masker.maskQuery(arrival.query),
    body,
    malformed: arrival.malformed,
    credential: toCredential(arrival),
    caller: arrival.caller,
    status,
    scimType: told.scimType,
    detail: detail === null ? null : masker.maskText(detail),
    reason: arrival.notes.reason,
    totalResults: told.totalResults,
    before: arrival.notes.before,
    after: arrival.notes.after,
    members: arrival.notes.members,
    switchedOff: arrival.notes.switchedOff,
    externalIdRepeated: arrival.notes.externalIdRepeated,
    bulk: arrival.notes.bulk,
    simulation: arrival.simulation,
    fault: arrival.fault,
  }
}

/** What a query by POST asks, as it would stand in a URL. */
export function toSearchQuery(body: Observation['body']): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(isObject(body) ? body : {}).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[name, `${value}`]] : [],
    ),
  )
}

/** Most bodies hold no password and no secret, which their text tells sooner than a walk through all of their values. */
function toMaskedBody({ body, bodyText }: Arrival, { isClean, maskJson }: Masker): Observation['body'] {
  return body === undefined || (bodyText !== null && isClean(bodyText)) ? body : maskJson(body)
}

function toCredential({ token, refusedCredential, isTokenEnding }: Arrival): Observation['credential'] {
  if (refusedCredential !== null) return { kind: 'refused', why: refusedCredential }
  return token === null ? { kind: 'notNeeded' } : { kind: 'accepted', tokenKind: token.kind, ending: isTokenEnding }
}

/** What the sentences and explanations need of a reply: an error's words, or how much a query found. */
function readReply({ body }: Reply): { scimType: string | null; detail: string | null; totalResults: number | null } {
  const told = body !== null && typeof body === 'object' && !Array.isArray(body) ? body : {}
  const read = (name: string) => (name in told ? Reflect.get(told, name) : undefined)
  const [scimType, detail, totalResults] = [read('scimType'), read('detail'), read('totalResults')]
  return {
    scimType: typeof scimType === 'string' ? scimType : null,
    detail: typeof detail === 'string' ? detail : null,
    totalResults: typeof totalResults === 'number' ? totalResults : null,
  }
}

function toRequestMessage(arrival: Arrival, { url, masker }: { url: string; masker: Masker }): HttpMessage {
  const isStranger = arrival.token === null
  const text = arrival.bodyText
  const isKept = text !== null && (!isStranger || text.length <= maxKeptStranger)
  return {
    line: `${arrival.method} ${url} HTTP/${arrival.httpVersion}`,
    headers: masker.maskHeaders(arrival.rawHeaders),
    body: isKept ? masker.maskBody(text, arrival.body) : null,
    sizeBytes: arrival.bodySizeBytes,
  }
}

function toResponseMessage(reply: WrittenReply, { masker, isAborted }: { masker: Masker; isAborted: boolean }): HttpMessage {
  if (isAborted) return { line: 'No reply: the caller went away', headers: [], body: null, sizeBytes: 0 }
  if (reply.spoilt) return toSpoiltMessage(reply, reply.spoilt, masker)
  const { text } = reply
  const contentType: [string, string][] = text === null ? [] : [['Content-Type', 'application/scim+json; charset=utf-8']]
  return {
    line: `HTTP/1.1 ${reply.status} ${STATUS_CODES[reply.status] ?? ''}`.trimEnd(),
    headers: [...contentType, ...Object.entries(reply.headers)],
    body: text === null || text.length > maxKeptReply ? null : masker.maskBody(text, reply.body),
    sizeBytes: text === null ? 0 : Buffer.byteLength(text),
  }
}
