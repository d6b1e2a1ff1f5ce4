import type { StoredResource } from '#contract/scim/resource.ts'
import type { ResourceType } from '#contract/scim/schema.ts'
import type { OperationContext } from './context.ts'

/** An externalId may repeat (RFC 7643 §3.1 leaves it to the client), but two learners with one is worth a warning. */
export function noteExternalId(
  { connection, notes, service }: OperationContext,
  type: ResourceType,
  stored: StoredResource,
): void {
  const { externalId } = stored.attributes
  if (typeof externalId !== 'string') return
  notes.externalIdRepeated = service.stores.resources.countByExternalId(connection.id, type.name, externalId) > 1
}
