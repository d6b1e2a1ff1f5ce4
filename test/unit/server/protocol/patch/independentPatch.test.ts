import fc from 'fast-check'
import { scimPatch } from 'scim-patch'
import { describe, expect, it } from 'vitest'
import type { Attributes, Json } from '#contract/scim/resource.ts'
import { ScimError } from '../../../../../server/protocol/scimError.ts'
import { wideUserType } from '../../../../support/arbitraries.ts'
import { strict } from '../recordTolerances.ts'
import { aStoredResource, operationsOn, patchable, toPatchOperation } from './anOperation.ts'
import type { ModelOperation } from './patchModel.ts'
import { patchWith } from './patchUser.ts'

/** Texts that the package, which compares them in their case, finds equal only where they are. */
const lowerCase = { texts: ['a', 'b', 'work'] }
const resource = aStoredResource(wideUserType, lowerCase)
const operations = operationsOn(patchable(wideUserType), lowerCase)

/**
 * Where the package scim-patch does as RFC 7644 §3.5.2 says. It knows no schema: it takes no mark of preference away, adds a value that
 * differs from one of the same `value` and `type` once more, changes no sub-attribute of all values, compares times as texts,
 * reads no number below zero in a filter, and passes over a removal that selects nothing.
 */
function isDoneAlike({ op, attribute, subAttribute, where, value }: ModelOperation): boolean {
  const names = [subAttribute?.name, ...(where ?? []).map(([{ name }]) => name)]
  if (names.includes('primary') || JSON.stringify(value ?? null).includes('"primary":true')) return false
  if (where?.some(([{ type }, wanted]) => type === 'dateTime' || (typeof wanted === 'number' && wanted < 0))) return false
  if (where) return op !== 'add' && (subAttribute !== undefined || op === 'remove')
  return !attribute.multiValued || (subAttribute === undefined && op !== 'add')
}

/** By the package; undefined where it refuses. Our attributes are a whole resource to it. */
function patchIndependently(before: Attributes, written: readonly ModelOperation[]): Json | undefined {
  const whole = { schemas: [], meta: { resourceType: 'User', created: new Date(0), lastModified: new Date(0), location: '' } }
  try {
    const { schemas, meta, ...rest } = scimPatch(
      { ...whole, ...structuredClone(before) },
      // Its types know text, lists and objects as values; it takes any.
      written.map(toPatchOperation) as Parameters<typeof scimPatch>[1],
      { mutateDocument: false, treatMissingAsAdd: false },
    )
    expect(schemas).toEqual([])
    expect(meta.resourceType).toBe('User')
    return withoutEmpty(rest)
  } catch {
    // It has errors of many kinds; what counts is that it refused.
    return undefined
  }
}

/** RFC 7643 §2.5: what is empty is not there. A value of a core attribute with nothing but its type or its preference says nothing. */
function withoutEmpty(resource: object): Json {
  const isEmpty = (value: unknown): boolean => typeof value === 'object' && value !== null && Object.keys(value).length === 0
  const saysNothing = (value: unknown): boolean =>
    typeof value === 'object' && value !== null && Object.keys(value).every((name) => name === 'type' || name === 'primary')
  const prune = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(prune).filter((one) => !isEmpty(one))
    if (typeof value !== 'object' || value === null) return value
    const kept = Object.entries(value).map(([name, one]): [string, unknown] => [name, prune(one)])
    return Object.fromEntries(kept.filter(([, one]) => !isEmpty(one)))
  }
  const substance = Object.entries(resource).map(([name, value]: [string, unknown]) => [
    name,
    Array.isArray(value) ? value.filter((one) => !saysNothing(one)) : value,
  ])
  return JSON.parse(JSON.stringify(prune(Object.fromEntries(substance))))
}

function patch(before: Attributes, written: readonly ModelOperation[]): Json | undefined {
  try {
    return patchWith(strict, before, written.map(toPatchOperation), wideUserType).attributes
  } catch (error) {
    if (error instanceof ScimError) return undefined
    throw error
  }
}

describe('any patch that the package scim-patch applies by the RFC', () => {
  it('comes to the same', () => {
    let compared = 0
    fc.assert(
      fc.property(resource, operations, (before, written) => {
        const alike = written.filter(isDoneAlike)
        const ours = patch(before, alike)
        if (ours === undefined) return
        expect(ours).toEqual(patchIndependently(before, alike))
        compared += alike.length
      }),
      { numRuns: 1200 },
    )
    expect(compared).toBeGreaterThan(1000)
  })
})
