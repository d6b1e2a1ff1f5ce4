import type { Json, JsonObject } from '#contract/scim/resource.ts'
import type { Attribute } from '#contract/scim/schema.ts'
import type { Filter } from '../filter/ast.ts'
import { checkValueFilter } from '../filter/checkFilter.ts'
import { matchesValue } from '../filter/matches.ts'
import { refuseCostly } from '../filter/refuseCostly.ts'
import { isObject } from '../json.ts'
import { noTarget } from '../scimError.ts'
import { createSelectedValue } from '../tolerance/createSelectedValue.ts'
import { checkCount, isUnassigned, mergeComplex, type ValidationContext } from '../validateValue.ts'
import type { AttributeChange } from './attributeChange.ts'
import { movePrimary } from './movePrimary.ts'

/** The values that a value path selects, such as `emails[type eq "work"].value`. */
export interface SelectedTarget {
  readonly attribute: Attribute
  readonly subAttribute: Attribute | undefined
  readonly filter: Filter
  readonly context: ValidationContext
}

/**
 * Changes the values that a filter selects (RFC 7644 §3.5.2.2, §3.5.2.3); the others stay as they are.
 *
 * @throws ScimError noTarget (400) where the filter selects nothing, and a value can or may not be made from it
 */
export function applyToSelected(before: readonly Json[], change: AttributeChange, target: SelectedTarget): readonly Json[] {
  const { attribute, context } = target
  const filter = checkValueFilter(target.filter, attribute, context.tolerances)
  refuseCostly(filter)
  const selected = new Set<number>()
  for (const [index, value] of before.entries()) if (matchesValue(filter, value, attribute)) selected.add(index)
  const seed = toSeed(filter)
  if (selected.size === 0) return createSelected(before, change, { ...target, seed })
  const after = before.map((value, index) => (selected.has(index) ? changeOne(value, change, { ...target, seed }) : value))
  return movePrimary(after, (index) => selected.has(index))
}

interface SeededTarget extends SelectedTarget {
  /** The value that the filter describes. */
  readonly seed: JsonObject | undefined
}

function changeOne(
  before: Json,
  { op, value = null }: AttributeChange,
  { attribute, subAttribute, context, seed }: SeededTarget,
): Json | undefined {
  const merge = (from: Json, into: Json) => mergeComplex(isObject(from) ? from : {}, into, { attribute, context })
  if (subAttribute) return merge(before, { [subAttribute.name]: op === 'remove' ? null : value })
  if (op === 'remove' || isUnassigned(value, context.tolerances)) return undefined
  return merge(op === 'add' ? before : (seed ?? {}), value)
}

function createSelected(before: readonly Json[], { op, value = null }: AttributeChange, target: SeededTarget): readonly Json[] {
  const { attribute, subAttribute, context, seed } = target
  const { label, tolerances } = context
  if (op === 'remove' || !seed || !tolerances.use(createSelectedValue)) throw noTarget(`The path selects no value of ${label}.`)
  // Nothing is there, and nothing is wanted.
  if (isUnassigned(value, tolerances)) return before
  const created = mergeComplex(seed, subAttribute ? { [subAttribute.name]: value } : value, { attribute, context })
  const after = [...before, created]
  checkCount(after, context)
  return movePrimary(after, (index) => index === before.length)
}

/** The value that a filter describes, where it does: equalities joined by "and". */
function toSeed(filter: Filter): JsonObject | undefined {
  if (filter.kind === 'compare' && filter.operator === 'eq') return { [filter.path.attribute]: filter.value }
  if (filter.kind !== 'and') return undefined
  const left = toSeed(filter.left)
  const right = toSeed(filter.right)
  return left && right && { ...left, ...right }
}
