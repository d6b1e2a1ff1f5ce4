import type { Database } from 'better-sqlite3'
import { createExchangeClearing } from './exchangeClearing.ts'
import type { DensityQuery } from './exchangeDensity.ts'
import { isShown, type ShownParams } from './exchangeRow.ts'

/** How often each cause occurred in each stretch of a time, by the key of the cause; a cause that did not is left out. */
export type FailureCounts = Readonly<Record<string, readonly number[]>>

/** Counts a connection's failures, and those that named no connection, by cause and by the time at which they were received. */
export function createFailureTrends(db: Database): (connectionId: number, query: DensityQuery) => FailureCounts {
  const selectCounts = db.prepare<
    ShownParams & { connection_id: number; since: string; since_seconds: number; stretch: number },
    { key: string; stretch: number; count: number }
  >(`
    SELECT failure_key AS key,
           CAST((unixepoch(received_at) - @since_seconds) / @stretch AS INTEGER) AS stretch,
           COUNT(*) AS count
      FROM exchange
     WHERE failed = 1
       AND received_at >= @since
       AND (connection_id = @connection_id OR connection_id IS NULL)
       AND ${isShown}
     GROUP BY 1, 2`)

  const { clearedTo } = createExchangeClearing(db)

  return (connectionId, { since, stretchSeconds, stretches }) => {
    const counts: Record<string, number[]> = {}
    const rows = selectCounts.all({
      connection_id: connectionId,
      cleared_to: clearedTo(connectionId),
      since,
      since_seconds: Math.floor(Date.parse(since) / 1000),
      stretch: stretchSeconds,
    })
    for (const { key, stretch, count } of rows) {
      const ofCause = counts[key] ?? Array.from({ length: stretches }, () => 0)
      if (stretch < stretches) ofCause[stretch] = count
      counts[key] = ofCause
    }
    return counts
  }
}
