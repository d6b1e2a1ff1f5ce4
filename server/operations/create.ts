import type { Attributes, JsonObject, StoredResource } from '#contract/scim/resource.ts'
import type { ResourceType } from '#contract/scim/schema.ts'
import type { Filter } from '../protocol/filter/ast.ts'
import { keepFixedValues } from '../protocol/fixedValues.ts'
import { takeMembers } from '../protocol/patch/membership.ts'
import { validateResource } from '../protocol/validate.ts'
import { claimUniqueValues } from './claimUniqueValues.ts'
import { type OperationContext, resolveType, type WantedAttributes } from './context.ts'
import { noteExternalId } from './noteExternalId.ts'
import { passOverUnknown } from './passOverUnknown.ts'
import { refuseSwitchedOff } from './refuseSwitchedOff.ts'
import { toResource } from './toResource.ts'

/**
 * Creates a resource (RFC 7644 §3.3). A learner who is created without `active` is active.
 *
 * @param request `body` is the request's JSON, not yet checked
 * @returns the resource as stored, with our `id` and `meta`
 * @throws ScimError 403 when creating is switched off; invalidValue (400) when the body breaks the schema of `type`;
 *   uniqueness (409) when another resource of this type has its unique name
 */
export function createResource(
  context: OperationContext,
  coreType: ResourceType,
  { body, wanted }: { body: unknown; wanted: WantedAttributes },
): { resource: JsonObject; stored: StoredResource } {
  const type = resolveType(context, coreType)
  refuseSwitchedOff(context, type.name === 'User' ? 'create' : 'groups')
  const { connection, notes, service } = context
  const valid = validateResource(body, type, context.tolerances)
  notes.notKept = valid.notKept
  const { attributes: taken, members } = takeMembers(valid.attributes)
  const attributes: Attributes = type.name === 'User' && taken['active'] === undefined ? { ...taken, active: true } : taken

  const stored = restoreArchived(context, type, attributes) ?? insert(context, type, attributes)
  claimUniqueValues(context, type, { stored, ...(notes.before && { before: notes.before }) })
  notes.resource = { type: type.name, id: stored.id }
  notes.after = stored.attributes
  // A restored learner was there, archived.
  notes.versions = { before: notes.before ? stored.version - 1 : 0, after: stored.version }
  noteExternalId(context, type, stored)
  if (members) {
    const added = service.stores.memberships.add(connection.id, stored.id, members, passOverUnknown(context))
    notes.memberships = added.map((memberId) => ({ groupId: stored.id, memberId, joined: true }))
    notes.members = { added: added.length, removed: 0 }
  }
  return { stored, resource: toResource(context, type, { stored, wanted }) }
}

function insert(
  { connection, service, simulated }: OperationContext,
  type: ResourceType,
  attributes: Attributes,
): StoredResource {
  return service.stores.resources.insert({
    connectionId: connection.id,
    resourceType: type.name,
    id: service.createId(),
    attributes,
    at: service.now(),
    simulated,
    uniqueName: type.name === 'User' || connection.settings.uniqueGroupNames,
  })
}

/** By a setting of the connection, a create that meets an archived learner brings that learner back. */
function restoreArchived(context: OperationContext, type: ResourceType, attributes: Attributes): StoredResource | undefined {
  const { connection, notes, service } = context
  if (type.name !== 'User' || connection.settings.createMeetsArchived !== 'restore') return undefined
  const archived = findArchived(context, type, attributes)
  if (!archived) return undefined
  notes.before = archived.attributes
  const restored = keepFixedValues(attributes, { before: archived.attributes, type })
  return service.stores.resources.replace(connection.id, archived, restored, service.now())
}

/**
 * The archived learner of the same userName; where nobody has that name and an active one is wanted, the one of the
 * same externalId, unless there are several.
 */
function findArchived(
  { connection, service }: OperationContext,
  type: ResourceType,
  { userName, externalId, active }: Attributes,
): StoredResource | undefined {
  const { resources } = service.stores
  const namesake = typeof userName === 'string' ? resources.findByUniqueName(connection.id, 'User', userName) : undefined
  if (namesake) return namesake.attributes['active'] === false ? namesake : undefined
  if (typeof externalId !== 'string' || active === false) return undefined
  const filter: Filter = {
    kind: 'and',
    left: { kind: 'compare', path: { attribute: 'externalId' }, operator: 'eq', value: externalId },
    right: { kind: 'compare', path: { attribute: 'active' }, operator: 'eq', value: false },
  }
  const [found, ...others] = resources.query(connection.id, 'User', { type, filter, startIndex: 1, count: 2 }).resources
  return others.length === 0 ? found : undefined
}
