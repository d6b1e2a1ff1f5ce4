import type { Database } from 'better-sqlite3'
import type { Caller } from '#contract/provider.ts'
import { createExchangeClearing } from './exchangeClearing.ts'
import { isShown, type ShownParams } from './exchangeRow.ts'
import type { FailureRow } from './storedExchange.ts'

interface AggregateRow {
  readonly key: string
  readonly count: number
  readonly learner_count: number
  readonly first_at: string
  readonly last_id: number
}

interface LastRow {
  readonly id: number
  readonly explanation_id: string | null
  readonly method: string
  readonly route: string
  readonly status: number
  readonly scim_type: string | null
  readonly simulated: number
  readonly received_at: string
  readonly detail: string | null
  readonly caller: Caller
  readonly target: string
  readonly resource_id: string | null
  readonly recovered_at: string | null
}

/** Aggregates the failures of a connection by cause, and finds out which of them a later success closed. */
export function createExchangeFailures(db: Database): (connectionId: number) => FailureRow[] {
  const selectCauses = db.prepare<ShownParams & { connection_id: number }, AggregateRow>(`
    SELECT failure_key AS key,
           COUNT(*) AS count,
           COUNT(DISTINCT CASE WHEN resource_type = 'User' THEN ifnull(resource_id, resource_name) END) AS learner_count,
           MIN(received_at) AS first_at,
           MAX(id) AS last_id
      FROM exchange
     WHERE failed = 1
       AND (connection_id = @connection_id OR connection_id IS NULL)
       AND ${isShown}
     GROUP BY failure_key
     ORDER BY last_id DESC`)
  const selectLast = db.prepare<{ connection_id: number; id: number }, LastRow>(`
    SELECT last.id, last.explanation_id, last.method, last.route, last.status, last.scim_type, last.simulated,
           last.received_at, content.detail, last.caller, last.target, last.resource_id,
           (SELECT MIN(received_at)
              FROM (SELECT (SELECT exchange.received_at
                              FROM exchange
                             WHERE exchange.connection_id = @connection_id
                               AND exchange.route = last.route
                               AND exchange.method = last.method
                               AND exchange.simulated = last.simulated
                               AND exchange.failed = 0
                               AND exchange.id > last.id
                             ORDER BY exchange.id
                             LIMIT 1) AS received_at
                     UNION ALL
                    SELECT (SELECT exchange.received_at
                              FROM exchange
                             WHERE exchange.resource_id = last.resource_id
                               AND exchange.connection_id = @connection_id
                               AND exchange.simulated = last.simulated
                               AND exchange.failed = 0
                               AND exchange.id > last.id
                             ORDER BY exchange.id
                             LIMIT 1))) AS recovered_at
      FROM exchange AS last
      JOIN exchange_content AS content
        ON content.exchange_id = last.id
     WHERE last.id = @id`)

  const { clearedTo } = createExchangeClearing(db)

  return (connectionId) =>
    selectCauses.all({ connection_id: connectionId, cleared_to: clearedTo(connectionId) }).flatMap((cause) => {
      const last = selectLast.get({ connection_id: connectionId, id: cause.last_id })
      return last ? [toFailure(cause, last)] : []
    })
}

function toFailure(cause: AggregateRow, last: LastRow): FailureRow {
  return {
    key: cause.key,
    explanationId: last.explanation_id,
    method: last.method,
    route: last.route,
    status: last.status,
    scimType: last.scim_type,
    simulated: last.simulated === 1,
    count: cause.count,
    learnerCount: cause.learner_count,
    firstAt: cause.first_at,
    lastAt: last.received_at,
    lastExchangeId: last.id,
    lastDetail: last.detail,
    lastCaller: last.caller,
    lastTarget: last.target,
    recoveredAt: last.recovered_at,
  }
}
