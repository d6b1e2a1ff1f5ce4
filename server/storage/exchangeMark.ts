import type { Database } from 'better-sqlite3'
import type { ExchangeMark } from '#contract/exchange.ts'

/** What the user said of exchanges: pins, colours and notes. */
export interface ExchangeMarkStore {
  readonly get: (exchangeId: number) => ExchangeMark | undefined
  /** @returns the mark as it is now */
  readonly change: (exchangeId: number, change: Partial<ExchangeMark>) => ExchangeMark
}

const none: ExchangeMark = { pinned: false, colour: null, note: null }

/** A row of `exchange_mark` as `toMark` reads it. */
export const markAsJson = `json_object('pinned', pinned, 'colour', colour, 'note', note)`

/** Reads what `markAsJson` made. */
export function toMark(json: string): ExchangeMark {
  // Written by `change` alone; SQLite has no booleans.
  const mark = JSON.parse(json) as Omit<ExchangeMark, 'pinned'> & { readonly pinned: 0 | 1 }
  return { ...mark, pinned: mark.pinned === 1 }
}

/** The marks over a database. */
export function createExchangeMarkStore(db: Database): ExchangeMarkStore {
  const select = db
    .prepare<[number], string>(`
    SELECT ${markAsJson}
      FROM exchange_mark
     WHERE exchange_id = ?`)
    .pluck()
  // One that is pinned after a clearing, opened by a link, comes back into the list. A row stays without any mark on it, since it
  // still knows that.
  const upsert = db.prepare<[{ exchange_id: number; pinned: 0 | 1; colour: string | null; note: string | null }]>(`
    INSERT INTO exchange_mark (exchange_id, pinned, colour, note, kept_to)
    VALUES (@exchange_id, @pinned, @colour, @note,
           CASE WHEN @pinned THEN ifnull((SELECT MAX(cleared_to) FROM exchange_clearing), 0) ELSE 0 END)
        ON CONFLICT (exchange_id) DO UPDATE
       SET pinned = excluded.pinned,
           colour = excluded.colour,
           note = excluded.note,
           kept_to = MAX(kept_to, excluded.kept_to)`)

  const get = (exchangeId: number): ExchangeMark | undefined => {
    const json = select.get(exchangeId)
    return json === undefined ? undefined : toMark(json)
  }

  return {
    get,
    change: (exchangeId, change) => {
      const mark = { ...none, ...get(exchangeId), ...change }
      upsert.run({ exchange_id: exchangeId, ...mark, pinned: mark.pinned ? 1 : 0 })
      return mark
    },
  }
}
