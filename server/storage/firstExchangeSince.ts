import type { Database } from 'better-sqlite3'

/** A row stands where its request ended: one that took long was received before others that stand before it. In milliseconds. */
const longestRequestMs = 120_000

/**
 * Finds the id from which on all exchanges stand that were received at a time or later; some before it may stand there too. By halves, since rows
 * stand nearly in the order of time: no index is needed, which each row would pay for.
 */
export function createFirstExchangeSince(db: Database): (time: string) => number {
  const selectBounds = db.prepare<[], { first: number | null; last: number | null }>(`
    SELECT MIN(id) AS first, MAX(id) AS last
      FROM exchange`)
  const selectFrom = db.prepare<[number], { id: number; received_at: string }>(`
    SELECT id, received_at
      FROM exchange
     WHERE id >= ?
     ORDER BY id
     LIMIT 1`)

  return (time) => {
    const early = new Date(Date.parse(time) - longestRequestMs).toISOString()
    const { first, last } = selectBounds.get() ?? {}
    let [low, high] = [first ?? 0, (last ?? 0) + 1]
    while (low < high) {
      const middle = Math.floor((low + high) / 2)
      const row = selectFrom.get(middle)
      if (row && row.received_at < early) low = row.id + 1
      else high = middle
    }
    return low
  }
}
