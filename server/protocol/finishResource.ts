import type { Attributes, Json, JsonObject } from '#contract/scim/resource.ts'
import type { ResourceType, Schema } from '#contract/scim/schema.ts'
import { hasExtension } from './attributeValues.ts'
import { getValue, isList, isObject } from './json.ts'
import { invalidValue } from './scimError.ts'
import { hasSubstance, isPrimary } from './validateValue.ts'

/**
 * Checks what concerns a resource as a whole: what is required is there (RFC 7643 §2.2), of an extension where the resource has any of
 * it, and a multi-valued attribute prefers one value at most (§2.4). Drops values that say nothing, and what is left empty.
 *
 * @throws ScimError invalidValue (400) naming the attribute
 */
export function finishResource(attributes: Attributes, type: ResourceType): Attributes {
  for (const { name, required } of type.schema.attributes) {
    if (required && isMissing(getValue(attributes, name))) throw isRequired(name)
  }
  const finished = Object.entries(attributes).flatMap(([name, value]): [string, Json][] => {
    const kept = isList(value) ? finishValues(name, value) : value
    return isEmpty(kept) ? [] : [[name, kept]]
  })
  for (const { schema } of type.schemaExtensions) {
    const extension = getValue(attributes, schema.id)
    if (isObject(extension) && hasExtension(attributes, schema)) checkExtension(extension, schema)
  }
  return Object.fromEntries(finished)
}

/**
 * The same for what a resource has of one extension.
 *
 * @throws ScimError invalidValue (400) naming the attribute
 */
export function checkExtension(extension: JsonObject, { id, attributes }: Schema): void {
  for (const attribute of attributes) {
    const value = getValue(extension, attribute.name)
    if (attribute.required && isMissing(value)) throw isRequired(`${id}:${attribute.name}`)
    if (value === undefined) continue
    if (isList(value)) checkPrimary(`${id}:${attribute.name}`, value)
    for (const part of attribute.subAttributes ?? []) {
      if (part.required && (isList(value) ? value : [value]).some((one) => isMissing(getValue(one, part.name))))
        throw isRequired(`${id}:${attribute.name}.${part.name}`)
    }
  }
}

function finishValues(name: string, values: readonly Json[]): readonly Json[] {
  checkPrimary(name, values)
  return values.every(hasSubstance) ? values : values.filter(hasSubstance)
}

function checkPrimary(label: string, values: readonly Json[]): void {
  if (values.filter(isPrimary).length > 1) throw invalidValue(`${label} has more than one value whose primary is true.`)
}

const isRequired = (label: string) => invalidValue(`${label} is required.`).because('missing', label)

const isEmpty = (value: Json): boolean => (isList(value) || isObject(value)) && Object.keys(value).length === 0

const isMissing = (value: Json | undefined): boolean => value === undefined || (typeof value === 'string' && value.trim() === '')
