import type { Json, JsonObject } from '#contract/scim/resource.ts'
import { urns } from '#contract/scim/urns.ts'
import { isList, isObject } from '../../protocol/json.ts'

/** One value of a resource under its path: `emails[type eq "work"].value`. */
export interface Line {
  readonly path: string
  readonly value: string
}

/** The values of one schema; `urn` null for what the server adds. */
export interface SchemaLines {
  readonly urn: string | null
  readonly lines: readonly Line[]
}

/** What the server knows of itself; the rest came from the client. */
const ofServer = new Set(['id', 'meta'])
/** Not attributes, or told elsewhere. */
const leftOut = new Set(['schemas', 'groups', 'members'])
/** What tells the values of a multi-valued attribute apart, and what only repeats another value. */
const notLines = new Set(['type', '$ref'])

/** The attributes of a resource by schema, each value on a line of its own; what the server adds comes last. */
export function listLines(resource: JsonObject, core: string = urns.user): SchemaLines[] {
  const own: Line[] = []
  const server: Line[] = []
  const extensions: SchemaLines[] = []
  for (const [name, value] of Object.entries(resource)) {
    if (leftOut.has(name)) continue
    // No name of an attribute holds a colon.
    if (name.includes(':')) extensions.push({ urn: name, lines: toMemberLines('', value) })
    else (ofServer.has(name) ? server : own).push(...toLines(name, value))
  }
  return [{ urn: core, lines: own }, ...extensions, { urn: null, lines: server }].filter(({ lines }) => lines.length > 0)
}

function toLines(path: string, value: Json): readonly Line[] {
  if (isList(value)) return value.flatMap((item) => toItemLines(path, item))
  return isObject(value) ? toMemberLines(`${path}.`, value) : [{ path, value: String(value) }]
}

/** The sub-attributes of a complex value. */
function toMemberLines(prefix: string, value: Json): readonly Line[] {
  if (!isObject(value)) return toLines(prefix, value)
  return Object.entries(value).flatMap(([name, member]) => (notLines.has(name) ? [] : toLines(`${prefix}${name}`, member)))
}

/** One of several values, told apart by its type as a filter would. */
function toItemLines(path: string, item: Json): readonly Line[] {
  if (!isObject(item)) return toLines(path, item)
  const type = item['type']
  return toMemberLines(`${path}${typeof type === 'string' ? `[type eq "${type}"]` : ''}.`, item)
}
