import type { Json } from '#contract/scim/resource.ts'
import type { Attribute } from '#contract/scim/schema.ts'
import { refuseFixedParts } from '../fixedValues.ts'
import { isList, isObject } from '../json.ts'
import { removeListedValues } from '../tolerance/removeListedValues.ts'
import { checkCount, isPrimary, type ValidationContext, validateValue } from '../validateValue.ts'
import { movePrimary } from './movePrimary.ts'

/** The multi-valued attribute that is changed. */
export interface ValuesTarget {
  readonly attribute: Attribute
  readonly context: ValidationContext
}

/** Adds values (RFC 7644 §3.5.2.1). One that is there already, by its value and type, is not added again but brought up to date. */
export function addValues(before: readonly Json[], value: Json, { attribute, context }: ValuesTarget): readonly Json[] {
  // The object of one value needs no list around it here: §3.5.2.1 allows it.
  const added = validateValue(isObject(value) ? [value] : value, attribute, context)
  if (!isList(added)) return before
  const after = [...before]
  const indexes = new Map(before.map((one, index) => [toKey(one), index]))
  const preferred = new Set<number>()
  for (const one of added) {
    const key = toKey(one)
    const index = indexes.get(key) ?? after.length
    const present = after[index]
    const merged = isObject(present) && isObject(one) ? { ...present, ...one } : one
    if (isObject(present) && isObject(merged)) refuseFixedParts(merged, { before: present, attribute, label: context.label })
    after[index] = merged
    indexes.set(key, index)
    if (isPrimary(one)) preferred.add(index)
  }
  checkCount(after, context)
  return movePrimary(after, (index) => preferred.has(index))
}

/** Removes all values, or only those that the operation lists where that is tolerated (RFC 7644 §3.5.2.2). */
export function removeValues(
  before: readonly Json[],
  value: Json,
  { attribute, context }: ValuesTarget,
): readonly Json[] | undefined {
  if (value === null || value === '' || !context.tolerances.use(removeListedValues)) return undefined
  const listed = validateValue(isObject(value) ? [value] : value, attribute, context)
  return isList(listed) ? before.filter((one) => !listed.some((wanted) => isListed(one, wanted))) : before
}

/** Two values are the same when value and type are (RFC 7643 §2.4); without a value, when all sub-attributes are. */
function toKey(value: Json): string {
  if (!isObject(value)) return JSON.stringify(value)
  const same =
    value['value'] === undefined ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)) : [value['value'], value['type']]
  return JSON.stringify(same)
}

function isListed(value: Json, wanted: Json): boolean {
  if (!isObject(value) || !isObject(wanted)) return value === wanted
  const names =
    wanted['value'] === undefined ? Object.keys(wanted) : ['value', 'type'].filter((name) => wanted[name] !== undefined)
  return names.every((name) => value[name] === wanted[name])
}
