import BetterSqlite3 from 'better-sqlite3'
import type { ExchangeFilter, ExchangeMark } from '#contract/exchange.ts'
import { createExchangeClearing } from './exchangeClearing.ts'
import { toConditions, toShown } from './exchangeList.ts'
import { markAsJson, toMark } from './exchangeMark.ts'
import { type ContentRow, type ExchangeRow, toExchange, wholeColumns } from './exchangeRow.ts'
import { foldValue } from './foldValue.ts'
import type { StoredExchange } from './storedExchange.ts'
import { toTextQuery } from './textQuery.ts'

/** The service's database, and the full text made from it. */
export interface ExchangeFiles {
  readonly database: string
  readonly text: string
}

/** How many ids are looked for at once. */
const idsAtOnce = 1000

/** An exchange with what the user said of it. */
export interface MarkedExchange extends StoredExchange {
  readonly mark: ExchangeMark | null
}

/** Reads exchanges on a connection of its own that cannot write, as a worker thread does. */
export interface ExchangeReader {
  /**
   * All that match and were there when the reader was opened, oldest first. No read stays open from one to the next, so that a slow
   * taker does not keep the log of writes from being brought home.
   */
  readonly read: (connectionId: number, filter: ExchangeFilter) => Generator<MarkedExchange, void>
  readonly close: () => void
}

/** Opens the database of a running service. It is not brought up to date: the service has done so. */
export function openExchangeReader(files: ExchangeFiles): ExchangeReader {
  const db = new BetterSqlite3(files.database, { readonly: true, fileMustExist: true, timeout: 5_000 })
  db.pragma('cache_size = -8192')
  db.function('fold', { deterministic: true }, foldValue)
  const selectWhole = db.prepare<[number], ExchangeRow & ContentRow & { mark: string | null }>(`
    SELECT ${wholeColumns},
           (SELECT ${markAsJson}
              FROM exchange_mark
             WHERE exchange_mark.exchange_id = exchange.id) AS mark
      FROM exchange
      JOIN exchange_content AS content
        ON content.exchange_id = exchange.id
     WHERE exchange.id = ?`)
  const selectNewestId = db
    .prepare<[], number | null>(`
    SELECT MAX(id)
      FROM exchange`)
    .pluck()
  let newestId = selectNewestId.get() ?? 0

  const { clearedTo } = createExchangeClearing(db)

  let hasText = false
  const attachText = () => {
    if (hasText) return
    hasText = true
    db.prepare<[string]>('ATTACH ? AS full_text').run(files.text)
    // What becomes findable between two readings must not stand in the second one alone. They are taken in by their ids.
    const selectFindable = db
      .prepare<[], number | null>(`
      SELECT MAX(id)
        FROM full_text.exchange_text_docsize`)
      .pluck()
    newestId = Math.min(newestId, selectFindable.get() ?? 0)
  }

  function* read(connectionId: number, filter: ExchangeFilter): Generator<MarkedExchange, void> {
    const conditions = [...toConditions({ ...filter, limit: idsAtOnce }), ...toShown(clearedTo(connectionId))]
    const text = toTextQuery(filter.text ?? '')
    if (text !== null) attachText()
    const where = conditions.map(({ sql }) => `\n       AND ${sql}`).join('')
    const selectIds = db.prepare<object, number>(text === null ? toIdsSql(where) : toTextIdsSql(where)).pluck()
    const narrowed = Object.assign({}, ...conditions.map(({ params }) => params), text && { text })
    for (let after = 0; after < newestId; ) {
      const ids = selectIds.all({ ...narrowed, connection_id: connectionId, after, newest: newestId, limit: idsAtOnce })
      for (const id of ids) {
        // It may have been removed meanwhile.
        const row = selectWhole.get(id)
        if (row) yield { ...toExchange(row), mark: row.mark === null ? null : toMark(row.mark) }
      }
      after = ids.at(-1) ?? newestId
    }
  }

  return { read, close: () => void db.close() }
}

/** Two streams in order, merged, as the list reads them, but the oldest first. */
function toIdsSql(where: string): string {
  return `
    SELECT exchange.id
      FROM exchange
     WHERE exchange.connection_id = @connection_id
       AND exchange.id > @after
       AND exchange.id <= @newest${where}
     UNION ALL
    SELECT exchange.id
      FROM exchange
     WHERE exchange.connection_id IS NULL
       AND exchange.id > @after
       AND exchange.id <= @newest${where}
     ORDER BY id
     LIMIT @limit`
}

/** The full text tells its rows in order of their ids. */
function toTextIdsSql(where: string): string {
  return `
    SELECT exchange.id
      FROM exchange_text
      JOIN exchange
        ON exchange.id = exchange_text.rowid
     WHERE exchange_text MATCH @text
       AND exchange_text.rowid > @after
       AND exchange_text.rowid <= @newest
       AND (exchange.connection_id = @connection_id OR exchange.connection_id IS NULL)${where}
     ORDER BY exchange_text.rowid
     LIMIT @limit`
}
