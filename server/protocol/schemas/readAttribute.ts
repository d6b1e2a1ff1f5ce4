import type { Json, JsonObject } from '#contract/scim/resource.ts'
import type { Attribute } from '#contract/scim/schema.ts'
import { getValue, isList, isObject } from '../json.ts'
import { invalidValue, quoteValue } from '../scimError.ts'
import { defineAttribute } from './defineAttribute.ts'

const maxAttributes = 100
const maxNameLength = 100
const maxTextLength = 1000

const types = ['string', 'boolean', 'decimal', 'integer', 'dateTime', 'reference', 'binary', 'complex'] as const
const mutabilities = ['readWrite', 'readOnly', 'immutable', 'writeOnly'] as const
const returneds = ['default', 'always', 'request', 'never'] as const
const uniquenesses = ['none', 'server', 'global'] as const

/** Attributes that every resource has (RFC 7643 §3.1); an extension with one of their names could not be told apart from them. */
const takenNames: readonly string[] = ['schemas', 'id', 'externalid', 'meta']

/**
 * Reads the attributes of a custom extension, or the sub-attributes of one of them (RFC 7643 §7).
 *
 * @param label where they stand: `attributes`, or `attributes[2].subAttributes`
 * @throws ScimError invalidValue (400) naming the member at fault
 */
export function readAttributes(value: Json | undefined, label: string): readonly Attribute[] {
  if (!isList(value) || value.length === 0) throw invalidValue(`${label} must be a list of at least one attribute.`)
  if (value.length > maxAttributes) throw invalidValue(`${label} has more than ${maxAttributes} attributes.`)
  const attributes = value.map((one, index) => readAttribute(one, `${label}[${index}]`))
  const names = attributes.map(({ name }) => name.toLowerCase())
  const repeated = names.findIndex((name, index) => names.indexOf(name) < index)
  if (repeated >= 0) {
    throw invalidValue(
      `${label}[${repeated}].name is ${quoteValue(attributes[repeated]?.name)}, and another attribute has this name.`,
    )
  }
  return attributes
}

function readAttribute(value: Json, label: string): Attribute {
  if (!isObject(value)) throw invalidValue(`${label} must be an object, not ${quoteValue(value)}.`)
  const read = createReader(value, label)
  const name = readName(value, label)
  const type = read.choice('type', types) ?? 'string'
  const mutability = read.choice('mutability', mutabilities) ?? 'readWrite'
  const isComplex = type === 'complex'
  const isSub = label.includes('subAttributes')
  if (isComplex && isSub) throw invalidValue(`${label}.type must not be complex: a sub-attribute has no parts of its own.`)

  const returned = read.choice('returned', returneds) ?? (mutability === 'writeOnly' ? 'never' : 'default')
  if (mutability === 'writeOnly' && returned !== 'never')
    throw invalidValue(`${label}.returned must be never, since mutability is writeOnly.`)
  const uniqueness = read.choice('uniqueness', uniquenesses) ?? 'none'
  if (isComplex && uniqueness !== 'none')
    throw invalidValue(`${label}.uniqueness must be none for a complex attribute; one of its sub-attributes can be unique.`)
  const required = read.flag('required') ?? false
  if (required && mutability === 'readOnly')
    throw invalidValue(`${label}.required must be false, since mutability is readOnly: nobody could give it a value.`)
  const subAttributes = getValue(value, 'subAttributes')
  if (!isComplex && isList(subAttributes) && subAttributes.length > 0)
    throw invalidValue(`${label}.subAttributes must not be there, since type is ${type}, not complex.`)
  const caseExact = read.flag('caseExact')
  const canonicalValues = read.texts('canonicalValues')
  const referenceTypes = read.texts('referenceTypes') ?? ['external']

  return defineAttribute(name, read.text('description') ?? '', {
    type,
    multiValued: read.flag('multiValued') ?? false,
    required,
    mutability,
    returned,
    uniqueness,
    ...(caseExact !== undefined && { caseExact }),
    ...(canonicalValues && { canonicalValues }),
    ...(type === 'reference' && { referenceTypes }),
    ...(isComplex && { subAttributes: readAttributes(subAttributes, `${label}.subAttributes`) }),
  })
}

/** ATTRNAME (RFC 7643 §2.1), with `$ref` let in where it means a reference (§2.4). */
function readName(value: JsonObject, label: string): string {
  const name = getValue(value, 'name')
  const isName = typeof name === 'string' && (/^[a-z][\w-]*$/i.test(name) || name === '$ref') && name.length <= maxNameLength
  if (!isName)
    throw invalidValue(
      `${label}.name must begin with a letter and go on in letters, digits, _ and -, not ${quoteValue(name ?? null)}.`,
    )
  if (takenNames.includes(name.toLowerCase()) || name in Object.prototype)
    throw invalidValue(`${label}.name must not be ${quoteValue(name)}, which every resource has already.`)
  return name
}

/** Reads members of an attribute's definition; an absent one, or null, is undefined. */
function createReader(value: JsonObject, label: string) {
  const find = (name: string): Json | undefined => getValue(value, name) ?? undefined
  const refuse = (name: string, due: string) => invalidValue(`${label}.${name} must be ${due}, not ${quoteValue(find(name))}.`)
  return {
    /** Whatever its case, since files often spell `datetime`. */
    choice: <Choice extends string>(name: string, choices: readonly Choice[]): Choice | undefined => {
      const given = find(name)
      const chosen = choices.find((choice) => typeof given === 'string' && choice.toLowerCase() === given.toLowerCase())
      if (given !== undefined && chosen === undefined) throw refuse(name, `one of ${choices.join(', ')}`)
      return chosen
    },
    flag: (name: string): boolean | undefined => {
      const given = find(name)
      if (given !== undefined && typeof given !== 'boolean') throw refuse(name, 'true or false')
      return given
    },
    text: (name: string): string | undefined => {
      const given = find(name)
      if (given === undefined) return undefined
      if (typeof given !== 'string' || given.length > maxTextLength)
        throw refuse(name, `a text of at most ${maxTextLength} characters`)
      return given
    },
    texts: (name: string): readonly string[] | undefined => {
      const given = find(name)
      if (given === undefined) return undefined
      if (!isList(given) || !given.every((one) => typeof one === 'string')) throw refuse(name, 'a list of texts')
      return given
    },
  }
}
