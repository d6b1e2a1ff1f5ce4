import type { Json, JsonObject, StoredResource } from '#contract/scim/resource.ts'
import type { ResourceType } from '#contract/scim/schema.ts'
import { hasExtension } from '../protocol/attributeValues.ts'
import { project } from '../protocol/projection.ts'
import type { ShownContext, WantedAttributes } from './context.ts'

/** The entity tag of a stored resource: weak, since two equal resources may differ in the order of their names (RFC 7644 §3.14). */
export const toEntityTag = (stored: StoredResource): string => `W/"${stored.version}"`

/** Where a resource is found. */
export const toLocation = ({ baseUrl }: ShownContext, type: ResourceType, id: string): string =>
  `${baseUrl}${type.endpoint}/${id}`

/**
 * A stored resource as its client sees it (RFC 7643 §3): with schemas, id, meta, and what is kept apart from it: the
 * members of a group, the groups of a user. Those are read only when the client wants them.
 */
export function toResource(
  context: ShownContext,
  type: ResourceType,
  { stored, wanted = {} }: { stored: StoredResource; wanted?: WantedAttributes },
): JsonObject {
  const extensions = type.schemaExtensions
    .filter(({ schema }) => hasExtension(stored.attributes, schema))
    .map(({ schema }) => schema.id)
  const resource: Record<string, Json> = {
    schemas: [type.schema.id, ...extensions],
    id: stored.id,
    ...stored.attributes,
    ...toRelated(context, type, { stored, wanted }),
    meta: {
      resourceType: type.name,
      created: stored.created,
      lastModified: stored.lastModified,
      location: toLocation(context, type, stored.id),
      version: toEntityTag(stored),
    },
  }
  return project(resource, type, wanted)
}

/** The members of a group or the groups of a user; nothing where there are none or they are not wanted. */
function toRelated(
  context: ShownContext,
  type: ResourceType,
  { stored, wanted }: { stored: StoredResource; wanted: WantedAttributes },
): JsonObject {
  const name = type.name === 'Group' ? 'members' : 'groups'
  if (!mayWant(wanted, name)) return {}
  const { memberships } = context.service.stores
  const related =
    type.name === 'Group'
      ? memberships.list(stored).map((member) => ({
          value: member.id,
          $ref: `${context.baseUrl}/${member.resourceType}s/${member.id}`,
          type: member.resourceType,
          display: member.display,
        }))
      : memberships.ofMember(stored).map((group) => ({
          value: group.id,
          $ref: `${context.baseUrl}/Groups/${group.id}`,
          type: 'direct',
          display: group.displayName,
        }))
  return related.length === 0 ? {} : { [name]: related }
}

/** False where the wish certainly leaves the attribute out; the projection decides the rest. */
function mayWant({ attributes, excludedAttributes }: WantedAttributes, name: string): boolean {
  const has = (list: string) => list.toLowerCase().includes(name)
  if (attributes !== undefined && attributes !== '') return has(attributes)
  return !(excludedAttributes ?? '')
    .toLowerCase()
    .split(',')
    .some((one) => one.trim() === name)
}
