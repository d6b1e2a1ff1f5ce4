import type { Database } from 'better-sqlite3'

/** What one exchange counts for in the limits of its connection. */
export interface RetainedExchange {
  readonly id: number
  /** ISO 8601, UTC. */
  readonly receivedAt: string
  readonly sizeBytes: number
}

/** Which exchanges go. */
export interface RemovalQuery {
  /** null: those that named no connection. */
  readonly connectionId: number | null
  /** The newest that goes. */
  readonly upTo: number
  /** Given: what a clearing up to this exchange left in the list stays, pinned or not. */
  readonly clearedTo?: number
  readonly spared: readonly number[]
  readonly limit: number
}

/** Exchanges in slices, each a short look or a short deletion, so that requests come in between. */
export interface ExchangeRetention {
  /** Newest first, at most `limit`, all older than the exchange `before`. */
  readonly listBefore: (connectionId: number | null, before: number, limit: number) => RetainedExchange[]
  /** Removes the oldest for good, with their contents; pinned ones stay. The file keeps its size, and new rows take the place. @returns how many */
  readonly removeOldest: (query: RemovalQuery) => number
  readonly countPinned: (connectionId: number) => number
}

/** The retention over a database. */
export function createExchangeRetention(db: Database): ExchangeRetention {
  // Raw: arrays cost half of what objects do, and there may be a million.
  const selectBefore = db
    .prepare<[number | null, number, number], [number, string, number]>(`
    SELECT id, received_at, stored_bytes
      FROM exchange
     WHERE connection_id IS ?
       AND id < ?
     ORDER BY id DESC
     LIMIT ?`)
    .raw()
  const remove = db.prepare<
    [{ connection_id: number | null; up_to: number; cleared_to: number; spared: string; limit: number }]
  >(`
    DELETE FROM exchange
     WHERE id IN (SELECT id
                    FROM exchange
                   WHERE connection_id IS @connection_id
                     AND id <= @up_to
                     AND id NOT IN (SELECT exchange_id
                                      FROM exchange_mark
                                     WHERE pinned = 1
                                        OR kept_to >= @cleared_to)
                     AND id NOT IN (SELECT value
                                      FROM json_each(@spared))
                   ORDER BY id
                   LIMIT @limit)`)
  const selectPinned = db
    .prepare<[number], number>(`
    SELECT COUNT(*)
      FROM exchange_mark
      JOIN exchange
        ON exchange.id = exchange_mark.exchange_id
     WHERE exchange_mark.pinned = 1
       AND (exchange.connection_id = ? OR exchange.connection_id IS NULL)`)
    .pluck()

  return {
    listBefore: (connectionId, before, limit) =>
      selectBefore.all(connectionId, before, limit).map(([id, receivedAt, sizeBytes]) => ({ id, receivedAt, sizeBytes })),
    removeOldest: ({ connectionId, upTo, clearedTo = Number.MAX_SAFE_INTEGER, spared, limit }) =>
      remove.run({
        connection_id: connectionId,
        up_to: upTo,
        cleared_to: clearedTo,
        spared: JSON.stringify(spared),
        limit,
      }).changes,
    countPinned: (connectionId) => selectPinned.get(connectionId) ?? 0,
  }
}
