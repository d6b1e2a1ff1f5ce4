import type { Json, JsonObject } from '#contract/scim/resource.ts'
import type { Attribute } from '#contract/scim/schema.ts'
import { assertNever } from './assertNever.ts'
import { toInstant } from './dateTime.ts'
import { expandRole } from './expandRole.ts'
import { refuseFixedParts } from './fixedValues.ts'
import { getValue, isList, isObject } from './json.ts'
import { findAttribute } from './path.ts'
import { invalidValue, quoteValue } from './scimError.ts'
import { emptyStringClears } from './tolerance/emptyStringClears.ts'
import { managerByReference } from './tolerance/managerByReference.ts'
import { numberForString } from './tolerance/numberForString.ts'
import { plainValue } from './tolerance/plainValue.ts'
import { stringBoolean } from './tolerance/stringBoolean.ts'
import type { Tolerances } from './tolerance/tolerance.ts'
import { valueInList } from './tolerance/valueInList.ts'
import { valueWithoutList } from './tolerance/valueWithoutList.ts'

/** Where a value stands, and what is noted about it. */
export interface ValidationContext {
  /** The path of the attribute, for errors and notes. */
  readonly label: string
  readonly tolerances: Tolerances
  /** Collects the paths of what was sent and is not stored. */
  readonly notKept: string[]
}

const maxValues = 1000

/** The longest path that is noted, in characters: a client may name its attributes as it likes. */
export const maxNoteLength = 200

/**
 * Checks a value against its attribute (RFC 7643 §2.3 to §2.5).
 *
 * @returns the value with every name as the schema spells it; undefined where it is unassigned: null, or an empty list or object
 * @throws ScimError invalidValue (400) naming attribute and value
 */
export function validateValue(value: Json, attribute: Attribute, context: ValidationContext): Json | undefined {
  if (isUnassigned(value, context.tolerances)) return undefined
  if (attribute.multiValued) return validateList(value, attribute, context)
  if (isList(value) && value.length === 1 && context.tolerances.use(valueInList)) {
    return validateValue(value[0] ?? null, attribute, context)
  }
  return validateOne(value, attribute, context)
}

/** Whether a value says that the attribute has none (RFC 7643 §2.5). */
export function isUnassigned(value: Json, tolerances: Tolerances): boolean {
  if (value === null || (isList(value) && value.length === 0)) return true
  return value === '' && tolerances.use(emptyStringClears)
}

/** @throws ScimError invalidValue (400) for so many values that a patch of them could take long */
export function checkCount(values: readonly unknown[], { label }: ValidationContext): void {
  if (values.length > maxValues) throw invalidValue(`${label} has more than ${maxValues} values.`)
}

function validateList(value: Json, attribute: Attribute, context: ValidationContext): readonly Json[] | undefined {
  if (!isList(value) && !context.tolerances.use(valueWithoutList)) {
    throw invalidValue(`${context.label} must be a list, not ${quoteValue(value)}.`)
  }
  const values = isList(value) ? value : [value]
  checkCount(values, context)
  const valid = values.flatMap((one) => {
    const validated = isUnassigned(one, context.tolerances) ? undefined : validateOne(one, attribute, context)
    return validated === undefined ? [] : [validated]
  })
  return valid.length === 0 ? undefined : valid
}

/** A value of a single-valued attribute, or one of the values of a multi-valued one. */
function validateOne(value: Json, attribute: Attribute, context: ValidationContext): Json | undefined {
  if (attribute.type === 'complex') return validateComplex(value, attribute, context)
  const converted = convert(value, attribute, context.tolerances)
  if (!suits(converted, attribute)) {
    const detail = `${context.label} must be of type ${attribute.type}, which ${quoteValue(value)} is not.`
    throw invalidValue(detail).because('unsuited', context.label)
  }
  return converted
}

/** The value in the attribute's own type, where a client habitually sends another. */
function convert(value: Json, attribute: Attribute, tolerances: Tolerances): Json {
  if (attribute.type === 'boolean' && typeof value === 'string') {
    const text = value.toLowerCase()
    return (text === 'true' || text === 'false') && tolerances.use(stringBoolean) ? text === 'true' : value
  }
  if (attribute.type === 'string' && typeof value === 'number' && tolerances.use(numberForString)) return String(value)
  return value
}

function suits(value: Json, attribute: Attribute): boolean {
  switch (attribute.type) {
    case 'string':
    case 'reference':
      return typeof value === 'string'
    case 'binary':
      return typeof value === 'string' && /^[A-Za-z0-9+/_\s-]*={0,2}$/.test(value.trimEnd())
    case 'boolean':
      return typeof value === 'boolean'
    case 'integer':
      return Number.isInteger(value)
    case 'decimal':
      return typeof value === 'number'
    case 'dateTime':
      return typeof value === 'string' && toInstant(value) !== undefined
    case 'complex':
      return isObject(value)
    default:
      return assertNever(attribute.type)
  }
}

function validateComplex(value: Json, attribute: Attribute, context: ValidationContext): JsonObject | undefined {
  return mergeComplex({}, value, { attribute, context })
}

/**
 * Puts sub-attributes into a complex value; those that `value` does not name stay, those that it clears go (RFC 7644 §3.5.2.3).
 *
 * @param before valid already
 * @returns undefined where no sub-attribute is left
 */
export function mergeComplex(
  before: JsonObject,
  value: Json,
  { attribute, context }: { attribute: Attribute; context: ValidationContext },
): JsonObject | undefined {
  const given = readSubAttributes(value, attribute, context)
  const merged = new Map(Object.entries(before))
  if (given.has('value') || given.has('$ref')) {
    // Both name the same resource, so that the one that is not given would be out of date.
    if (findAttribute(attribute.subAttributes ?? [], '$ref')) merged.delete('$ref')
    if (given.has('$ref')) merged.delete('value')
  }
  for (const [name, one] of given) {
    if (one === undefined) merged.delete(name)
    else merged.set(name, one)
  }
  const reference = merged.get('$ref')
  if (
    attribute.name === 'manager' &&
    typeof reference === 'string' &&
    !merged.has('value') &&
    context.tolerances.use(managerByReference)
  ) {
    merged.set('value', reference.split('/').at(-1) ?? reference)
  }
  const after = merged.size === 0 ? undefined : Object.fromEntries(merged)
  refuseFixedParts(after, { before, attribute, label: context.label })
  return after
}

/** The sub-attributes that a value names, by their names in the schema; undefined for those that it clears. */
function readSubAttributes(value: Json, attribute: Attribute, context: ValidationContext): Map<string, Json | undefined> {
  const { label, tolerances, notKept } = context
  const given = new Map<string, Json | undefined>()
  for (const [name, one] of Object.entries(expandRole(toObject(value, attribute, context), attribute, tolerances))) {
    const subAttribute = findAttribute(attribute.subAttributes ?? [], name)
    if (!subAttribute) notKept.push(`${label}.${name}`.slice(0, maxNoteLength))
    else if (subAttribute.mutability !== 'readOnly') {
      given.set(subAttribute.name, validateValue(one, subAttribute, { ...context, label: `${label}.${subAttribute.name}` }))
    }
  }
  return given
}

function toObject(value: Json, attribute: Attribute, { label, tolerances }: ValidationContext): JsonObject {
  if (isObject(value)) return value
  const [only = null] = isList(value) ? value : []
  if (isList(value) && value.length === 1 && isObject(only) && tolerances.use(valueInList)) return only
  const isPlain = typeof value === 'string' || typeof value === 'number'
  if (isPlain && findAttribute(attribute.subAttributes ?? [], 'value') && tolerances.use(plainValue)) return { value }
  throw invalidValue(`${label} must be an object with sub-attributes, not ${quoteValue(value)}.`)
}

/** Whether a value of a multi-valued attribute says anything, beside what it is for and whether it is preferred. */
export function hasSubstance(value: Json): boolean {
  return !isObject(value) || Object.keys(value).some((name) => name !== 'type' && name !== 'primary')
}

/** Whether a value is marked as the preferred one. */
export const isPrimary = (value: Json): boolean => getValue(value, 'primary') === true
