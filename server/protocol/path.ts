import type { Attribute, ResourceType, Schema } from '#contract/scim/schema.ts'
import type { AttributePath, Filter } from './filter/ast.ts'
import { parseAttributePath } from './filter/parseAttributePath.ts'
import { parseValueFilter } from './filter/parseFilter.ts'
import { createTokenReader } from './filter/tokenReader.ts'
import { commonAttributes } from './schemas/commonAttributes.ts'
import { invalidPath, quoteValue, ScimError } from './scimError.ts'
import type { Tolerances } from './tolerance/tolerance.ts'

/** Where a patch operation applies: an attribute, or those of its values that a filter selects, or a sub-attribute of either. */
export interface PatchPath {
  readonly path: AttributePath
  /** Relative to one value of the attribute. */
  readonly filter?: Filter
}

/**
 * PATH = attrPath / valuePath [subAttr] (RFC 7644 §3.5.2)
 *
 * @throws ScimError invalidPath with the position of the error
 */
export function parsePath(text: string, tolerances: Tolerances): PatchPath {
  try {
    const tokens = createTokenReader(text, tolerances)
    const path = parseAttributePath(tokens)
    if (!tokens.take('[')) {
      tokens.expectEnd()
      return { path }
    }
    const filter = parseValueFilter(tokens)
    tokens.expect(']')
    const subAttribute = tokens.takeSubAttribute()
    tokens.expectEnd()
    return { path: { ...path, ...(subAttribute && { subAttribute }) }, filter }
  } catch (error) {
    if (!(error instanceof ScimError)) throw error
    throw invalidPath(`The path ${quoteValue(text)} is not valid: ${error.detail}`)
  }
}

/** What a path names. */
export interface ResolvedAttribute {
  /** The schema that defines the attribute; the core schema for a common one such as `id`. */
  readonly schema: Schema
  /** True where the attribute lives under the URN of an extension. */
  readonly isExtension: boolean
  readonly attribute: Attribute
  readonly subAttribute?: Attribute
}

/**
 * Finds what a path names, whatever its case (RFC 7644 §3.10). An attribute of an extension is found without its URN too, because
 * §3.10 only recommends to write it.
 */
export function resolveAttribute(type: ResourceType, path: AttributePath): ResolvedAttribute | undefined {
  for (const { schema, isExtension, attributes } of attributeSources(type)) {
    if (path.urn !== undefined && path.urn.toLowerCase() !== schema.id.toLowerCase()) continue
    const attribute = findAttribute(attributes, path.attribute)
    if (!attribute) continue
    if (path.subAttribute === undefined) return { schema, isExtension, attribute }
    const subAttribute = findAttribute(attribute.subAttributes ?? [], path.subAttribute)
    return subAttribute && { schema, isExtension, attribute, subAttribute }
  }
  return undefined
}

/** Finds the schema of `type` that has this URN, whatever its case. */
export function findSchema(type: ResourceType, urn: string): { schema: Schema; isExtension: boolean } | undefined {
  const wanted = urn.toLowerCase()
  return attributeSources(type).find(({ schema }) => schema.id.toLowerCase() === wanted)
}

/** Finds an attribute, or a sub-attribute, by its name, whatever its case. */
export function findAttribute(attributes: readonly Attribute[], name: string): Attribute | undefined {
  let byName = indexes.get(attributes)
  if (!byName) {
    byName = new Map(attributes.map((attribute) => [attribute.name.toLowerCase(), attribute]))
    indexes.set(attributes, byName)
  }
  return byName.get(name.toLowerCase())
}

const indexes = new WeakMap<readonly Attribute[], ReadonlyMap<string, Attribute>>()

/** A path as it is written; with its URN only where the attribute belongs to an extension. */
export function formatPath({ schema, isExtension, attribute, subAttribute }: ResolvedAttribute): string {
  return `${isExtension ? `${schema.id}:` : ''}${attribute.name}${subAttribute ? `.${subAttribute.name}` : ''}`
}

interface AttributeSource {
  readonly schema: Schema
  readonly isExtension: boolean
  readonly attributes: readonly Attribute[]
}

/** Where the attributes of a type come from, in the order in which a name is looked for; kept, since every name asks. */
function attributeSources(type: ResourceType): readonly AttributeSource[] {
  const known = sources.get(type)
  if (known) return known
  const found = [
    { schema: type.schema, isExtension: false, attributes: commonAttributes },
    { schema: type.schema, isExtension: false, attributes: type.schema.attributes },
    ...type.schemaExtensions.map(({ schema }) => ({ schema, isExtension: true, attributes: schema.attributes })),
  ]
  sources.set(type, found)
  return found
}

const sources = new WeakMap<ResourceType, readonly AttributeSource[]>()
