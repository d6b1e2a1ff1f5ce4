import type { Json, JsonObject } from '#contract/scim/resource.ts'
import { urns } from '#contract/scim/urns.ts'
import { isList, isObject } from '../protocol/json.ts'

/** What the monitor writes in place of a secret; it is nobody's example. */
const mask = '•••'
const maxExampleLength = 60

/** Attributes that say nothing about the provider's mappings. */
const unmapped = new Set(['schemas', 'meta', 'id'])

/** One attribute as it was sent. */
export interface SentAttribute {
  /** As it was written. */
  readonly attribute: string
  /** As short text; null where it is secret. */
  readonly example: string | null
  /** It was sent with nothing in it. */
  readonly isEmpty: boolean
}

/** By path in lower case: `name.givenname`, `emails[type eq "work"].value`, a URN and the attribute for an extension. */
export type SentAttributes = ReadonlyMap<string, SentAttribute>

/**
 * The attributes that a create, a replace or a patch sends. What a patch removes is not among them.
 *
 * @param body the request's body as text
 * @param extensions URNs of extensions, in lower case, whose attributes stand behind a colon
 */
export function readSentAttributes(method: string, body: string | null, extensions: ReadonlySet<string>): SentAttributes {
  const sent: Sent = { attributes: new Map(), extensions }
  const value = parse(body)
  if (!isObject(value)) return sent.attributes
  if (method === 'PATCH') addOperations(sent, value)
  else addMembers(sent, value)
  return sent.attributes
}

function parse(body: string | null): Json | undefined {
  try {
    // JSON.parse makes nothing but Json.
    return JSON.parse(body ?? 'null') as Json
  } catch {
    // A body that was kept cut or masked proves no attribute.
    return undefined
  }
}

interface Sent {
  readonly attributes: Map<string, SentAttribute>
  readonly extensions: ReadonlySet<string>
}

function addOperations(sent: Sent, body: JsonObject): void {
  const operations = Object.entries(body).find(([name]) => name.toLowerCase() === 'operations')?.[1]
  if (!isList(operations)) return
  for (const operation of operations.filter(isObject)) {
    const { op, path, value } = operation
    if ((typeof op === 'string' && op.toLowerCase() === 'remove') || value === undefined) continue
    if (typeof path === 'string') addValue(sent, path, value)
    else if (isObject(value)) addMembers(sent, value)
  }
}

/** The members of a resource; a key may itself be a path, as Entra ID writes it (`name.familyName`). */
function addMembers(sent: Sent, resource: JsonObject): void {
  for (const [name, value] of Object.entries(resource)) addValue(sent, name, value)
}

function addValue(sent: Sent, path: string, value: Json): void {
  if (unmapped.has(path.toLowerCase())) return
  if (value === null || value === '') {
    const key = toKey(path)
    if (!sent.attributes.has(key)) sent.attributes.set(key, { attribute: toPlain(path), example: null, isEmpty: true })
  } else if (isList(value)) {
    for (const one of value) addValue(sent, isObject(one) ? toTypedPath(path, one) : path, one)
  } else if (isObject(value)) {
    const separator = isExtension(sent, path) ? ':' : '.'
    for (const [name, member] of Object.entries(value)) addValue(sent, `${path}${separator}${name}`, member)
  } else {
    sent.attributes.set(toKey(path), { attribute: toPlain(path), example: toExample(String(value)), isEmpty: false })
  }
}

function toTypedPath(path: string, { type }: JsonObject): string {
  return typeof type === 'string' ? `${path}[type eq "${type}"]` : path
}

/** `urn:...:2.0:User`, not an attribute behind it. One that is not known here is told by its form. */
function isExtension({ extensions }: Sent, path: string): boolean {
  const urn = path.toLowerCase()
  if (extensions.has(urn)) return true
  const isInside = [...extensions].some((one) => urn.startsWith(`${one}:`))
  return !isInside && urn.startsWith('urn:') && !/:(?:user|group):[^:]/.test(urn)
}

const core = `${urns.user.toLowerCase()}:`

/** Without the URN of the core schema. */
const toPlain = (path: string): string => (path.toLowerCase().startsWith(core) ? path.slice(core.length) : path)

const toKey = (path: string): string => toPlain(path).toLowerCase()

function toExample(text: string): string | null {
  if (text.includes(mask)) return null
  return text.length > maxExampleLength ? `${text.slice(0, maxExampleLength - 1)}…` : text
}
