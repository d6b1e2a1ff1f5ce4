import type { Json, JsonObject } from '#contract/scim/resource.ts'
import { urns } from '#contract/scim/urns.ts'
import { isList, isObject } from '../protocol/json.ts'

/** What the monitor writes in place of a secret; it is nobody's example. */
const mask = '•••'
const maxExampleLength = 60

/** Attributes that say nothing about the provider's mappings. */
const unmapped = new Set(['schemas', 'meta', 'id', 'groups', 'password'])

/**
 * The attributes that a create, a replace or a patch sends, by path in lower case (`name.givenname`,
 * `emails[type eq "work"].value`, a URN and the attribute for an extension), with their values as short text.
 * Attributes that are cleared or removed are not among them.
 *
 * @param body the request's body as text
 */
export function readSentAttributes(method: string, body: string | null): ReadonlyMap<string, string | null> {
  const sent = new Map<string, string | null>()
  const value = parse(body)
  if (!isObject(value)) return sent
  if (method === 'PATCH') addOperations(sent, value)
  else addMembers(sent, value)
  return sent
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

type Sent = Map<string, string | null>

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
  if (unmapped.has(path.toLowerCase()) || value === null || value === '') return
  if (isList(value)) {
    for (const one of value) addValue(sent, isObject(one) ? toTypedPath(path, one) : path, one)
  } else if (isObject(value)) {
    const separator = isExtension(path) ? ':' : '.'
    for (const [name, member] of Object.entries(value)) addValue(sent, `${path}${separator}${name}`, member)
  } else {
    sent.set(toKey(path), toExample(String(value)))
  }
}

function toTypedPath(path: string, { type }: JsonObject): string {
  return typeof type === 'string' ? `${path}[type eq "${type}"]` : path
}

/** `urn:...:2.0:User`, not an attribute behind it. */
function isExtension(path: string): boolean {
  return /^urn:/i.test(path) && !/:(?:user|group):[^:]/i.test(path)
}

function toKey(path: string): string {
  const key = path.toLowerCase()
  const core = `${urns.user.toLowerCase()}:`
  return key.startsWith(core) ? key.slice(core.length) : key
}

function toExample(text: string): string | null {
  if (text.includes(mask)) return null
  return text.length > maxExampleLength ? `${text.slice(0, maxExampleLength - 1)}…` : text
}
