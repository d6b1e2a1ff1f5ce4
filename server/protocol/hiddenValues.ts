import type { Json } from '#contract/scim/resource.ts'
import type { Attribute, ResourceType } from '#contract/scim/schema.ts'
import { isList, isObject } from './json.ts'

/**
 * The values that a body, or a resource, gives to attributes of an extension that are never returned, wherever they stand: under their name, with or
 * without URN and attribute in front, or as the value of a patch operation whose path ends in it. Whoever records the body masks them.
 */
export function listHiddenValues(body: Json | undefined, type: ResourceType): readonly string[] {
  const names = hiddenNames(type)
  return names.size === 0 || body === undefined ? [] : collect(body, names)
}

function collect(value: Json, names: ReadonlySet<string>): string[] {
  if (isList(value)) return value.flatMap((one) => collect(one, names))
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([key, one]) => {
    const isNamed = key.toLowerCase() === 'value' && Object.entries(value).some(([name, path]) => isPathTo(name, path, names))
    return isNamed || names.has(lastName(key)) ? texts(one) : collect(one, names)
  })
}

const isPathTo = (name: string, path: Json, names: ReadonlySet<string>): boolean =>
  name.toLowerCase() === 'path' && typeof path === 'string' && names.has(lastName(path))

/** The last name of a path, in lower case; a filter in brackets says nothing here. */
const lastName = (path: string): string =>
  path
    .replace(/\[[^[\]]*\]/g, '')
    .split(/[.:]/)
    .at(-1)
    ?.trim()
    .toLowerCase() ?? ''

function texts(value: Json): string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)]
  if (isList(value)) return value.flatMap(texts)
  return isObject(value) ? Object.values(value).flatMap(texts) : []
}

function hiddenNames(type: ResourceType): ReadonlySet<string> {
  let names = known.get(type)
  if (!names) {
    const attributes = type.schemaExtensions.flatMap(({ schema }) => schema.attributes)
    const all = attributes.flatMap((attribute) => [attribute, ...(attribute.subAttributes ?? [])])
    names = new Set(all.filter(isHidden).map(({ name }) => name.toLowerCase()))
    known.set(type, names)
  }
  return names
}

const known = new WeakMap<ResourceType, ReadonlySet<string>>()

const isHidden = ({ returned }: Attribute): boolean => returned === 'never'
