import type { Database } from 'better-sqlite3'

/** Answers from what was read before under the same key, for as long as nothing has been written to the database. */
export type ReadMemory = <T>(key: string, read: () => T) => T

/** @see ReadMemory */
export function createReadMemory(db: Database): ReadMemory {
  // Rows written here, those of triggers and cascades among them, and commits of others.
  const selectState = db
    .prepare<[], string>(`
    SELECT total_changes() || ' ' || data_version
      FROM pragma_data_version`)
    .pluck()
  const kept = new Map<string, unknown>()
  let keptOf: string | undefined

  return <T>(key: string, read: () => T): T => {
    // What a transaction has written may be taken back, and that is not counted.
    if (db.inTransaction) return read()
    const state = selectState.get()
    if (state !== keptOf) kept.clear()
    keptOf = state
    // A key is used for one kind of reading alone.
    if (kept.has(key)) return kept.get(key) as T
    const result = read()
    kept.set(key, result)
    return result
  }
}
