import type { Attributes, Json, JsonObject } from '#contract/scim/resource.ts'
import type { Attribute, ResourceType } from '#contract/scim/schema.ts'
import { getAttribute, setAttribute, setValue } from './attributeValues.ts'
import { getValue, isObject, isSameJson } from './json.ts'
import { findAttribute, formatPath, type ResolvedAttribute } from './path.ts'
import { mutability } from './scimError.ts'

/** What a write is compared with. */
interface Former {
  /** The attributes as they were. */
  readonly before: Attributes
  readonly type: ResourceType
}

/**
 * Keeps what a replacement of all attributes must not take away (RFC 7644 §3.5.1): values of immutable and read-only attributes that
 * the body leaves out, and those that no client sees.
 *
 * @throws ScimError mutability (400) where an immutable attribute would get another value
 */
export function keepFixedValues(after: Attributes, { before, type }: Former): Attributes {
  refuseOtherValues(after, { before, type }, { isOmitted: (value) => value === undefined })
  let kept = after
  for (const target of fixedAttributes(type)) {
    const value = findValue(before, target)
    if (value !== undefined) kept = withValue(kept, target, value)
  }
  return keepUnseenValues(kept, { before, type })
}

/**
 * Keeps the values of extensions, and of attributes of them, that the connection no longer has: a client cannot take away what it does
 * not see, and they are there again once the attribute is.
 */
export function keepUnseenValues(after: Attributes, { before, type }: Former): Attributes {
  let kept = after
  for (const [urn, extension] of Object.entries(before)) {
    // No name of an attribute holds a colon.
    if (!urn.includes(':') || !isObject(extension)) continue
    const schema = type.schemaExtensions.find(({ schema: { id } }) => id === urn)?.schema
    const unseen = Object.entries(extension).filter(([name]) => !schema || !findAttribute(schema.attributes, name))
    if (unseen.length === 0) continue
    const own = getValue(kept, urn)
    kept = setValue(kept, urn, { ...(isObject(own) && own), ...Object.fromEntries(unseen) })
  }
  return kept
}

/**
 * Refuses a patch that changes or removes the value of an immutable attribute; giving it a first one is allowed (RFC 7644 §3.5.2).
 *
 * @throws ScimError mutability (400)
 */
export function refuseFixedChanges(after: Attributes, former: Former): void {
  refuseOtherValues(after, former, { isOmitted: () => false })
}

/** The same for the sub-attributes of one value of a complex attribute. */
export function refuseFixedParts(
  after: JsonObject | undefined,
  { before, attribute, label }: { before: JsonObject; attribute: Attribute; label: string },
): void {
  for (const { name, mutability: kind } of attribute.subAttributes ?? []) {
    const value = kind === 'immutable' ? getValue(before, name) : undefined
    if (value !== undefined && !isSameJson(value, getValue(after, name))) throw immutable(`${label}.${name}`)
  }
}

const immutable = (label: string) => mutability(`${label} is immutable: it has a value already, which cannot be changed.`)

function refuseOtherValues(
  after: Attributes,
  { before, type }: Former,
  { isOmitted }: { isOmitted: (value: Json | undefined) => boolean },
): void {
  for (const target of fixedAttributes(type)) {
    if ((target.subAttribute ?? target.attribute).mutability !== 'immutable') continue
    const was = findValue(before, target)
    const is = findValue(after, target)
    if (was !== undefined && !isOmitted(is) && !isSameJson(was, is)) throw immutable(formatPath(target))
  }
}

function findValue(attributes: Attributes, target: ResolvedAttribute): Json | undefined {
  const value = getAttribute(attributes, target)
  return target.subAttribute ? getValue(value, target.subAttribute.name) : value
}

function withValue(attributes: Attributes, target: ResolvedAttribute, value: Json): Attributes {
  if (!target.subAttribute) return setAttribute(attributes, target, value)
  const whole = getAttribute(attributes, target)
  return setAttribute(attributes, target, setValue(isObject(whole) ? whole : {}, target.subAttribute.name, value))
}

/** The attributes of extensions that keep a value once they have it. Of several values each may go, and so do its parts. */
function fixedAttributes(type: ResourceType): readonly ResolvedAttribute[] {
  let found = fixed.get(type)
  if (!found) {
    found = type.schemaExtensions.flatMap(({ schema }) =>
      schema.attributes.flatMap((attribute) => {
        const target = { schema, isExtension: true, attribute }
        if (isFixed(attribute)) return [target]
        if (attribute.multiValued) return []
        return (attribute.subAttributes ?? []).filter(isFixed).map((subAttribute) => ({ ...target, subAttribute }))
      }),
    )
    fixed.set(type, found)
  }
  return found
}

const fixed = new WeakMap<ResourceType, readonly ResolvedAttribute[]>()

const isFixed = ({ mutability: kind }: Attribute): boolean => kind === 'immutable' || kind === 'readOnly'
