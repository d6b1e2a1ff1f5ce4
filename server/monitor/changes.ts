import type { Change } from '#contract/exchange.ts'
import type { Attributes, Json, JsonObject } from '#contract/scim/resource.ts'
import { isObject, isSameJson } from '../protocol/json.ts'

/**
 * What differs between a resource before and after a write, by path: `name.familyName`, `emails[type eq "work"].value`,
 * `urn:...:User:department`. The values of a multi-valued attribute are matched by type and value, so that their order does not
 * count. null: the resource did not exist.
 */
export function compareAttributes(before: Attributes | null, after: Attributes | null): Change[] {
  return compareObjects(before ?? {}, after ?? {}, '')
}

/** @param prefix ends with what separates it from a name: a colon after the URN of an extension, else a dot */
function compareObjects(before: JsonObject, after: JsonObject, prefix: string): Change[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...names].flatMap((name) => {
    const isExtension = prefix === '' && name.includes(':')
    return compareValues(before[name], after[name], { path: `${prefix}${name}`, separator: isExtension ? ':' : '.' })
  })
}

function compareValues(before: Json | undefined, after: Json | undefined, at: { path: string; separator: string }): Change[] {
  if (isSameJson(before, after)) return []
  if (isValues(before ?? after) && isValues(after ?? before))
    return compareMultiValued(toValues(before), toValues(after), at.path)
  if (isObject(before ?? after) && isObject(after ?? before)) {
    return compareObjects(toObject(before), toObject(after), `${at.path}${at.separator}`)
  }
  return [toChange(at.path, before, after)]
}

function toChange(attribute: string, before: Json | undefined, after: Json | undefined): Change {
  if (before === undefined) return { kind: 'added', attribute, after: after ?? null }
  if (after === undefined) return { kind: 'removed', attribute, before: before ?? null }
  return { kind: 'replaced', attribute, before: before ?? null, after: after ?? null }
}

/** A multi-valued attribute with complex values; simple values are compared as one. */
function isValues(value: Json | undefined): value is readonly JsonObject[] {
  return Array.isArray(value) && value.every(isObject)
}

const toValues = (value: Json | undefined) => (isValues(value) ? value : [])
const toObject = (value: Json | undefined) => (isObject(value) ? value : {})

interface Pair {
  readonly before: JsonObject | undefined
  readonly after: JsonObject | undefined
}

function compareMultiValued(before: readonly JsonObject[], after: readonly JsonObject[], path: string): Change[] {
  return toPairs(before, after).flatMap((pair) => {
    const selector = toSelector(pair, before, after)
    const entries = compareObjects(
      toComparable(pair.before, selector),
      toComparable(pair.after, selector),
      `${path}${selector.text}.`,
    )
    // A value that has nothing but its type.
    return entries.length > 0 || isSameJson(pair.before, pair.after)
      ? entries
      : [toChange(`${path}${selector.text}`, pair.before, pair.after)]
  })
}

/** Equal ones first, then those of one type and value, then of a type that stands once, then of one value. */
function toPairs(before: readonly JsonObject[], after: readonly JsonObject[]): Pair[] {
  let left = before
  let right = after
  const pairs: Pair[] = []
  const take = (isPair: (one: JsonObject, other: JsonObject) => boolean) => {
    const rest = [...right]
    left = left.filter((one) => {
      const index = rest.findIndex((other) => isPair(one, other))
      if (index < 0) return true
      pairs.push({ before: one, after: rest[index] })
      rest.splice(index, 1)
      return false
    })
    right = rest
  }
  take(isSameJson)
  take((one, other) => hasSame('type', one, other) && hasSame('value', one, other))
  const isSingle = (one: JsonObject) =>
    [left, right].every((values) => values.filter((other) => hasSame('type', one, other)).length <= 1)
  const singles = new Set([...left, ...right].filter(isSingle))
  take((one, other) => singles.has(one) && hasSame('type', one, other))
  take((one, other) => one['value'] !== undefined && hasSame('value', one, other))
  return [
    ...pairs,
    ...left.map((one): Pair => ({ before: one, after: undefined })),
    ...right.map((one): Pair => ({ before: undefined, after: one })),
  ]
}

function hasSame(name: string, one: JsonObject, other: JsonObject): boolean {
  const [left, right] = [one[name], other[name]]
  return typeof left === 'string' && typeof right === 'string'
    ? left.toLowerCase() === right.toLowerCase()
    : isSameJson(left, right)
}

interface Selector {
  readonly text: string
  /** The sub-attribute that the text already tells. */
  readonly name: string | null
}

/** What names one value among its siblings: its type where no other has it, else its value, else nothing. */
function toSelector({ before, after }: Pair, allBefore: readonly JsonObject[], allAfter: readonly JsonObject[]): Selector {
  const one = after ?? before ?? {}
  const isAlone = [allBefore, allAfter].every((values) => values.filter((other) => hasSame('type', one, other)).length <= 1)
  const keepsType = !before || !after || hasSame('type', before, after)
  if (typeof one['type'] === 'string' && isAlone && keepsType)
    return { text: `[type eq ${JSON.stringify(one['type'])}]`, name: 'type' }
  const isTold = allBefore.length > 1 || allAfter.length > 1
  const shown = (before ?? one)['value']
  return isTold && typeof shown === 'string'
    ? { text: `[value eq ${JSON.stringify(shown)}]`, name: null }
    : { text: '', name: null }
}

function toComparable(value: JsonObject | undefined, { name }: Selector): JsonObject {
  return Object.fromEntries(Object.entries(value ?? {}).filter(([one]) => one !== name))
}
