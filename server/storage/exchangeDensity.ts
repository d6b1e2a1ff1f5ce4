import type { Database } from 'better-sqlite3'
import type { Density } from '#contract/exchange.ts'
import { createExchangeClearing } from './exchangeClearing.ts'
import { isShown, type ShownParams } from './exchangeRow.ts'

/** Which stretches of time are counted: the first begins at `since`. */
export interface DensityQuery {
  /** ISO 8601, UTC. */
  readonly since: string
  readonly stretchSeconds: number
  readonly stretches: number
}

/** A row stands where its request ended: one that took long was received before others that stand before it. In milliseconds. */
const longestRequestMs = 120_000

/** Counts a connection's exchanges, and those that named no connection, by the time at which they were received. */
export function createExchangeDensity(db: Database): (connectionId: number, query: DensityQuery) => Density {
  const selectBounds = db.prepare<[], { first: number | null; last: number | null }>(`
    SELECT MIN(id) AS first, MAX(id) AS last
      FROM exchange`)
  const selectFrom = db.prepare<[number], { id: number; received_at: string }>(`
    SELECT id, received_at
      FROM exchange
     WHERE id >= ?
     ORDER BY id
     LIMIT 1`)
  const selectCounts = db.prepare<
    ShownParams & { connection_id: number; first_id: number; since: string; since_seconds: number; stretch: number },
    { stretch: number; count: number; failed: number }
  >(`
    SELECT CAST((unixepoch(received_at) - @since_seconds) / @stretch AS INTEGER) AS stretch,
           COUNT(*) AS count, SUM(ifnull(failed, 0)) AS failed
      FROM exchange
     WHERE id >= @first_id
       AND received_at >= @since
       AND (connection_id = @connection_id OR connection_id IS NULL)
       AND ${isShown}
     GROUP BY 1`)

  const { clearedTo } = createExchangeClearing(db)

  /** By halves, since rows stand nearly in the order of time: no index is needed, which each row would pay for. */
  const findFirstId = (time: string): number => {
    const { first, last } = selectBounds.get() ?? {}
    let [low, high] = [first ?? 0, (last ?? 0) + 1]
    while (low < high) {
      const middle = Math.floor((low + high) / 2)
      const row = selectFrom.get(middle)
      if (row && row.received_at < time) low = row.id + 1
      else high = middle
    }
    return low
  }

  return (connectionId, { since, stretchSeconds, stretches }) => {
    const sinceMs = Date.parse(since)
    const counted = Array.from({ length: stretches }, () => ({ count: 0, failed: 0 }))
    const rows = selectCounts.all({
      connection_id: connectionId,
      cleared_to: clearedTo(connectionId),
      first_id: findFirstId(new Date(sinceMs - longestRequestMs).toISOString()),
      since,
      since_seconds: Math.floor(sinceMs / 1000),
      stretch: stretchSeconds,
    })
    for (const { stretch, count, failed } of rows) if (stretch < stretches) counted[stretch] = { count, failed }
    return { since, stretchSeconds, stretches: counted }
  }
}
