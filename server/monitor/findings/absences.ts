import type { Action } from '#contract/exchange.ts'
import type { Service } from '../../service.ts'
import type { StoredConnection } from '../../storage/connectionStore.ts'
import { findLookedUpNotCreated } from './lookUps.ts'
import { ageOf, createScene, type Detector, days, minutes, type Scene } from './scene.ts'

/** How long a connection is in use before an action that never came is worth a word. */
const patienceMs = 7 * days
const groupPatienceMs = 10 * minutes

/** UPD-10 and DEA-02: an action is switched on here, and has never been tried. */
export const findNeverSeen: Detector = (scene) => {
  const { update, deactivate } = scene.connection.settings.switches
  const firstCreated = scene.newest({ actions: ['created'], succeeded: true, authenticated: true, oldest: true })
  if (!firstCreated || ageOf(scene, firstCreated) < patienceMs) return []
  const found = { exchanges: [firstCreated], subject: '' }
  return [
    ...(update && !wasTried(scene, ['updated']) ? [{ id: 'updateNeverSeen' as const, ...found }] : []),
    ...(deactivate && !wasArchived(scene) ? [{ id: 'deactivateNeverSeen' as const, ...found }] : []),
  ]
}

/** The switches that are on here and for which nothing ever came, although there was reason enough. */
export function listNeverSeen(service: Service, connection: StoredConnection): ('create' | 'update' | 'deactivate')[] {
  const scene = createScene(service, connection)
  const wasCreated = scene.newest({ actions: ['created'], succeeded: true, authenticated: true }) !== undefined
  return [...findNeverSeen(scene), ...(wasCreated ? [] : findLookedUpNotCreated(scene))].map(({ id }) =>
    id === 'updateNeverSeen' ? 'update' : id === 'deactivateNeverSeen' ? 'deactivate' : 'create',
  )
}

/** GRP-05: groups that were pushed and have no members. */
export const findEmptyGroups: Detector = ({ service, connection, nowMs, isShown }) => {
  const before = new Date(nowMs - groupPatienceMs).toISOString()
  const exchanges = service.stores.traces.emptyGroups(connection.id, before).filter(isShown)
  if (exchanges.length === 0) return []
  return [{ id: 'groupsStayEmpty', exchanges, subject: exchanges.length === 1 ? 'One group' : `${exchanges.length} groups` }]
}

/** The roster remembers longer than exchanges are kept. */
function wasArchived(scene: Scene): boolean {
  const { counts } = scene.service.stores.resources.listLearners(scene.connection.id, { search: '', offset: 0, limit: 1 })
  return counts.archived + counts.deleted > 0 || wasTried(scene, ['archived', 'deleted'])
}

function wasTried({ newest }: Scene, actions: readonly Action[]): boolean {
  return [true, false].some((succeeded) => newest({ actions, succeeded }) !== undefined)
}
