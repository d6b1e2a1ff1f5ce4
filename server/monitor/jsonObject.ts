import type { Json, JsonObject } from '#contract/scim/resource.ts'
import { isObject } from '../protocol/json.ts'

/** The value under a name, whatever the name's case; SCIM compares attribute names so (RFC 7643 §2.1). */
export function findMember(object: Json | null | undefined, name: string): Json | undefined {
  if (!isObject(object)) return undefined
  const wanted = name.toLowerCase()
  const key = Object.keys(object).find((one) => one.toLowerCase() === wanted)
  return key === undefined ? undefined : object[key]
}

/** The text under a name, whatever the name's case; undefined where there is none or it is blank. */
export function findText(object: Json | null | undefined, name: string): string | undefined {
  const value = findMember(object, name)
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}

/** The patch operations of a body, as they came; none where it is not a PatchOp. */
export function listOperations(body: Json | undefined): JsonObject[] {
  const operations = findMember(body, 'Operations')
  return Array.isArray(operations) ? operations.filter(isObject) : []
}
