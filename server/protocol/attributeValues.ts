import type { Attributes, Json } from '#contract/scim/resource.ts'
import type { Schema } from '#contract/scim/schema.ts'
import { getValue, isObject } from './json.ts'
import { findAttribute, type ResolvedAttribute } from './path.ts'

/** The value of an attribute of a resource, in the extension that it belongs to. */
export function getAttribute(attributes: Attributes, { schema, isExtension, attribute }: ResolvedAttribute): Json | undefined {
  return getValue(isExtension ? getValue(attributes, schema.id) : attributes, attribute.name)
}

/** The attributes with this one set, or without it where `value` is undefined; an extension without attributes goes too. */
export function setAttribute(
  attributes: Attributes,
  { schema, isExtension, attribute }: ResolvedAttribute,
  value: Json | undefined,
): Attributes {
  if (!isExtension) return setValue(attributes, attribute.name, value)
  const before = getValue(attributes, schema.id)
  const extension = setValue(isObject(before) ? before : {}, attribute.name, value)
  return setValue(attributes, schema.id, Object.keys(extension).length === 0 ? undefined : extension)
}

/** Whether a resource has any attribute of an extension. What is stored of attributes that its schema had once does not count. */
export function hasExtension(attributes: Attributes, { id, attributes: known }: Schema): boolean {
  const extension = getValue(attributes, id)
  return isObject(extension) && Object.keys(extension).some((name) => findAttribute(known, name) !== undefined)
}

/** The object with one name set, or without it where `value` is undefined. */
export function setValue(object: Attributes, name: string, value: Json | undefined): Attributes {
  if (value !== undefined) return { ...object, [name]: value }
  const { [name]: _, ...rest } = object
  return rest
}
