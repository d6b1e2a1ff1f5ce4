import type { Change, HttpMessage } from '#contract/exchange.ts'
import type { Json } from '#contract/scim/resource.ts'
import type { StoredExchange } from '../../storage/storedExchange.ts'
import { aliasBody, type BodyContext } from './aliasBody.ts'
import { aliasPath } from './aliasPath.ts'
import { aliasAttribute } from './aliasResource.ts'
import { aliasTarget, kindOf } from './aliasTarget.ts'
import { createTextAliaser } from './aliasText.ts'
import { aliasId, hidden, isOwnId } from './context.ts'
import type { Namer, Person } from './persons.ts'

/** What of an exchange is walked through by its structure; sentences come after it. */
type Parts = Pick<StoredExchange, 'target' | 'resourceId' | 'resourceName' | 'request' | 'response' | 'changes' | 'notKept'>

/** The first walk: learns which values are whose. */
export function meetPersons(exchange: StoredExchange, meeting: Namer): void {
  walkThrough(exchange, { ...record(meeting), aliasDetail: (text) => text })
}

/**
 * The second walk: the exchange with an alias in the place of every personal value. Ids of ours, groups, and what is known to say nothing of
 * a person stay.
 */
export function aliasExchange(exchange: StoredExchange, naming: Namer): StoredExchange {
  const recorded = record(naming)
  const { aliasSentence, aliasDetail } = createTextAliaser(recorded.known, recorded.namer)
  const parts = walkThrough(exchange, { ...recorded, aliasDetail })
  return {
    ...exchange,
    ...parts,
    sentence: aliasSentence(exchange.sentence),
    detail: exchange.detail === null ? null : aliasDetail(exchange.detail),
  }
}

interface Recorded {
  /** Tells what it is asked to the two below. */
  readonly namer: Namer
  /** Values with what stands for them, for the sentences. */
  readonly known: Map<string, string>
  /** Who is called so. */
  readonly called: Map<string, Person>
}

interface Walk extends Recorded {
  readonly aliasDetail: (text: string) => string
}

function record({ personOf, alias }: Namer): Recorded {
  const known = new Map<string, string>()
  const called = new Map<string, Person>()
  const namer: Namer = {
    personOf,
    alias: (value, about) => {
      const given = alias(value, about)
      known.set(value, given)
      if (about.label === 'displayName' && about.person !== null) called.set(value, about.person)
      return given
    },
  }
  return { namer, known, called }
}

function walkThrough(exchange: StoredExchange, walk: Walk): Parts {
  const { namer } = walk
  const kind = exchange.resourceType ?? kindOf(exchange.target) ?? 'User'
  const id = exchange.resourceId !== null && isOwnId(exchange.resourceId) ? exchange.resourceId : undefined
  const isDone = exchange.status >= 200 && exchange.status < 400
  const context: BodyContext = { namer, kind, id, isDone, isReply: false, aliasDetail: walk.aliasDetail }
  const target = aliasTarget(exchange.target, namer)
  const request = aliasMessage(exchange.request, context)
  const resourceName = exchange.resourceName === null ? null : aliasResourceName(exchange.resourceName, context, walk)
  const changes = exchange.changes.map((change) => aliasChange(change, context, walk))
  rememberPath(exchange.request.line, request.line, walk.known)
  return {
    target,
    resourceId: exchange.resourceId === null ? null : aliasId(exchange.resourceId, namer),
    resourceName,
    request,
    // Behind the request, since it quotes what was sent.
    response:
      isDone && isDiscovery(exchange.route) ? exchange.response : aliasMessage(exchange.response, { ...context, isReply: true }),
    changes,
    notKept: exchange.notKept.map((path) => aliasPath(path, { namer, kind, person: null })),
  }
}

/** What is answered there is the same for everybody. */
const isDiscovery = (route: string) => /^\/(?:Schemas|ResourceTypes|ServiceProviderConfig)(?:\/|$)/.test(route)

function aliasMessage(message: HttpMessage, context: BodyContext): HttpMessage {
  const { namer } = context
  return {
    line: message.line.replace(/^(\S+ )(.+)( HTTP\/[\d.]+)$/s, (_, method: string, target: string, version: string) =>
      [method, aliasTarget(target, namer), version].join(''),
    ),
    headers: message.headers.map(([name, value]) => [name, aliasTarget(value, namer)]),
    body: message.body === null ? null : aliasBodyText(message.body, context),
    sizeBytes: message.sizeBytes,
  }
}

/** null where the text is no JSON: nothing tells where in it a person is named. */
function aliasBodyText(text: string, context: BodyContext): string | null {
  let body: Json
  try {
    body = JSON.parse(text)
  } catch {
    return null
  }
  return JSON.stringify(aliasBody(body, context))
}

/** A group keeps its name, which sentences tell. */
function aliasResourceName(name: string, { namer, kind, id }: BodyContext, { known }: Walk): string {
  if (kind === 'Group') return name
  const alias = known.get(name)
  if (alias !== undefined) return alias
  const label = name.includes('@') ? 'login' : 'displayName'
  return namer.alias(name, { label, person: id === undefined ? null : namer.personOf({ id }) })
}

/** Of a bulk request the resource's name stands in front: "Maya Lindqvist: title". */
function aliasChange(change: Change, { namer, kind, id }: BodyContext, { known, called }: Walk): Change {
  const [, name, path = change.attribute] = /^(.*): (.*)$/s.exec(change.attribute) ?? []
  const own = kind === 'Group' || id === undefined ? null : namer.personOf({ id })
  const person = name === undefined ? own : (called.get(name) ?? null)
  const context = { namer, kind, person }
  const front = name === undefined ? '' : `${known.get(name) ?? hidden}: `
  return {
    kind: change.kind,
    attribute: `${front}${aliasPath(path, context)}`,
    ...(change.before !== undefined && { before: aliasAttribute(change.before, path, context) }),
    ...(change.after !== undefined && { after: aliasAttribute(change.after, path, context) }),
  }
}

/** A sentence tells the path of a request that meant nothing. */
function rememberPath(line: string, aliased: string, known: Map<string, string>): void {
  const [path, alias] = [line, aliased].map((one) => (one.split(' ')[1] ?? '').split('?')[0] ?? '')
  if (path !== undefined && alias !== undefined && path !== alias) known.set(path, alias)
}
