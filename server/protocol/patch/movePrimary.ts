import type { Json } from '#contract/scim/resource.ts'
import { isObject } from '../json.ts'
import { isPrimary } from '../validateValue.ts'

/**
 * Takes the mark of the preferred value from the other values when a changed one has it (RFC 7644 §3.5.2).
 *
 * @param values undefined for those that were removed
 */
export function movePrimary(values: readonly (Json | undefined)[], isChanged: (index: number) => boolean): readonly Json[] {
  const hasNewPrimary = values.some((value, index) => value !== undefined && isChanged(index) && isPrimary(value))
  return values.flatMap((value, index) => {
    if (value === undefined) return []
    const loses = hasNewPrimary && !isChanged(index) && isObject(value) && isPrimary(value)
    return [loses ? { ...value, primary: false } : value]
  })
}
