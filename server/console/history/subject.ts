import type { Change } from '#contract/exchange.ts'
import type { Member, Related } from '#contract/member.ts'
import type { JsonObject, StoredResource } from '#contract/scim/resource.ts'
import type { ResourceType } from '#contract/scim/schema.ts'
import { compareAttributes } from '../../monitor/changes.ts'
import { rebuild, type State, type Step, stateAfter, toKnown } from '../../monitor/history/timeline.ts'
import { toResource } from '../../operations/toResource.ts'
import { getResourceType } from '../../protocol/schemas/resourceTypes.ts'
import { type Service, toScimUrl } from '../../service.ts'
import type { StoredConnection } from '../../storage/connectionStore.ts'

/** A learner or group whose history is read. */
export interface Subject {
  readonly id: string
  readonly resourceType: 'User' | 'Group'
  /** With its extensions. */
  readonly type: ResourceType
  readonly now: State
  /** Its writes with the states around them, newest first. */
  readonly steps: readonly Step[]
  readonly stateAfter: (exchangeId: number) => State
  /** As SCIM returns it, without groups and members; undefined where it was not there or nothing is known. */
  readonly show: (state: State) => JsonObject | undefined
  /** What differs; nothing where one of them is unknown. */
  readonly compare: (before: State, after: State) => Change[]
  /** Groups of a learner, by name; none for a group, which may have very many members. */
  readonly groupsAfter: (exchangeId: number) => Related[]
  /** Members of a group, a page of them; none for a learner. */
  readonly membersAfter: (exchangeId: number, page: { start: number; limit: number }) => Member[]
  /** Groups of a learner or members of a group. */
  readonly countAfter: (exchangeId: number) => number
}

/** Reads all writes of a resource and takes them back one by one; undefined where nothing is known under the id. */
export function findSubject(service: Service, connection: StoredConnection, id: string): Subject | undefined {
  const { history } = service.stores
  const found = history.find(connection.id, id)
  const writes = history.writes(connection.id, id)
  const oldest = writes.at(-1)
  if (!found && !oldest) return undefined
  const resource = found?.resource ?? toGone(id, oldest?.receivedAt ?? service.now())
  const now: State = !found
    ? { kind: 'unknown' }
    : found.status === 'deleted'
      ? { kind: 'known', attributes: resource.attributes, status: 'deleted', version: 0 }
      : toKnown(resource.attributes, resource.version)
  const steps = rebuild(now, writes)
  const type = getResourceType(resource.resourceType, connection.extensions)
  const context = { service, connection, baseUrl: toScimUrl(service, connection.slug) }

  const show = (state: State): JsonObject | undefined => {
    if (state.kind !== 'known') return undefined
    const step = steps.find(({ after }) => after === state)
    const stored = {
      ...resource,
      attributes: state.attributes,
      version: state.version || resource.version,
      lastModified: step?.write.receivedAt ?? resource.lastModified,
    }
    return toResource(context, type, { stored, wanted: { excludedAttributes: 'groups,members' } })
  }

  const toOwn = (state: State): JsonObject => {
    const { schemas: _schemas, id: _id, meta: _meta, ...own } = show(state) ?? {}
    return own
  }

  return {
    id,
    resourceType: resource.resourceType,
    type,
    now,
    steps,
    stateAfter: (exchangeId) => stateAfter(exchangeId, { now, steps }),
    show,
    compare: (before, after) =>
      before.kind === 'unknown' || after.kind === 'unknown' ? [] : compareAttributes(toOwn(before), toOwn(after)),
    ...(resource.resourceType === 'User'
      ? followGroups(service, connection, resource)
      : followMembers(service, connection, resource)),
  }
}

/** A group is gone once it is deleted: its history alone is left. */
const toGone = (id: string, at: string): StoredResource => ({
  seq: -1,
  id,
  resourceType: 'Group',
  attributes: {},
  created: at,
  lastModified: at,
  version: 0,
  simulated: false,
})

function followGroups(
  { stores: { history, memberships } }: Service,
  connection: StoredConnection,
  learner: StoredResource,
): Pick<Subject, 'groupsAfter' | 'membersAfter' | 'countAfter'> {
  const moves = history.movesOfMember(learner.id)
  const idsAfter = (exchangeId: number): ReadonlySet<string> => {
    const ids = new Set(memberships.ofMember(learner).map((group) => group.id))
    for (const move of moves) {
      if (move.exchangeId <= exchangeId) break
      if (move.joined) ids.delete(move.otherId)
      else ids.add(move.otherId)
    }
    return ids
  }
  return {
    groupsAfter: (exchangeId) =>
      [...idsAfter(exchangeId)]
        .map((id) => ({ id, name: history.nameOf(connection.id, id) }))
        .sort((one, other) => one.name.localeCompare(other.name)),
    membersAfter: () => [],
    countAfter: (exchangeId) => idsAfter(exchangeId).size,
  }
}

function followMembers(
  { stores: { history } }: Service,
  connection: StoredConnection,
  group: StoredResource,
): Pick<Subject, 'groupsAfter' | 'membersAfter' | 'countAfter'> {
  const counts = history.moveCounts(group.id)
  const now = history.countMembers(group)
  return {
    groupsAfter: () => [],
    membersAfter: (exchangeId, page) =>
      history.membersAfter(group, { connectionId: connection.id, exchangeId, ...page }).map((id) => ({
        id,
        name: history.nameOf(connection.id, id),
        resourceType: history.find(connection.id, id)?.resource.resourceType ?? null,
      })),
    countAfter: (exchangeId) =>
      counts.filter((one) => one.exchangeId > exchangeId).reduce((count, { joined, left }) => count - joined + left, now),
  }
}
