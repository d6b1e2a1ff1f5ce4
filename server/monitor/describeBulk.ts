import type { Action } from '#contract/exchange.ts'
import type { BulkNote } from '../notes.ts'
import { type Bulk, isDone } from './bulk.ts'
import type { Observation, Target } from './observation.ts'
import { readAction } from './readAction.ts'
import { toCount } from './shown.ts'

/** "sent 5 operations in bulk: 4 done, 1 failed", as it follows the caller's name. */
export function describeBulk({ operations, leftCount }: Bulk): string {
  const total = operations.length + leftCount
  const doneCount = operations.filter(isDone).length
  const counts = [
    [doneCount, 'done'],
    [operations.length - doneCount, 'failed'],
    [leftCount, 'not begun'],
  ] as const
  const told = counts.filter(([count]) => count > 0)
  const [first] = told
  if (!first) return 'sent a bulk request without operations'
  const outcome = told.length === 1 ? `${total === 1 ? '' : 'all '}${first[1]}` : told.map((one) => one.join(' ')).join(', ')
  return `sent ${toCount(total, 'operation')} in bulk: ${outcome}`
}

/** What most of the operations that were done meant: one of those that really happened. */
export function readBulkAction(observation: Observation, { operations }: Bulk): Action {
  const counts = new Map<Action, number>()
  for (const operation of operations.filter(isDone)) {
    const action = readAction(toOwnObservation(observation, operation))
    counts.set(action, (counts.get(action) ?? 0) + 1)
  }
  const [most] = [...counts].sort(([, one], [, other]) => other - one)
  return most?.[0] ?? 'unknown'
}

/** The operation as the request by itself would have been. */
function toOwnObservation(observation: Observation, { method, type, id, status, notes }: BulkNote): Observation {
  return {
    ...observation,
    method,
    target: toTarget(type, method === 'POST' ? null : id),
    status,
    ...notes,
    body: undefined,
    bulk: null,
  }
}

function toTarget(type: BulkNote['type'], id: string | null): Target {
  if (type === null) return { kind: 'other' }
  if (type === 'User') return id === null ? { kind: 'users' } : { kind: 'user', id }
  return id === null ? { kind: 'groups' } : { kind: 'group', id }
}
