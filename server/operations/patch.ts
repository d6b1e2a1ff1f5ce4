import type { JsonObject, StoredResource } from '#contract/scim/resource.ts'
import type { ResourceType } from '#contract/scim/schema.ts'
import { applyPatch } from '../protocol/patch/applyPatch.ts'
import { takeMembership } from '../protocol/patch/membership.ts'
import { readPatchOp } from '../protocol/patch/readPatchOp.ts'
import { changeStored, checkPreconditions } from './change.ts'
import { type OperationContext, type Preconditions, resolveType, type WantedAttributes } from './context.ts'
import { getStored } from './get.ts'
import { keepActive } from './keepActive.ts'
import { toResource } from './toResource.ts'

/**
 * Changes parts of a resource (RFC 7644 §3.5.2): all patch operations or none.
 *
 * @param request `body` is a PatchOp, not yet checked
 * @returns `resource` undefined where the reply is 204: for a group unless attributes were asked for, which spares
 *   reading its members, and for a user by a setting of the connection
 * @throws ScimError notFound (404), 412, invalidSyntax, invalidPath, noTarget, invalidValue, mutability (400),
 *   uniqueness (409), 403 when one of its actions is switched off
 */
export function patchResource(
  context: OperationContext,
  coreType: ResourceType,
  { id, body, wanted, preconditions }: { id: string; body: unknown; wanted: WantedAttributes; preconditions: Preconditions },
): { resource: JsonObject | undefined; stored: StoredResource } {
  const type = resolveType(context, coreType)
  const stored = getStored(context, type, id)
  checkPreconditions(stored, preconditions)
  const operations = readPatchOp(body, context.tolerances)
  const { rest, changes } =
    type.name === 'Group' ? takeMembership(operations, context.tolerances) : { rest: operations, changes: [] }
  const patched = applyPatch(stored.attributes, { operations: rest, type, tolerances: context.tolerances })
  context.notes.notKept = patched.notKept
  const attributes = keepActive(patched.attributes, { before: stored.attributes, type })
  const changed = changeStored(context, type, { stored, attributes, membership: changes })

  const isAskedFor = wanted.attributes !== undefined || wanted.excludedAttributes !== undefined
  const isBodyLess = type.name === 'Group' ? !isAskedFor : context.connection.settings.userPatchNoContent && !isAskedFor
  return { stored: changed, resource: isBodyLess ? undefined : toResource(context, type, { stored: changed, wanted }) }
}
