import type { Json } from '#contract/scim/resource.ts'
import { isList, isObject } from './json.ts'
import { invalidValue, quoteValue } from './scimError.ts'
import { plainValue } from './tolerance/plainValue.ts'
import type { Tolerances } from './tolerance/tolerance.ts'
import { valueWithoutList } from './tolerance/valueWithoutList.ts'

/**
 * The ids of members as a client lists them, each once; empty for null and the empty list. `display` and `$ref` are not read: they
 * follow from the member.
 *
 * @throws ScimError invalidValue (400) for a member without an id
 */
export function readMemberIds(value: Json, tolerances: Tolerances): string[] {
  if (value === null || value === '') return []
  if (!isList(value) && !tolerances.use(valueWithoutList)) throw invalidValue(`members must be a list, not ${quoteValue(value)}.`)
  const members = isList(value) ? value : [value]
  return [...new Set(members.map((member) => readId(member, tolerances)))]
}

function readId(member: Json, tolerances: Tolerances): string {
  if (typeof member === 'string' && member !== '' && tolerances.use(plainValue)) return member
  const [, id] = (isObject(member) && Object.entries(member).find(([name]) => name.toLowerCase() === 'value')) || []
  if (typeof id === 'string' && id !== '') return id
  throw invalidValue(`members.value must be the id of a user or a group, not ${quoteValue(id ?? member)}.`)
}
