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

/**
 * Counts a connection's exchanges, and those that named no connection, by the time at which they were received. It looks at every row,
 * on the thread of the search: an index would cost each request, and rows stand in the order of time only while the clock does not jump.
 */
export function createExchangeDensity(db: Database): (connectionId: number, query: DensityQuery) => Density {
  const selectCounts = db.prepare<
    ShownParams & { connection_id: number; since: string; since_seconds: number; stretch: number },
    { stretch: number; count: number; failed: number }
  >(`
    SELECT CAST((unixepoch(received_at) - @since_seconds) / @stretch AS INTEGER) AS stretch,
           COUNT(*) AS count, SUM(ifnull(failed, 0)) AS failed
      FROM exchange
     WHERE received_at >= @since
       AND (connection_id = @connection_id OR connection_id IS NULL)
       AND ${isShown}
     GROUP BY 1`)

  const { clearedTo } = createExchangeClearing(db)

  return (connectionId, { since, stretchSeconds, stretches }) => {
    const sinceMs = Date.parse(since)
    const counted = Array.from({ length: stretches }, () => ({ count: 0, failed: 0 }))
    const rows = selectCounts.all({
      connection_id: connectionId,
      cleared_to: clearedTo(connectionId),
      since,
      since_seconds: Math.floor(sinceMs / 1000),
      stretch: stretchSeconds,
    })
    for (const { stretch, count, failed } of rows) if (stretch < stretches) counted[stretch] = { count, failed }
    return { since, stretchSeconds, stretches: counted }
  }
}
