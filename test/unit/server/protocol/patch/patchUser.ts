import type { Attributes, Json } from '#contract/scim/resource.ts'
import { applyPatch } from '../../../../../server/protocol/patch/applyPatch.ts'
import { readPatchOp } from '../../../../../server/protocol/patch/readPatchOp.ts'
import { userType } from '../../../../../server/protocol/schemas/resourceTypes.ts'
import type { Tolerances } from '../../../../../server/protocol/tolerance/tolerance.ts'
import { errorOf } from '../errorOf.ts'
import { strict } from '../recordTolerances.ts'

export const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
export const work = { value: 'maya@example.com', type: 'work', primary: true }
export const home = { value: 'maya@home.example', type: 'home' }

/** Applies the operations of a PatchOp. */
export function patchWith(tolerances: Tolerances, before: Attributes, operations: Json[], type = userType) {
  const body = { schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations: operations }
  return applyPatch(before, { operations: readPatchOp(body, tolerances), type, tolerances })
}

/** Applies operations to a user, in strict mode. */
export const patch = (before: Attributes, ...operations: Json[]) =>
  patchWith(strict, { userName: 'maya', ...before }, operations).attributes

/** What a client is told about a patch that cannot be applied, in strict mode. */
export const failureOf = (before: Attributes, ...operations: Json[]) => errorOf(() => patch(before, ...operations))
