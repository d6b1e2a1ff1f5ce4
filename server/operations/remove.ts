import type { ResourceType } from '#contract/scim/schema.ts'
import { checkPreconditions } from './change.ts'
import type { OperationContext, Preconditions } from './context.ts'
import { getStored } from './get.ts'
import { refuseSwitchedOff } from './refuseSwitchedOff.ts'

/**
 * Deletes a resource (RFC 7644 §3.6): SCIM no longer sees it. The roster keeps a learner, with its history, as *deleted*.
 *
 * @throws ScimError notFound (404), 412, 403 when deactivating or groups are switched off
 */
export function removeResource(
  context: OperationContext,
  type: ResourceType,
  { id, preconditions }: { id: string; preconditions: Preconditions },
): void {
  const { connection, notes, service } = context
  const stored = getStored(context, type, id)
  checkPreconditions(stored, preconditions)
  refuseSwitchedOff(context, type.name === 'User' ? 'deactivate' : 'groups')
  const { memberships, resources } = service.stores
  notes.versions = { before: stored.version, after: 0 }
  notes.memberships = [
    ...memberships.listIds(stored).map((memberId) => ({ groupId: id, memberId, joined: false })),
    ...memberships.ofMember(stored).map((group) => ({ groupId: group.id, memberId: id, joined: false })),
  ]
  resources.remove(connection.id, type.name, id, service.now())
}
