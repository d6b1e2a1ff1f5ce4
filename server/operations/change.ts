import { isDeepStrictEqual } from 'node:util'
import type { Attributes, StoredResource } from '#contract/scim/resource.ts'
import type { ResourceType } from '#contract/scim/schema.ts'
import type { MembershipNote } from '../notes.ts'
import { assertNever } from '../protocol/assertNever.ts'
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
  const memberships = changeMembers(context, stored, membership)
  const isSame = isDeepStrictEqual(stored.attributes, attributes) && memberships.length === 0
  const changed = isSame
    ? stored
    : service.stores.resources.replace(connection.id, stored, attributes, service.now(), {
        uniqueName: type.name === 'User' || connection.settings.uniqueGroupNames,
      })
  claimUniqueValues(context, type, { stored: changed, before: stored.attributes })
  notes.after = changed.attributes
  notes.versions = { before: stored.version, after: changed.version }
  if (type.name === 'Group') {
    const added = memberships.filter(({ joined }) => joined).length
    notes.memberships = memberships
    notes.members = { added, removed: memberships.length - added }
  }
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
): readonly MembershipNote[] {
  const { connection, service } = context
  const { memberships } = service.stores
  const mayPassOver = passOverUnknown(context)
  const list = () => memberships.list(group)
  const toNotes = (ids: readonly string[], joined: boolean) =>
    ids.map((memberId): MembershipNote => ({ groupId: group.id, memberId, joined }))
  const add = (ids: readonly string[]) => toNotes(memberships.add(connection.id, group.id, ids, mayPassOver), true)
  const remove = (ids: readonly string[]) => toNotes(memberships.remove(connection.id, group.id, ids), false)
  return changes.flatMap((change) => {
    switch (change.kind) {
      case 'add':
        return add(change.ids)
      case 'remove':
        return remove(change.ids)
      case 'replace': {
        const wanted = new Set(change.ids)
        const gone = list().filter(({ id }) => !wanted.has(id))
        return [...remove(gone.map(({ id }) => id)), ...add(change.ids)]
      }
      case 'removeMatching': {
        const gone = list().filter(({ id, display, resourceType }) =>
          matchesValue(change.filter, { value: id, display, type: resourceType }, membersAttribute),
        )
        return remove(gone.map(({ id }) => id))
      }
      case 'clear':
        return toNotes(memberships.clear(connection.id, group.id), false)
      default:
        return assertNever(change)
    }
  })
}
