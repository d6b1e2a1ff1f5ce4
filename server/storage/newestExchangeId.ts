import type { Database } from 'better-sqlite3'

/** The highest id that any exchange was ever given, one that is gone again too; 0 while there was none. */
export function createNewestExchangeId(db: Database): () => number {
  const select = db
    .prepare<[], number>(`
    SELECT seq
      FROM sqlite_sequence
     WHERE name = 'exchange'`)
    .pluck()
  return () => select.get() ?? 0
}
