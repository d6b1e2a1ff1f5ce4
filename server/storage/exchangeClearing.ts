import type { Database } from 'better-sqlite3'
import type { Clearing } from '#contract/exchange.ts'
import { isShown, type ShownParams } from './exchangeRow.ts'
import { createAtomic } from './transaction.ts'

/**
 * How far the lists of exchanges were cleared. What was cleared is out of sight at once; `exchangeRetention` removes it once the
 * undo is over. What proves a step of the setup is still found by it.
 */
export interface ExchangeClearing {
  /** The newest exchange that is out of a connection's list, pinned ones apart; 0 where it was never cleared. */
  readonly clearedTo: (connectionId: number) => number
  /** Tells one exchange of a connection after the other whether it is still in its list. */
  readonly readShown: (connectionId: number) => (exchangeId: number) => boolean
  /** What a clearing up to the exchange `upTo` takes. */
  readonly preview: (connectionId: number, upTo: number) => Clearing
  /** @returns what it took */
  readonly clear: (connectionId: number, upTo: number, at: string) => Clearing
  /** Takes the last clearing back where it happened after `since`. @returns false where it is too late */
  readonly undo: (connectionId: number, since: string) => boolean
  /** As `clearedTo`, of clearings that can no longer be undone: those up to `since`. */
  readonly clearedForGood: (connectionId: number, since: string) => number
}

interface ClearingRow {
  readonly cleared_to: number
  readonly former_to: number
  readonly cleared_at: string
}

type PreviewParams = ShownParams & { readonly connection_id: number; readonly up_to: number }

const isUpTo = `(exchange.connection_id = @connection_id OR exchange.connection_id IS NULL)
               AND exchange.id <= @up_to
               AND ${isShown}`

/** The clearings over a database. */
export function createExchangeClearing(db: Database): ExchangeClearing {
  const select = db.prepare<[number], ClearingRow>(`
    SELECT cleared_to, former_to, cleared_at
      FROM exchange_clearing
     WHERE connection_id = ?`)
  const selectKept = db
    .prepare<[number], number>(`
    SELECT exchange_id
      FROM exchange_mark
     WHERE kept_to >= ?`)
    .pluck()
  const selectPreview = db.prepare<[PreviewParams], { count: number; pinned_count: number }>(`
    SELECT COUNT(*) AS count,
           (SELECT COUNT(*)
              FROM exchange_mark
              JOIN exchange
                ON exchange.id = exchange_mark.exchange_id
             WHERE exchange_mark.pinned = 1
               AND ${isUpTo}) AS pinned_count
      FROM exchange
     WHERE ${isUpTo}`)
  const keepPinned = db.prepare<[{ connection_id: number; up_to: number }]>(`
    UPDATE exchange_mark
       SET kept_to = MAX(kept_to, @up_to)
     WHERE pinned = 1
       AND exchange_id IN (SELECT id
                             FROM exchange
                            WHERE id = exchange_mark.exchange_id
                              AND (connection_id = @connection_id OR connection_id IS NULL))`)
  const upsert = db.prepare<[{ connection_id: number; up_to: number; at: string }]>(`
    INSERT INTO exchange_clearing (connection_id, cleared_to, former_to, cleared_at)
    VALUES (@connection_id, @up_to, 0, @at)
        ON CONFLICT (connection_id) DO UPDATE
       SET cleared_to = excluded.cleared_to,
           former_to = exchange_clearing.cleared_to,
           cleared_at = excluded.cleared_at`)
  const restore = db.prepare<[number]>(`
    UPDATE exchange_clearing
       SET cleared_to = former_to
     WHERE connection_id = ?`)

  const atomic = createAtomic(db)
  const clearedTo = (connectionId: number) => select.get(connectionId)?.cleared_to ?? 0

  const preview: ExchangeClearing['preview'] = (connectionId, upTo) => {
    const params = { connection_id: connectionId, up_to: upTo, cleared_to: clearedTo(connectionId) }
    const { count = 0, pinned_count: pinnedCount = 0 } = selectPreview.get(params) ?? {}
    return { count: count - pinnedCount, pinnedCount, upTo }
  }

  return {
    clearedTo,
    readShown: (connectionId) => {
      const upTo = clearedTo(connectionId)
      const kept = new Set(upTo === 0 ? [] : selectKept.all(upTo))
      return (exchangeId) => exchangeId > upTo || kept.has(exchangeId)
    },
    preview,
    clear: (connectionId, upTo, at) =>
      atomic(() => {
        const taken = preview(connectionId, upTo)
        // Nothing to take leaves the undo of the last clearing as it is.
        if (taken.count === 0) return taken
        keepPinned.run({ connection_id: connectionId, up_to: upTo })
        upsert.run({ connection_id: connectionId, up_to: Math.max(upTo, clearedTo(connectionId)), at })
        return taken
      }),
    undo: (connectionId, since) => {
      const last = select.get(connectionId)
      if (!last || last.cleared_at <= since) return false
      restore.run(connectionId)
      return true
    },
    clearedForGood: (connectionId, since) => {
      const last = select.get(connectionId)
      if (!last) return 0
      return last.cleared_at <= since ? last.cleared_to : last.former_to
    },
  }
}
