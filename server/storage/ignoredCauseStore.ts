import type { Database } from 'better-sqlite3'

/** A cause or a finding that somebody set aside. */
export interface StoredIgnore {
  /** Of the cause or of the finding. */
  readonly key: string
  readonly note: string
  /** Empty where nobody said. */
  readonly by: string
  readonly at: string
  /** The newest of its exchanges that was seen. */
  readonly lastExchangeId: number
  /** How many failures of this cause came after it; 0 for a finding, which has none of its own. */
  readonly newCount: number
}

/** What is ignored, by connection. */
export interface IgnoredCauseStore {
  readonly list: (connectionId: number) => StoredIgnore[]
  /** In the place of what was written down of it before. */
  readonly set: (connectionId: number, ignored: Omit<StoredIgnore, 'newCount'>) => void
  readonly remove: (connectionId: number, key: string) => void
}

interface IgnoreRow {
  readonly connection_id: number
  readonly key: string
  readonly note: string
  readonly ignored_by: string
  readonly ignored_at: string
  readonly last_exchange_id: number
}

/** What is ignored, over a database. */
export function createIgnoredCauseStore(db: Database): IgnoredCauseStore {
  const select = db.prepare<[number], IgnoreRow & { new_count: number }>(`
    SELECT connection_id, key, note, ignored_by, ignored_at, last_exchange_id,
           (SELECT COUNT(*)
              FROM exchange
             WHERE exchange.failed = 1
               AND exchange.connection_id = ignored_cause.connection_id
               AND exchange.failure_key = ignored_cause.key
               AND exchange.id > ignored_cause.last_exchange_id)
         + (SELECT COUNT(*)
              FROM exchange
             WHERE exchange.failed = 1
               AND exchange.connection_id IS NULL
               AND exchange.failure_key = ignored_cause.key
               AND exchange.id > ignored_cause.last_exchange_id) AS new_count
      FROM ignored_cause
     WHERE connection_id = ?`)
  const upsert = db.prepare<IgnoreRow>(`
    INSERT INTO ignored_cause (connection_id, key, note, ignored_by, ignored_at, last_exchange_id)
    VALUES (@connection_id, @key, @note, @ignored_by, @ignored_at, @last_exchange_id)
        ON CONFLICT (connection_id, key) DO UPDATE
       SET note = excluded.note, ignored_by = excluded.ignored_by, ignored_at = excluded.ignored_at,
           last_exchange_id = excluded.last_exchange_id`)
  const remove = db.prepare<[number, string]>(`
    DELETE FROM ignored_cause
     WHERE connection_id = ?
       AND key = ?`)

  return {
    list: (connectionId) =>
      select.all(connectionId).map((row) => ({
        key: row.key,
        note: row.note,
        by: row.ignored_by,
        at: row.ignored_at,
        lastExchangeId: row.last_exchange_id,
        newCount: row.new_count,
      })),
    set: (connectionId, { key, note, by, at, lastExchangeId }) =>
      void upsert.run({
        connection_id: connectionId,
        key,
        note,
        ignored_by: by,
        ignored_at: at,
        last_exchange_id: lastExchangeId,
      }),
    remove: (connectionId, key) => void remove.run(connectionId, key),
  }
}
