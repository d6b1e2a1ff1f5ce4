import type { Attribute, ResourceType } from '#contract/scim/schema.ts'
import { assertNever } from '../assertNever.ts'
import { toInstant } from '../dateTime.ts'
import { findAttribute, formatPath, resolveAttribute } from '../path.ts'
import { invalidFilter, quoteValue, sensitive } from '../scimError.ts'
import { stringBoolean } from '../tolerance/stringBoolean.ts'
import type { Tolerances } from '../tolerance/tolerance.ts'
import { unquotedValue } from '../tolerance/unquotedValue.ts'
import type { AttributePath, CompareOperator, Filter } from './ast.ts'

type Compare = Extract<Filter, { kind: 'compare' }>

/** A path as the schema spells it, with what it names. */
interface Target {
  readonly path: AttributePath
  readonly attribute: Attribute
  readonly label: string
}

/** Finds what a path in the filter names, or throws. */
type FindTarget = (path: AttributePath) => Target

/**
 * Checks a filter against the schemas of `type`: its attributes exist and its operators and values suit them (RFC 7644 §3.4.2.2).
 *
 * @returns the filter with every name as the schema spells it, a URN only with attributes of an extension, and a complex attribute
 *   that is compared by itself followed by its `value`
 * @throws ScimError invalidFilter (400) naming the attribute, sensitive (403) for a password
 */
export function checkFilter(filter: Filter, type: ResourceType, tolerances: Tolerances): Filter {
  return check(filter, (path) => findInType(path, type), tolerances)
}

/** The same for a filter in brackets, which selects values of `attribute`. */
export function checkValueFilter(filter: Filter, attribute: Attribute, tolerances: Tolerances): Filter {
  return check(filter, (path) => findInValue(path, attribute), tolerances)
}

function check(filter: Filter, find: FindTarget, tolerances: Tolerances): Filter {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return { kind: filter.kind, left: check(filter.left, find, tolerances), right: check(filter.right, find, tolerances) }
    case 'not':
      return { kind: 'not', filter: check(filter.filter, find, tolerances) }
    case 'present':
      return { kind: 'present', path: find(filter.path).path }
    case 'compare':
      return checkCompare(filter, find(filter.path), tolerances)
    case 'valuePath': {
      const { path, attribute, label } = find(filter.path)
      if (attribute.type !== 'complex') throw invalidFilter(`${label} has no sub-attributes to select its values by.`)
      return { kind: 'valuePath', path, filter: checkValueFilter(filter.filter, attribute, tolerances) }
    }
    default:
      return assertNever(filter)
  }
}

function findInType(path: AttributePath, type: ResourceType): Target {
  const resolved = resolveAttribute(type, path)
  if (!resolved)
    throw invalidFilter(`The filter names ${quoteValue(formatWritten(path))}, and a ${type.name} has no such attribute.`)
  const { schema, isExtension, attribute, subAttribute } = resolved
  if (attribute.returned === 'never' || subAttribute?.returned === 'never')
    throw sensitive(`${formatPath(resolved)} must not stand in a filter.`)
  return {
    path: {
      ...(isExtension && { urn: schema.id }),
      attribute: attribute.name,
      ...(subAttribute && { subAttribute: subAttribute.name }),
    },
    attribute: subAttribute ?? attribute,
    label: formatPath(resolved),
  }
}

function findInValue(path: AttributePath, attribute: Attribute): Target {
  const isPlain = path.urn === undefined && path.subAttribute === undefined
  const subAttribute = isPlain ? findAttribute(attribute.subAttributes ?? [], path.attribute) : undefined
  if (!subAttribute) {
    throw invalidFilter(`The filter names ${quoteValue(formatWritten(path))}, and ${attribute.name} has no such sub-attribute.`)
  }
  if (subAttribute.returned === 'never') throw sensitive(`${attribute.name}.${subAttribute.name} must not stand in a filter.`)
  return { path: { attribute: subAttribute.name }, attribute: subAttribute, label: `${attribute.name}.${subAttribute.name}` }
}

function checkCompare(filter: Compare, target: Target, tolerances: Tolerances): Filter {
  if (target.attribute.type === 'complex') return checkCompare(filter, toValueTarget(target), tolerances)
  const { path, attribute, label } = target
  const { operator } = filter
  const value = toComparable(filter.value, attribute, tolerances)
  if (!operatorsOf(attribute, value).includes(operator)) {
    throw invalidFilter(`${label} cannot be compared by ${operator} with ${quoteValue(value)}.`)
  }
  if (value !== null && !suits(value, attribute)) {
    throw invalidFilter(`${label} is a ${attribute.type} and cannot be compared with ${quoteValue(value)}.`)
  }
  return { kind: 'compare', path, operator, value }
}

/** A complex attribute by itself stands for its `value` (RFC 7644 §3.4.2.2, `emails co "example.com"`). */
function toValueTarget({ path, attribute, label }: Target): Target {
  const value = findAttribute(attribute.subAttributes ?? [], 'value')
  if (!value) throw invalidFilter(`${label} has sub-attributes; the filter has to name one of them.`)
  return { path: { ...path, subAttribute: value.name }, attribute: value, label: `${label}.${value.name}` }
}

/** The value in the attribute's own type, where a client habitually sends another. */
function toComparable(value: Compare['value'], attribute: Attribute, tolerances: Tolerances): Compare['value'] {
  const isText = attribute.type === 'string' || attribute.type === 'reference'
  if (isText && (typeof value === 'number' || typeof value === 'boolean') && tolerances.use(unquotedValue)) return String(value)
  if (attribute.type !== 'boolean' || typeof value !== 'string') return value
  const text = value.toLowerCase()
  return (text === 'true' || text === 'false') && tolerances.use(stringBoolean) ? text === 'true' : value
}

const equality: readonly CompareOperator[] = ['eq', 'ne']
const order: readonly CompareOperator[] = [...equality, 'gt', 'ge', 'lt', 'le']
const text: readonly CompareOperator[] = [...equality, 'co', 'sw', 'ew']

/** RFC 7644 §3.4.2.2 has no order for boolean and binary attributes, and parts only of texts. */
function operatorsOf(attribute: Attribute, value: Compare['value']): readonly CompareOperator[] {
  if (value === null) return equality
  switch (attribute.type) {
    case 'boolean':
    case 'complex':
      return equality
    case 'integer':
    case 'decimal':
    case 'dateTime':
      return order
    case 'binary':
      return text
    case 'string':
    case 'reference':
      return [...text, ...order]
    default:
      return assertNever(attribute.type)
  }
}

function suits(value: string | number | boolean, attribute: Attribute): boolean {
  switch (attribute.type) {
    case 'boolean':
      return typeof value === 'boolean'
    case 'integer':
    case 'decimal':
      return typeof value === 'number'
    case 'dateTime':
      return typeof value === 'string' && toInstant(value) !== undefined
    case 'string':
    case 'reference':
    case 'binary':
      return typeof value === 'string'
    case 'complex':
      return false
    default:
      return assertNever(attribute.type)
  }
}

function formatWritten({ urn, attribute, subAttribute }: AttributePath): string {
  return [urn === undefined ? '' : `${urn}:`, attribute, subAttribute === undefined ? '' : `.${subAttribute}`].join('')
}
