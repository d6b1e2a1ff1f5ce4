import type { Database } from 'better-sqlite3'
import type { Action, ExchangeSummary } from '#contract/exchange.ts'
import { type Caller, otherCallers } from '#contract/provider.ts'

/** What one exchange contributes to a pattern across several; `target` is whole. */
export interface Trace extends Pick<ExchangeSummary, 'id' | 'receivedAt' | 'caller' | 'status' | 'method' | 'target'> {
  readonly resourceType: 'User' | 'Group' | null
  readonly resourceId: string | null
  readonly resourceName: string | null
  /** A query that nothing matched. */
  readonly foundNobody: boolean
  /** Where it is short. */
  readonly requestBody: string | null
}

/** spoilt: an armed fault answered, or changed the answer. */
export type TraceOutcome = 'succeeded' | 'failed' | 'spoilt'

/** The newest of an action that came in with a token, newest first; at most 100 a caller. */
export type RecentTraces = (connectionId: number, about: { readonly action: Action; readonly outcome: TraceOutcome }) => Trace[]

interface TraceRow {
  readonly id: number
  readonly received_at: string
  readonly caller: Caller
  readonly status: number
  readonly method: string
  readonly target: string
  readonly resource_type: 'User' | 'Group' | null
  readonly resource_id: string | null
  readonly resource_name: string | null
  readonly found_nobody: number | null
  readonly request_body: string | null
}

const keptBytes = 4096
const perCaller = 100

/** More than is looked at of one connection: all callers of each action and outcome that a pattern is about. */
const maxKnown = 5000

/** As the column `failed` has it. */
const failedOf = { succeeded: 0, failed: 1, spoilt: null } as const

/** @see RecentTraces */
export function createRecentTraces(db: Database): RecentTraces {
  const selectIds = db
    .prepare<[number, Caller, Action, 0 | 1 | null], number>(`
    SELECT id
      FROM exchange INDEXED BY exchange_proof
     WHERE connection_id = ?
       AND caller = ?
       AND action = ?
       AND simulated = 0
       AND failed IS ?
       AND token_id IS NOT NULL
     ORDER BY id DESC
     LIMIT ${perCaller}`)
    .pluck()
  const selectRows = db.prepare<[string], TraceRow>(`
    SELECT exchange.id, exchange.received_at, exchange.caller, exchange.status, exchange.method, exchange.target,
           exchange.resource_type, exchange.resource_id, exchange.resource_name,
           CASE WHEN content.response_size_bytes <= ${keptBytes}
                THEN instr(content.response_body, '"totalResults":0,') > 0
            END AS found_nobody,
           CASE WHEN content.request_size_bytes <= ${keptBytes}
                THEN content.request_body
            END AS request_body
      FROM exchange
      JOIN exchange_content AS content
        ON content.exchange_id = exchange.id
     WHERE exchange.id IN (SELECT value
                             FROM json_each(?))`)

  /** An exchange never changes, and its id is never given again: only which ones are the newest is asked for each time. */
  const known = new Map<number, Trace>()

  const remember = (traces: readonly Trace[]): void => {
    for (const trace of traces) known.set(trace.id, trace)
    for (const id of known.keys()) {
      if (known.size <= maxKnown) return
      known.delete(id)
    }
  }

  return (connectionId, { action, outcome }) => {
    const ids = otherCallers.flatMap((caller) => selectIds.all(connectionId, caller, action, failedOf[outcome]))
    const missing = ids.filter((id) => !known.has(id))
    const read = missing.length === 0 ? [] : selectRows.all(JSON.stringify(missing)).map(toTrace)
    const traces = [...ids.flatMap((id) => known.get(id) ?? []), ...read].sort((one, other) => other.id - one.id)
    // What a transaction has written may be taken back, and its ids given again.
    if (!db.inTransaction) remember(read)
    return traces
  }
}

function toTrace(row: TraceRow): Trace {
  return {
    id: row.id,
    receivedAt: row.received_at,
    caller: row.caller,
    status: row.status,
    method: row.method,
    target: row.target,
    resourceType: row.resource_type,
    resourceId: row.resource_id,
    resourceName: row.resource_name,
    foundNobody: row.found_nobody === 1,
    requestBody: row.request_body,
  }
}
