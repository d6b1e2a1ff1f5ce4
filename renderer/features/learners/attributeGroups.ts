import type { LearnerDetail } from '#contract/learner.ts'
import type { Json, JsonObject } from '#contract/scim/resource.ts'
import { urns } from '#contract/scim/urns.ts'

/** One value of a resource under its path. */
export interface AttributeLine {
  /** `emails[type eq "work"].value`. */
  readonly path: string
  readonly value: string
  /** ISO 8601 with time and zone: shown as a moment. */
  readonly isMoment: boolean
}

/** The attributes of one schema. */
export interface AttributeGroup {
  readonly title: string
  /** The schema's URN; null for what the server adds. */
  readonly urn: string | null
  readonly lines: readonly AttributeLine[]
}

/** What the server knows of itself; the rest came from the client. */
const ofServer = new Set(['id', 'meta'])
/** Not attributes of the learner, or shown elsewhere. */
const leftOut = new Set(['schemas', 'groups'])
/** What tells the values of a multi-valued attribute apart, and what only repeats another value. */
const notLines = new Set(['type', '$ref'])

const titles: Readonly<Record<string, string>> = { [urns.user]: 'User', [urns.enterpriseUser]: 'Enterprise user' }

/** The attributes of a learner by schema, each value on a line of its own; what the server adds comes last. */
export function toAttributeGroups({
  resource,
  extensions: named,
}: Pick<LearnerDetail, 'resource' | 'extensions'>): readonly AttributeGroup[] {
  const core: AttributeLine[] = []
  const server: AttributeLine[] = []
  const extensions: AttributeGroup[] = []
  for (const [name, value] of Object.entries(resource)) {
    if (leftOut.has(name)) continue
    // No name of an attribute holds a colon.
    if (name.includes(':')) extensions.push({ title: toTitle(name, named), urn: name, lines: toMemberLines('', value) })
    else (ofServer.has(name) ? server : core).push(...toLines(name, value))
  }
  return [
    { title: 'User', urn: urns.user, lines: core },
    ...extensions,
    { title: 'Kept by Rollcall', urn: null, lines: server },
  ].filter((group) => group.lines.length > 0)
}

function toTitle(urn: string, named: LearnerDetail['extensions']): string {
  const name = named.find(({ id }) => id === urn)?.name
  // A schema without a name is called by its URN, which stands below the title anyway.
  return titles[urn] ?? (name === urn ? undefined : name) ?? 'Extension'
}

function toLines(path: string, value: Json): readonly AttributeLine[] {
  if (isList(value)) return value.flatMap((item) => toItemLines(path, item))
  if (isComplex(value)) return toMemberLines(`${path}.`, value)
  const text = String(value)
  return [{ path, value: text, isMoment: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text) }]
}

/** The sub-attributes of a complex value. */
function toMemberLines(prefix: string, value: Json): readonly AttributeLine[] {
  if (!isComplex(value)) return toLines(prefix, value)
  return Object.entries(value).flatMap(([name, member]) => (notLines.has(name) ? [] : toLines(`${prefix}${name}`, member)))
}

/** One of several values, told apart by its type as a filter would. */
function toItemLines(path: string, item: Json): readonly AttributeLine[] {
  if (!isComplex(item)) return toLines(path, item)
  const type = item['type']
  return toMemberLines(`${path}${typeof type === 'string' ? `[type eq "${type}"]` : ''}.`, item)
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}

function isComplex(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
