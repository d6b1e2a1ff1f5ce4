import type { Attributes, Json } from '#contract/scim/resource.ts'
import type { ResourceType } from '#contract/scim/schema.ts'
import { getValue, isList, isObject } from './json.ts'
import { invalidValue } from './scimError.ts'
import { hasSubstance, isPrimary } from './validateValue.ts'

/**
 * Checks what concerns a resource as a whole: what is required is there (RFC 7643 §2.2), and a multi-valued attribute prefers one
 * value at most (§2.4). Drops values that say nothing, and what is left empty.
 *
 * @throws ScimError invalidValue (400) naming the attribute
 */
export function finishResource(attributes: Attributes, type: ResourceType): Attributes {
  for (const { name, required } of type.schema.attributes) {
    if (required && isMissing(getValue(attributes, name))) throw invalidValue(`${name} is required.`)
  }
  const finished = Object.entries(attributes).flatMap(([name, value]): [string, Json][] => {
    const kept = isList(value) ? finishValues(name, value) : value
    return isEmpty(kept) ? [] : [[name, kept]]
  })
  return Object.fromEntries(finished)
}

function finishValues(name: string, values: readonly Json[]): readonly Json[] {
  if (values.filter(isPrimary).length > 1) throw invalidValue(`${name} has more than one value whose primary is true.`)
  return values.every(hasSubstance) ? values : values.filter(hasSubstance)
}

const isEmpty = (value: Json): boolean => (isList(value) || isObject(value)) && Object.keys(value).length === 0

const isMissing = (value: Json | undefined): boolean => value === undefined || (typeof value === 'string' && value.trim() === '')
