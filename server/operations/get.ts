import type { JsonObject, StoredResource } from '#contract/scim/resource.ts'
import type { ResourceType } from '#contract/scim/schema.ts'
import { notFound } from '../protocol/scimError.ts'
import { type OperationContext, resolveType, type WantedAttributes } from './context.ts'
import { toResource } from './toResource.ts'

/**
 * Finds a resource by its id. The groups of a connection whose groups are switched off are as good as absent.
 *
 * @throws ScimError notFound (404)
 */
export function getStored(context: OperationContext, type: ResourceType, id: string): StoredResource {
  const { connection, service, notes } = context
  const isHidden = type.name === 'Group' && !connection.settings.switches.groups
  const stored = isHidden ? undefined : service.stores.resources.find(connection.id, type.name, id)
  if (!stored) throw notFound(type.name, id)
  notes.resource = { type: type.name, id }
  notes.before = stored.attributes
  return stored
}

/**
 * Retrieves a resource (RFC 7644 §3.4.1).
 *
 * @throws ScimError notFound (404)
 */
export function getResource(
  context: OperationContext,
  coreType: ResourceType,
  { id, wanted }: { id: string; wanted: WantedAttributes },
): { resource: JsonObject; stored: StoredResource } {
  const type = resolveType(context, coreType)
  const stored = getStored(context, type, id)
  return { stored, resource: toResource(context, type, { stored, wanted }) }
}
