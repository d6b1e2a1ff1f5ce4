import type { Json, JsonObject } from '#contract/scim/resource.ts'
import { findJsonError } from './findJsonError.ts'
import { invalidSyntax } from './scimError.ts'

const maxDepth = 32

/**
 * Reads JSON from outside.
 *
 * @throws ScimError invalidSyntax (400) with line and column of the error, without quoting the text, which may hold a password;
 *   also for objects and lists nested more than 32 deep
 */
export function parseJson(text: string): Json {
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text
  const tooDeepAt = findTooDeep(json)
  if (tooDeepAt !== undefined)
    throw invalidSyntax(`The JSON is nested more than ${maxDepth} levels deep at ${locate(json, tooDeepAt)}.`)
  try {
    // JSON.parse makes nothing but Json.
    return JSON.parse(json) as Json
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw invalidSyntax(`The body is not valid JSON: the error is at ${locate(json, findJsonError(json))}.`)
  }
}

/** Whether the value is a JSON object: not a list, not null. */
export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether the value is a list; `Array.isArray` does not narrow a readonly one. */
export const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value)

/** The value of a name that the object itself has; never something inherited. Undefined also where there is no object. */
export function getValue(object: Json | undefined, name: string): Json | undefined {
  return isObject(object) && Object.hasOwn(object, name) ? object[name] : undefined
}

/** JSON equality; the order of members does not count. */
export function isSameJson(left: Json | undefined, right: Json | undefined): boolean {
  if (left === right) return true
  if (isList(left) && isList(right))
    return left.length === right.length && left.every((one, index) => isSameJson(one, right[index]))
  if (!isObject(left) || !isObject(right)) return false
  const names = Object.keys(left)
  return (
    names.length === Object.keys(right).length &&
    names.every((name) => Object.hasOwn(right, name) && isSameJson(left[name], right[name]))
  )
}

/** The index of the bracket that nests too deep, before the text is parsed. */
function findTooDeep(text: string): number | undefined {
  let depth = 0
  let isInString = false
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]
    if (isInString) {
      if (character === '\\') at += 1
      else if (character === '"') isInString = false
      continue
    }
    if (character === '"') isInString = true
    else if (character === ']' || character === '}') depth -= 1
    else if (character === '[' || character === '{') {
      depth += 1
      if (depth > maxDepth) return at
    }
  }
  return undefined
}

function locate(text: string, index: number): string {
  const before = text.slice(0, index).split('\n')
  return `line ${before.length}, column ${(before.at(-1) ?? '').length + 1} (character ${index + 1})`
}
