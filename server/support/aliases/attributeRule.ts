import { enterpriseUserSchema } from '../../protocol/schemas/enterpriseUser.ts'
import { groupSchema } from '../../protocol/schemas/group.ts'
import { userSchema } from '../../protocol/schemas/user.ts'

/** Whose attributes they are. Where that is not known, they are taken for a user's. */
export type Kind = 'User' | 'Group'

/** What becomes of an attribute's value: it stays, stays where it is an id of ours, or is replaced under a label. */
export type Rule = { readonly kind: 'kept' } | { readonly kind: 'id' } | { readonly kind: 'personal'; readonly label: string }

const kept: Rule = { kind: 'kept' }
const id: Rule = { kind: 'id' }

/** With all that is below them. What is not named here may say who somebody is, an attribute nobody has heard of above all. */
const keptOfUser: ReadonlySet<string> = new Set([
  'schemas',
  'meta',
  'active',
  'usertype',
  'title',
  'preferredlanguage',
  'locale',
  'timezone',
  'groups',
  'roles',
  'entitlements',
  'department',
  'costcenter',
  'organization',
  'division',
])
const keptOfGroup: ReadonlySet<string> = new Set(['schemas', 'meta', 'displayname', 'externalid'])
const ids: ReadonlySet<string> = new Set(['id', 'manager', 'members'])

const labels: Readonly<Record<string, string>> = {
  username: 'login',
  emails: 'login',
  ims: 'login',
  name: 'displayName',
  formatted: 'displayName',
  display: 'displayName',
}

const attributes = [userSchema, enterpriseUserSchema, groupSchema].flatMap((schema) => schema.attributes)
/** By their lower-case form. */
const knownNames: ReadonlyMap<string, string> = new Map(
  [...attributes, ...attributes.flatMap(({ subAttributes = [] }) => subAttributes)]
    .map(({ name }): [string, string] => [name.toLowerCase(), name])
    .concat([
      ['externalid', 'externalId'],
      ['id', 'id'],
      ['schemas', 'schemas'],
      ['meta', 'meta'],
    ]),
)

/** Whether every part of a path is the name of an attribute of RFC 7643. */
export const isKnownPath = (path: string): boolean =>
  toParts(path).every((part) => knownNames.has(part)) && toParts(path).length > 0

/** The rules of paths that were met, since the same few come again in every exchange. */
const known = new Map<string, Rule>()
const maxKnown = 1000

/** @param path `name.familyName`, `emails[type eq "work"].value`, with or without a URN; whatever its case */
export function ruleOf(kind: Kind, path: string): Rule {
  const key = `${kind} ${path}`
  const found = known.get(key)
  if (found) return found
  const rule = readRule(kind, path)
  if (known.size >= maxKnown) known.clear()
  known.set(key, rule)
  return rule
}

function readRule(kind: Kind, path: string): Rule {
  const parts = toParts(path)
  const [first = '', second] = parts
  const last = parts.at(-1) ?? ''
  // Of a custom extension nothing is known.
  if (isForeign(path)) return { kind: 'personal', label: 'value' }
  if ((kind === 'Group' ? keptOfGroup : keptOfUser).has(first)) return kept
  if (second !== undefined && (last === 'type' || last === 'primary')) return kept
  if (ids.has(first) && (second === undefined || second === 'value' || second === '$ref')) return id
  const named = last === 'value' || last === 'type' || last === 'primary' ? first : last
  return { kind: 'personal', label: labels[named] ?? knownNames.get(named) ?? 'value' }
}

const ownUrn = /^urn:ietf:params:scim:schemas:(?:core|extension:enterprise):2\.0:\w+(?::|$)/i

const isForeign = (path: string) => path.includes(':') && !ownUrn.test(path)

/** In lower case, without URN and without what stands in brackets. */
function toParts(path: string): string[] {
  return path
    .replace(ownUrn, '')
    .replace(/\[.*\]/s, '')
    .trim()
    .toLowerCase()
    .split('.')
    .filter((part) => part !== '')
}
