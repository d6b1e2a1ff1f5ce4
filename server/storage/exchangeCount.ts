import type { Database } from 'better-sqlite3'
import { createExchangeClearing } from './exchangeClearing.ts'
import type { ShownParams } from './exchangeRow.ts'

/** How many are in a connection's list, and when the oldest of them arrived. */
export interface ExchangeCount {
  readonly count: number
  readonly since: string | null
}

interface CountRow {
  readonly count: number
  readonly first_id: number | null
}

/** Counts the exchanges of a connection's list. It reads an index from one end to the other: not for the listener's thread. */
export function createExchangeCount(db: Database): (connectionId: number) => ExchangeCount {
  const { clearedTo } = createExchangeClearing(db)
  // Each part by itself is a walk through an index alone, which takes a fifth of what a condition with OR does.
  const select = db.prepare<ShownParams & { connection_id: number }, CountRow>(`
    SELECT SUM(count) AS count, MIN(first_id) AS first_id
      FROM (SELECT COUNT(*) AS count,
                   (SELECT MIN(id)
                      FROM exchange
                     WHERE connection_id = @connection_id
                       AND id > @cleared_to) AS first_id
              FROM exchange
             WHERE connection_id = @connection_id
               AND id > @cleared_to
             UNION ALL
            SELECT COUNT(*), MIN(id)
              FROM exchange
             WHERE connection_id IS NULL
               AND id > @cleared_to
             UNION ALL
            -- What was pinned when the list was cleared.
            SELECT COUNT(*), MIN(exchange.id)
              FROM exchange_mark
              JOIN exchange
                ON exchange.id = exchange_mark.exchange_id
             WHERE exchange_mark.exchange_id <= @cleared_to
               AND exchange_mark.kept_to >= @cleared_to
               AND (exchange.connection_id = @connection_id OR exchange.connection_id IS NULL))`)
  const selectReceivedAt = db
    .prepare<[number | null], string>(`
    SELECT received_at
      FROM exchange
     WHERE id = ?`)
    .pluck()

  return (connectionId) => {
    const { count = 0, first_id = null } = select.get({ connection_id: connectionId, cleared_to: clearedTo(connectionId) }) ?? {}
    return { count, since: selectReceivedAt.get(first_id) ?? null }
  }
}
