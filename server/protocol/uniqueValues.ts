import type { Attributes, Json } from '#contract/scim/resource.ts'
import type { ResourceType, Schema } from '#contract/scim/schema.ts'
import { getAttribute } from './attributeValues.ts'
import { toInstant } from './dateTime.ts'
import { foldText } from './foldText.ts'
import { getValue, isList } from './json.ts'
import type { ResolvedAttribute } from './path.ts'

/** A value that no other resource of its type may have. */
export interface UniqueValue {
  /** Of the extension. */
  readonly urn: string
  /** The attribute in it, with a dot before a sub-attribute. */
  readonly path: string
  /** What it is compared by: in lower case where case does not count. */
  readonly key: string
  /** As it was sent, for the error. */
  readonly value: string
}

/**
 * The values of an extension's attributes whose `uniqueness` is not `none`, each once. Those of the core schemas are kept apart: they
 * are the names that a resource is found by.
 */
export function listUniqueValues(attributes: Attributes, type: ResourceType): readonly UniqueValue[] {
  const targets = uniqueAttributes(type)
  if (targets.length === 0) return none
  const values = targets.flatMap((target) => valuesOf(attributes, target).flatMap((value) => toUniqueValue(target, value)))
  return [...new Map(values.map((one) => [JSON.stringify([one.urn, one.path, one.key]), one])).values()]
}

const none: readonly UniqueValue[] = []

/** What a unique value of an attribute is compared by; `undefined` where the attribute is not unique, or not by text. */
export function toUniqueKey({ attribute, subAttribute }: ResolvedAttribute, value: string): string | undefined {
  const { type, uniqueness, caseExact } = subAttribute ?? attribute
  if (uniqueness === 'none' || !(type === 'string' || type === 'reference' || type === 'binary')) return undefined
  return caseExact ? value : foldText(value)
}

/** @see UniqueValue.path */
export const toUniquePath = ({ attribute, subAttribute }: ResolvedAttribute): string =>
  subAttribute ? `${attribute.name}.${subAttribute.name}` : attribute.name

function toUniqueValue(target: ResolvedAttribute, value: Json): UniqueValue[] {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  if (text === '') return []
  const isTime = (target.subAttribute ?? target.attribute).type === 'dateTime'
  const key = isTime ? String(toInstant(text) ?? text) : (toUniqueKey(target, text) ?? text)
  return [{ urn: target.schema.id, path: toUniquePath(target), key, value: text }]
}

function valuesOf(attributes: Attributes, target: ResolvedAttribute): readonly Json[] {
  const { subAttribute } = target
  const values = toList(getAttribute(attributes, target))
  return subAttribute ? values.flatMap((value) => toList(getValue(value, subAttribute.name))) : values
}

function toList(value: Json | undefined): readonly Json[] {
  if (value === undefined) return []
  return isList(value) ? value : [value]
}

function uniqueAttributes(type: ResourceType): readonly ResolvedAttribute[] {
  let found = known.get(type)
  if (!found) {
    found = type.schemaExtensions.flatMap(({ schema }) => listTargets(schema))
    known.set(type, found)
  }
  return found
}

const known = new WeakMap<ResourceType, readonly ResolvedAttribute[]>()

function listTargets(schema: Schema): readonly ResolvedAttribute[] {
  return schema.attributes.flatMap((attribute) => {
    const target = { schema, isExtension: true, attribute }
    if (attribute.uniqueness !== 'none') return [target]
    const parts = (attribute.subAttributes ?? []).filter(({ uniqueness }) => uniqueness !== 'none')
    return parts.map((subAttribute) => ({ ...target, subAttribute }))
  })
}
