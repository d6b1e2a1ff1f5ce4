import type { Json, JsonObject } from '#contract/scim/resource.ts'
import type { Attribute } from '#contract/scim/schema.ts'
import { getValue, isObject } from './json.ts'
import { jsonInRole } from './tolerance/jsonInRole.ts'
import type { Tolerances } from './tolerance/tolerance.ts'

/** A role whose `value` is an object written as JSON text, with that object's parts as its sub-attributes; any other value as it is. */
export function expandRole(value: JsonObject, attribute: Attribute, tolerances: Tolerances): JsonObject {
  if (attribute.name !== 'roles') return value
  const [key, text] = Object.entries(value).find(([name]) => name.toLowerCase() === 'value') ?? []
  if (key === undefined || typeof text !== 'string' || !text.trimStart().startsWith('{')) return value
  const role = readObject(text)
  const name = role && getValue(role, 'value')
  if (!role || name === undefined || !tolerances.use(jsonInRole)) return value
  const display = getValue(role, 'displayName') ?? getValue(role, 'display')
  return { ...value, [key]: name, ...(display !== undefined && { display }) }
}

function readObject(text: string): JsonObject | undefined {
  try {
    // JSON.parse makes nothing but Json.
    const json = JSON.parse(text) as Json
    return isObject(json) ? json : undefined
  } catch {
    // A role may be called anything, also "{"; then it is no JSON and stays as it is.
    return undefined
  }
}
