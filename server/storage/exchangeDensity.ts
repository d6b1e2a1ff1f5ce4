import type { Database } from 'better-sqlite3'
import type { Density } from '#contract/exchange.ts'
import { createFirstExchangeSince } from './firstExchangeSince.ts'

/** Which stretches of time are counted: the first begins at `since`. */
export interface DensityQuery {
  /** ISO 8601, UTC. */
  readonly since: string
  readonly stretchSeconds: number
  readonly stretches: number
}

/** Counts a connection's exchanges, and those that named no connection, by the time at which they were received. */
export function createExchangeDensity(db: Database): (connectionId: number, query: DensityQuery) => Density {
  const findFirstId = createFirstExchangeSince(db)
  const selectCounts = db.prepare<
    { connection_id: number; first_id: number; since: string; since_seconds: number; stretch: number },
    { stretch: number; count: number; failed: number }
  >(`
    SELECT CAST((unixepoch(received_at) - @since_seconds) / @stretch AS INTEGER) AS stretch,
           COUNT(*) AS count, SUM(ifnull(failed, 0)) AS failed
      FROM exchange
     WHERE id >= @first_id
       AND received_at >= @since
       AND (connection_id = @connection_id OR connection_id IS NULL)
     GROUP BY 1`)

  return (connectionId, { since, stretchSeconds, stretches }) => {
    const sinceMs = Date.parse(since)
    const counted = Array.from({ length: stretches }, () => ({ count: 0, failed: 0 }))
    const rows = selectCounts.all({
      connection_id: connectionId,
      first_id: findFirstId(since),
      since,
      since_seconds: Math.floor(sinceMs / 1000),
      stretch: stretchSeconds,
    })
    for (const { stretch, count, failed } of rows) if (stretch < stretches) counted[stretch] = { count, failed }
    return { since, stretchSeconds, stretches: counted }
  }
}
