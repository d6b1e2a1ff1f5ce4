import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Attributes } from '#contract/scim/resource.ts'
import { ScimError } from '../../../../../server/protocol/scimError.ts'
import { wideUserType } from '../../../../support/arbitraries.ts'
import { strict } from '../recordTolerances.ts'
import { aStoredResource, operationsOn, patchable, toPatchOperation } from './anOperation.ts'
import { applyModel, ModelError, type ModelOperation } from './patchModel.ts'
import { patchWith } from './patchUser.ts'

// So few texts that values are the same, or selected, again and again.
const few = { texts: ['a', 'A', 'b'] }
const resource = aStoredResource(wideUserType, few)
const operations = operationsOn(patchable(wideUserType), few)

/** What comes of it: the attributes, or the scimType of the refusal. */
function patchOf(before: Attributes, written: readonly ModelOperation[]): unknown {
  try {
    return patchWith(strict, before, written.map(toPatchOperation), wideUserType).attributes
  } catch (error) {
    if (error instanceof ScimError) return error.scimType
    throw error
  }
}

function modelOf(before: Attributes, written: readonly ModelOperation[]): unknown {
  try {
    return applyModel(before, written)
  } catch (error) {
    if (error instanceof ModelError) return error.message
    throw error
  }
}

describe('any patch', () => {
  it('comes to what RFC 7644 §3.5.2 says, put as plainly as it can be', () => {
    let applied = 0
    fc.assert(
      fc.property(resource, operations, (before, written) => {
        const expected = modelOf(before, written)
        expect(patchOf(before, written)).toEqual(expected)
        if (typeof expected === 'object') applied += 1
      }),
      { numRuns: 1000 },
    )
    expect(applied).toBeGreaterThan(100)
  })
})
