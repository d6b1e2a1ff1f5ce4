import type { Trace } from '../../storage/recentTraces.ts'
import { listOpenConflicts, toPeople } from './lookUps.ts'
import { ageOf, type Detector, days, minutes, timeOf } from './scene.ts'

/** So often is no accident. */
const often = 3
/** Repeats that are closer together belong to one attempt. */
const cycleMs = 5 * minutes

/** CRE-02: the same person is sent again and again, and meets the same learner each time. */
export const findSameConflict: Detector = (scene) => {
  // Where the look-up is to blame, that is said instead.
  const conflicts = listOpenConflicts(scene).filter(({ lookUp }) => lookUp === undefined)
  const repeated = listRepeated(conflicts, ({ name }) => name)
  if (repeated.length === 0) return []
  return [{ id: 'sameConflictAgain', exchanges: toNewest(repeated), subject: toPeople(repeated.length) }]
}

/** UPD-05: the same change of the same learner in each cycle. */
export const findSameUpdate: Detector = (scene) => {
  const repeatable = scene.recent('updated').filter((trace) => trace.requestBody !== null && scene.isShown(trace))
  const repeated = listRepeated(repeatable, ({ resourceId, requestBody }) => `${resourceId} ${requestBody}`).filter(
    ([newest, ...older]) => newest && ageOf(scene, newest) < days && countCycles([newest, ...older]) >= often,
  )
  if (repeated.length === 0) return []
  return [{ id: 'sameUpdateAgain', exchanges: toNewest(repeated), subject: toPeople(repeated.length) }]
}

function listRepeated<One extends Trace>(traces: readonly One[], toKey: (trace: One) => string): One[][] {
  return [...Map.groupBy(traces, toKey).values()].filter((group) => group.length >= often)
}

/** How many of them are apart, newest first. */
function countCycles(group: readonly Trace[]): number {
  let count = 0
  let laterMs = Number.POSITIVE_INFINITY
  for (const trace of group) {
    if (laterMs - timeOf(trace) < cycleMs) continue
    count++
    laterMs = timeOf(trace)
  }
  return count
}

function toNewest(groups: readonly (readonly Trace[])[]): Trace[] {
  return groups.flat().sort((one, other) => other.id - one.id)
}
