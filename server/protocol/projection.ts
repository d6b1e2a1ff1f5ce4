import type { Json, JsonObject } from '#contract/scim/resource.ts'
import type { Attribute, ResourceType, Schema } from '#contract/scim/schema.ts'
import { toAttributePath } from './filter/parseAttributePath.ts'
import { isList, isObject } from './json.ts'
import { findAttribute, findSchema, resolveAttribute } from './path.ts'
import { commonAttributes } from './schemas/commonAttributes.ts'

/** What the client asked for, as it stands in the query: names with commas between them. */
export interface ProjectionQuery {
  readonly attributes?: string
  readonly excludedAttributes?: string
}

/**
 * Leaves those attributes of a resource that its reply returns (RFC 7644 §3.9; `returned`, RFC 7643 §7). Names that no schema has are
 * ignored. Where both lists are given, `attributes` decides first and `excludedAttributes` takes away.
 */
export function project(resource: JsonObject, type: ResourceType, query: ProjectionQuery): JsonObject {
  const wanted = readNames(query.attributes, type)
  const excluded = readNames(query.excludedAttributes, type) ?? emptyNames
  const extensions = new Map(type.schemaExtensions.map(({ schema }) => [schema.id, schema]))
  return toObject(
    Object.entries(resource).map(([name, value]) => {
      const extension = extensions.get(name)
      if (extension) return [name, projectExtension(value, extension, { wanted, excluded })]
      const attribute = findAttribute(commonAttributes, name) ?? findAttribute(type.schema.attributes, name)
      return [name, attribute && projectAttribute(value, attribute, { wanted, excluded })]
    }),
  )
}

interface Names {
  /** Whole attributes. */
  readonly attributes: ReadonlySet<Attribute>
  /** Attributes of which only these sub-attributes are meant. */
  readonly subAttributes: ReadonlyMap<Attribute, ReadonlySet<Attribute>>
  /** Whole extensions. */
  readonly schemas: ReadonlySet<Schema>
}

interface Selection {
  /** Undefined where the client named none. */
  readonly wanted: Names | undefined
  readonly excluded: Names
  /** True where a stored value may have sub-attributes that its schema has no longer. */
  readonly mayHoldUnseen?: boolean
}

const emptyNames: Names = { attributes: new Set(), subAttributes: new Map(), schemas: new Set() }

function readNames(list: string | undefined, type: ResourceType): Names | undefined {
  if (list === undefined || list.trim() === '') return undefined
  const attributes = new Set<Attribute>()
  const subAttributes = new Map<Attribute, Set<Attribute>>()
  const schemas = new Set<Schema>()
  // A filter in brackets says nothing here: `emails[type eq "work"]` asks for emails.
  for (const name of list.replace(/\[[^[\]]*\]/g, '').split(',')) {
    const extension = findSchema(type, name.trim())
    if (extension) schemas.add(extension.schema)
    const path = toAttributePath(name.trim())
    const resolved = path && resolveAttribute(type, path)
    if (!resolved) continue
    const { attribute, subAttribute } = resolved
    if (subAttribute) subAttributes.set(attribute, (subAttributes.get(attribute) ?? new Set()).add(subAttribute))
    else attributes.add(attribute)
  }
  return { attributes, subAttributes, schemas }
}

function projectExtension(value: Json, schema: Schema, { wanted, excluded }: Selection): Json | undefined {
  if (!isObject(value)) return undefined
  // Excluded as a whole, it keeps what is always returned.
  const isWhole = !excluded.schemas.has(schema) && wanted?.schemas.has(schema)
  const selection = { wanted: excluded.schemas.has(schema) ? emptyNames : isWhole ? undefined : wanted, excluded }
  const kept = toObject(
    Object.entries(value).map(([name, one]) => {
      const attribute = findAttribute(schema.attributes, name)
      return [name, attribute && projectAttribute(one, attribute, { ...selection, mayHoldUnseen: true })]
    }),
  )
  return Object.keys(kept).length === 0 ? undefined : kept
}

function projectAttribute(value: Json, attribute: Attribute, { wanted, excluded, mayHoldUnseen }: Selection): Json | undefined {
  const isAlways = attribute.returned === 'always'
  if (attribute.returned === 'never' || (!isAlways && excluded.attributes.has(attribute))) return undefined
  const isWhole = isAlways || (wanted ? wanted.attributes.has(attribute) : attribute.returned === 'default')
  const wantedParts = isWhole ? undefined : wanted?.subAttributes.get(attribute)
  if (!isWhole && !wantedParts) return undefined
  const excludedParts = excluded.subAttributes.get(attribute)
  const isChosenFrom = mayHoldUnseen ? attribute.type === 'complex' : attribute.subAttributes?.some(isReturnedBySpecialRule)
  if (!wantedParts && !excludedParts && !isChosenFrom) return value
  const keeps = (name: string): boolean => {
    const subAttribute = findAttribute(attribute.subAttributes ?? [], name)
    if (subAttribute === undefined || subAttribute.returned === 'never') return false
    if (subAttribute.returned === 'always') return true
    const isWanted = wantedParts ? wantedParts.has(subAttribute) : subAttribute.returned === 'default'
    return isWanted && !excludedParts?.has(subAttribute)
  }
  return isList(value) ? keepLists(value, keeps) : keepParts(value, keeps)
}

const isReturnedBySpecialRule = ({ returned }: Attribute): boolean => returned !== 'default'

function keepLists(values: readonly Json[], keeps: (name: string) => boolean): Json | undefined {
  const kept = values.flatMap((value) => keepParts(value, keeps) ?? [])
  return kept.length === 0 ? undefined : kept
}

function keepParts(value: Json, keeps: (name: string) => boolean): Json | undefined {
  if (!isObject(value)) return value
  const kept = Object.entries(value).filter(([name]) => keeps(name))
  return kept.length === 0 ? undefined : Object.fromEntries(kept)
}

function toObject(entries: readonly (readonly [string, Json | undefined])[]): JsonObject {
  const object: Record<string, Json> = {}
  for (const [name, value] of entries) if (value !== undefined) object[name] = value
  return object
}
