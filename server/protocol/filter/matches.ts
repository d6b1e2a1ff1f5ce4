import type { Json, JsonObject } from '#contract/scim/resource.ts'
import type { Attribute, ResourceType } from '#contract/scim/schema.ts'
import { assertNever } from '../assertNever.ts'
import { toInstant } from '../dateTime.ts'
import { foldText } from '../foldText.ts'
import { getValue, isList } from '../json.ts'
import { findAttribute, resolveAttribute } from '../path.ts'
import type { AttributePath, CompareOperator, Filter } from './ast.ts'
import { compareTexts } from './compareTexts.ts'

/** The values that a path leads to, none where it is unassigned, and how they are compared. */
interface Selection {
  readonly attribute: Attribute
  readonly values: readonly Json[]
}

/** Follows a path from a resource, or from one value of a multi-valued attribute. */
type Select = (path: AttributePath) => Selection | undefined

/**
 * Whether a filter holds for a resource (RFC 7644 §3.4.2.2). A multi-valued attribute matches when any of its values does; an
 * unassigned one is unequal to every value, and equals null.
 */
export function matches(filter: Filter, value: JsonObject, type: ResourceType): boolean {
  return evaluate(filter, (path) => {
    const resolved = resolveAttribute(type, path)
    if (!resolved) return undefined
    const { schema, isExtension, attribute, subAttribute } = resolved
    const container = isExtension ? getValue(value, schema.id) : value
    const values = toList(getValue(container, attribute.name))
    if (!subAttribute) return { attribute, values }
    return { attribute: subAttribute, values: values.flatMap((one) => toList(getValue(one, subAttribute.name))) }
  })
}

/** The same for a filter in brackets, on one value of `attribute`. */
export function matchesValue(filter: Filter, value: Json, attribute: Attribute): boolean {
  return evaluate(filter, (path) => {
    const subAttribute = findAttribute(attribute.subAttributes ?? [], path.attribute)
    return subAttribute && { attribute: subAttribute, values: toList(getValue(value, subAttribute.name)) }
  })
}

function evaluate(filter: Filter, select: Select): boolean {
  switch (filter.kind) {
    case 'and':
      return evaluate(filter.left, select) && evaluate(filter.right, select)
    case 'or':
      return evaluate(filter.left, select) || evaluate(filter.right, select)
    case 'not':
      return !evaluate(filter.filter, select)
    case 'present':
      return select(filter.path)?.values.some(isPresent) ?? false
    case 'compare': {
      const selection = toComparable(select(filter.path))
      return selection !== undefined && compare(selection, filter.operator, filter.value)
    }
    case 'valuePath': {
      const selection = select(filter.path)
      return selection?.values.some((value) => matchesValue(filter.filter, value, selection.attribute)) ?? false
    }
    default:
      return assertNever(filter)
  }
}

/** A complex attribute that is compared by itself stands for its `value`. */
function toComparable(selection: Selection | undefined): Selection | undefined {
  if (selection?.attribute.type !== 'complex') return selection
  const value = findAttribute(selection.attribute.subAttributes ?? [], 'value')
  return value && { attribute: value, values: selection.values.flatMap((one) => toList(getValue(one, value.name))) }
}

type CompareValue = string | number | boolean | null

function compare({ attribute, values }: Selection, operator: CompareOperator, wanted: CompareValue): boolean {
  const present = values.filter(isPresent)
  if (present.length === 0) return operator === 'eq' ? wanted === null : operator === 'ne' && wanted !== null
  const expected = toKey(wanted, attribute)
  return present.some((value) => holds(toKey(value, attribute), operator, expected))
}

function holds(actual: Json, operator: CompareOperator, expected: Json): boolean {
  const areTexts = typeof actual === 'string' && typeof expected === 'string'
  switch (operator) {
    case 'eq':
      return actual === expected
    case 'ne':
      return actual !== expected
    case 'co':
      return areTexts && actual.includes(expected)
    case 'sw':
      return areTexts && actual.startsWith(expected)
    case 'ew':
      return areTexts && actual.endsWith(expected)
    case 'gt':
      return compareOrdered(actual, expected) > 0
    case 'ge':
      return compareOrdered(actual, expected) >= 0
    case 'lt':
      return compareOrdered(actual, expected) < 0
    case 'le':
      return compareOrdered(actual, expected) <= 0
    default:
      return assertNever(operator)
  }
}

/** Below, at or above 0; NaN for two values without an order between them, to which every comparison says no. */
function compareOrdered(left: Json, right: Json): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right
  return typeof left === 'string' && typeof right === 'string' ? compareTexts(left, right) : Number.NaN
}

/** What two values are compared by: their instant, or their text in the case that counts. */
function toKey(value: Json, attribute: Attribute): Json {
  if (typeof value !== 'string') return value
  if (attribute.type === 'dateTime') return toInstant(value) ?? null
  return attribute.caseExact ? value : foldText(value)
}

function isPresent(value: Json): boolean {
  if (value === null || value === '') return false
  return typeof value !== 'object' || Object.keys(value).length > 0
}

function toList(value: Json | undefined): readonly Json[] {
  if (value === undefined) return []
  return isList(value) ? value : [value]
}
