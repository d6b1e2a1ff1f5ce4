import type { Database } from 'better-sqlite3'
import type { ExchangeSummary } from '#contract/exchange.ts'
import { otherCallers } from '#contract/provider.ts'
import { type SummaryRow, summaryColumns } from './exchangeRow.ts'
import { toSummary } from './exchangeSummary.ts'
import { createRecentTraces, type RecentTraces } from './recentTraces.ts'

/** Real exchanges as they look side by side. Each look is a short one into an index, whatever is stored. */
export interface ExchangeTraces {
  readonly recent: RecentTraces
  /** The newest update of a user that changed something, among the newest and the oldest 50 of each caller. */
  readonly newestEffect: (connectionId: number, about: { readonly simulated: boolean }) => ExchangeSummary | undefined
  /** How many real requests a cause refused, and the newest. */
  readonly refusedBy: (connectionId: number, explanationId: string) => { count: number; newest: ExchangeSummary | undefined }
  /** The creates of groups, among the newest hundred and older than `before`, whose group is still there without a member. */
  readonly emptyGroups: (connectionId: number, before: string) => ExchangeSummary[]
}

/** @see ExchangeTraces */
export function createExchangeTraces(db: Database): ExchangeTraces {
  const selectEmptyGroups = db.prepare<[number, string], SummaryRow>(`
    SELECT ${summaryColumns}
      FROM exchange
      JOIN resource
        ON resource.connection_id = exchange.connection_id
       AND resource.id = exchange.resource_id
     WHERE exchange.id IN (SELECT id
                             FROM exchange INDEXED BY exchange_route
                            WHERE connection_id = ?
                              AND route = '/Groups'
                              AND method = 'POST'
                              AND simulated = 0
                              AND failed = 0
                            ORDER BY id DESC
                            LIMIT 100)
       AND exchange.received_at < ?
       AND resource.status <> 'deleted'
       AND NOT EXISTS (SELECT 1
                         FROM membership
                        WHERE membership.group_seq = resource.seq)
     ORDER BY exchange.id DESC`)

  const prepareEffect = (order: 'ASC' | 'DESC') =>
    db.prepare<{ connection_id: number; callers: string; simulated: 0 | 1 }, SummaryRow>(`
    SELECT ${summaryColumns}
      FROM exchange
     WHERE id = (SELECT MAX((SELECT looked.id
                               FROM (SELECT exchange.id
                                       FROM exchange INDEXED BY exchange_proof
                                      WHERE exchange.connection_id = @connection_id
                                        AND exchange.caller = callers.value
                                        AND exchange.action = 'updated'
                                        AND exchange.simulated = @simulated
                                        AND exchange.failed = 0
                                        AND exchange.token_id IS NOT NULL
                                      ORDER BY exchange.id ${order}
                                      LIMIT 50) AS looked
                               JOIN exchange_content AS content
                                 ON content.exchange_id = looked.id
                              WHERE content.changed_nothing = 0
                              ORDER BY looked.id DESC
                              LIMIT 1))
                   FROM json_each(@callers) AS callers)`)
  const selectNewestEffect = prepareEffect('DESC')
  const selectOldestEffect = prepareEffect('ASC')
  // Keys of one cause begin with its id; a space is followed by an exclamation mark.
  const selectRefused = db.prepare<
    { connection_id: number; from: string; to: string },
    { count: number; newest_id: number | null }
  >(`
    SELECT COUNT(*) AS count, MAX(id) AS newest_id
      FROM exchange INDEXED BY exchange_failure
     WHERE failed = 1
       AND connection_id = @connection_id
       AND failure_key >= @from
       AND failure_key < @to
       AND failure_key NOT LIKE '% simulated'`)
  const selectOne = db.prepare<[number], SummaryRow>(`
    SELECT ${summaryColumns}
      FROM exchange
     WHERE id = ?`)

  return {
    newestEffect: (connectionId, { simulated }) => {
      const about = {
        connection_id: connectionId,
        callers: JSON.stringify(otherCallers),
        simulated: simulated ? 1 : 0,
      } as const
      const row = selectNewestEffect.get(about) ?? selectOldestEffect.get(about)
      return row && toSummary(row)
    },
    refusedBy: (connectionId, explanationId) => {
      const between = { connection_id: connectionId, from: `${explanationId} `, to: `${explanationId}!` }
      const { count = 0, newest_id = null } = selectRefused.get(between) ?? {}
      const row = newest_id === null ? undefined : selectOne.get(newest_id)
      return { count, newest: row && toSummary(row) }
    },
    recent: createRecentTraces(db),
    emptyGroups: (connectionId, before) => selectEmptyGroups.all(connectionId, before).map(toSummary),
  }
}
