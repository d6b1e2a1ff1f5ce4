import { isDeepStrictEqual } from 'node:util'
import type { Attributes, StoredResource } from '#contract/scim/resource.ts'
import type { ResourceType } from '#contract/scim/schema.ts'
import { matchesValue } from '../protocol/filter/matches.ts'
import type { MembershipChange } from '../protocol/patch/membership.ts'
import { membersAttribute } from '../protocol/schemas/group.ts'
import { ScimError } from '../protocol/scimError.ts'
import { claimUniqueValues } from './claimUniqueValues.ts'
import type { OperationContext, Preconditions } from './context.ts'
import { noteExternalId } from './noteExternalId.ts'
import { passOverUnknown } from './passOverUnknown.ts'
import { refuseSwitchedOff } from './refuseSwitchedOff.ts'
import { toEntityTag } from './toResource.ts'

/** @throws ScimError 412 when the client wanted to change another version than the stored one (RFC 7644 §3.14) */
export function checkPreconditions(stored: StoredResource, { ifMatch }: Preconditions): void {
  if (ifMatch === undefined || ifMatch.trim() === '*') return
  // Weak and strong tags of one version are taken as the same: If-Match compares strongly by RFC 9110, and SCIM's tags are weak.
  const bare = (tag: string) => tag.trim().replace(/^W\//, '')
  if (!ifMatch.split(',').some((tag) => bare(tag) === bare(toEntityTag(stored)))) {
    throw new ScimError(412, `If-Match asks for version ${ifMatch.slice(0, 100)}, and the current one is ${toEntityTag(stored)}.`)
  }
}

/**
 * Puts new attributes and memberships in the place of a resource's old ones. A resource that did not change keeps its version.
 *
 * @throws ScimError 403 when one of the actions it amounts to is switched off; uniqueness (409)
 */
export function changeStored(
  context: OperationContext,
  type: ResourceType,
  {
    stored,
    attributes,
    membership = [],
  }: { stored: StoredResource; attributes: Attributes; membership?: readonly MembershipChange[] },
): StoredResource {
  const { connection, notes, service } = context
  refuseSwitchedOffActions(context, type, { before: stored.attributes, after: attributes })
  const members = changeMembers(context, stored, membership)
  const isSame = isDeepStrictEqual(stored.attributes, attributes) && members.added + members.removed === 0
  const changed = isSame
    ? stored
    : service.stores.resources.replace(connection.id, stored, attributes, service.now(), {
        uniqueName: type.name === 'User' || connection.settings.uniqueGroupNames,
      })
  claimUniqueValues(context, type, { stored: changed, before: stored.attributes })
  notes.after = changed.attributes
  if (type.name === 'Group') notes.members = members
  if (!isSame) noteExternalId(context, type, changed)
  return changed
}

/** A request that holds one switched-off action is refused whole. */
function refuseSwitchedOffActions(
  context: OperationContext,
  type: ResourceType,
  { before, after }: { before: Attributes; after: Attributes },
): void {
  if (type.name === 'Group') {
    refuseSwitchedOff(context, 'groups')
    return
  }
  const { active: wasActive, ...restBefore } = before
  const { active: isActive, ...restAfter } = after
  if ((wasActive !== false) !== (isActive !== false)) refuseSwitchedOff(context, 'deactivate')
  if (!isDeepStrictEqual(restBefore, restAfter)) refuseSwitchedOff(context, 'update')
}

/** Applies the membership changes in order; one row a member that really comes or goes. */
function changeMembers(
  context: OperationContext,
  group: StoredResource,
  changes: readonly MembershipChange[],
): { added: number; removed: number } {
  const { connection, service } = context
  const { memberships } = service.stores
  const mayPassOver = passOverUnknown(context)
  const total = { added: 0, removed: 0 }
  const list = () => memberships.list(group)
  for (const change of changes) {
    switch (change.kind) {
      case 'add':
        total.added += memberships.add(connection.id, group.id, change.ids, mayPassOver)
        break
      case 'remove':
        total.removed += memberships.remove(connection.id, group.id, change.ids)
        break
      case 'replace': {
        const wanted = new Set(change.ids)
        const gone = list().filter(({ id }) => !wanted.has(id))
        total.removed += memberships.remove(
          connection.id,
          group.id,
          gone.map(({ id }) => id),
        )
        total.added += memberships.add(connection.id, group.id, change.ids, mayPassOver)
        break
      }
      case 'removeMatching': {
        const gone = list().filter(({ id, display, resourceType }) =>
          matchesValue(change.filter, { value: id, display, type: resourceType }, membersAttribute),
        )
        total.removed += memberships.remove(
          connection.id,
          group.id,
          gone.map(({ id }) => id),
        )
        break
      }
      case 'clear':
        total.removed += memberships.clear(connection.id, group.id)
        break
    }
  }
  return total
}
