import type { HistoryEvent, HistoryPage, HistoryStatus } from '#contract/history.ts'
import type { Related } from '#contract/member.ts'
import type { State } from '../../monitor/history/timeline.ts'
import { listNames } from '../../monitor/touches.ts'
import type { Service } from '../../service.ts'
import type { StoredConnection } from '../../storage/connectionStore.ts'
import type { Sought } from '../../storage/exchangeTouches.ts'
import { findMoves, maxNamed } from './moves.ts'
import type { Subject } from './subject.ts'

/**
 * Everything that touched a learner or group, newest first. A learner is also found by every name that it is known to have had: look-ups
 * that found nobody, or several, and creates that were refused. So who takes over the name of somebody deleted shares what sought
 * that name. Not found are lists in which it merely stood, and a refused write to another resource.
 */
export function readHistory(
  service: Service,
  connection: StoredConnection,
  { subject, before = Number.MAX_SAFE_INTEGER, limit }: { subject: Subject; before?: number | undefined; limit: number },
): HistoryPage {
  const query = { id: subject.id, names: listAllNames(subject), before, limit: limit + 1 }
  const found = service.stores.history.touching(connection.id, query)
  const movesOf = findMoves(service, subject)
  const toRelated = (ids: readonly string[]): Related[] =>
    ids.slice(0, maxNamed).map((id) => ({ id, name: service.stores.history.nameOf(connection.id, id) }))

  const events = found.slice(0, limit).map(({ exchange, isAbout }): HistoryEvent => {
    const step = subject.steps.find(({ write }) => write.exchangeId === exchange.id)
    const { joined, left, joinedCount, leftCount } = movesOf(exchange.id)
    return {
      exchange,
      by: isAbout ? 'resource' : joinedCount + leftCount > 0 ? 'membership' : 'name',
      changes: step ? subject.compare(step.before, step.after) : [],
      joined: toRelated(joined),
      left: toRelated(left),
      joinedCount,
      leftCount,
      status: toHistoryStatus(subject.stateAfter(exchange.id)),
      relatedCount: subject.countAfter(exchange.id),
    }
  })
  return { events, hasMore: found.length > limit }
}

/** @see HistoryStatus */
export const toHistoryStatus = (state: State): HistoryStatus => (state.kind === 'known' ? state.status : state.kind)

/** Every name that it ever had, as far as its writes are kept. */
function listAllNames({ id, now, resourceType, steps }: Subject): Sought[] {
  if (resourceType === 'Group') return [{ kind: 'id', value: id }]
  const states = [now, ...steps.flatMap(({ before, after }) => [before, after])]
  const names = states.flatMap((state) => (state.kind === 'known' ? listNames(state.attributes) : []))
  return [{ kind: 'id', value: id }, ...new Map(names.map((name) => [`${name.kind} ${name.value}`, name])).values()]
}
