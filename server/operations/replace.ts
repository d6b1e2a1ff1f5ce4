import type { JsonObject, StoredResource } from '#contract/scim/resource.ts'
import type { ResourceType } from '#contract/scim/schema.ts'
import { keepFixedValues } from '../protocol/fixedValues.ts'
import { takeMembers } from '../protocol/patch/membership.ts'
import { validateResource } from '../protocol/validate.ts'
import { changeStored, checkPreconditions } from './change.ts'
import { type OperationContext, type Preconditions, resolveType, type WantedAttributes } from './context.ts'
import { getStored } from './get.ts'
import { keepActive } from './keepActive.ts'
import { toResource } from './toResource.ts'

/**
 * Replaces a resource (RFC 7644 §3.5.1): what the body leaves out is cleared. Kept when they are left out are `active`,
 * since an update that does not mention it must not bring an archived learner back, the members of a group, since absent
 * is not empty, and what no client may take away: see `keepFixedValues`.
 *
 * @param request `body` is the request's JSON, not yet checked
 * @throws ScimError notFound (404), 412, invalidValue, mutability (400), uniqueness (409), 403 when one of its actions is switched off
 */
export function replaceResource(
  context: OperationContext,
  coreType: ResourceType,
  { id, body, wanted, preconditions }: { id: string; body: unknown; wanted: WantedAttributes; preconditions: Preconditions },
): { resource: JsonObject; stored: StoredResource } {
  const type = resolveType(context, coreType)
  const stored = getStored(context, type, id)
  checkPreconditions(stored, preconditions)
  const valid = validateResource(body, type, context.tolerances)
  context.notes.notKept = valid.notKept
  const { attributes: taken, members } = takeMembers(valid.attributes)
  const former = { before: stored.attributes, type }
  const attributes = keepFixedValues(keepActive(taken, former), former)
  const changed = changeStored(context, type, {
    stored,
    attributes,
    membership: members ? [{ kind: 'replace', ids: members }] : [],
  })
  return { stored: changed, resource: toResource(context, type, { stored: changed, wanted }) }
}
