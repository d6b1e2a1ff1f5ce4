import type { Attributes, Json, JsonObject } from '#contract/scim/resource.ts'
import { isSameJson } from '../../protocol/json.ts'
import type { Undo } from '../../storage/exchangeTouches.ts'

/** What was before, of the attributes that differ. */
export function toBefore(before: Attributes | null, after: Attributes | null): JsonObject {
  if (before === null) return {}
  if (after === null) return before
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  const differing = [...names].filter((name) => !isSameJson(before[name], after[name]))
  return Object.fromEntries(differing.map((name): [string, Json] => [name, before[name] ?? null]))
}

/** The attributes before a write that was no creation. */
export function takeBack(after: Attributes, { before }: Pick<Undo, 'before'>): Attributes {
  return Object.fromEntries(Object.entries({ ...after, ...before }).filter(([, value]) => value !== null))
}
