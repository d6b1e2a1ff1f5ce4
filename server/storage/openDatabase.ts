import BetterSqlite3, { type Database } from 'better-sqlite3'
import { foldValue } from './foldValue.ts'
import { migrate } from './migrate.ts'

/**
 * Opens the database, or makes it, and brings its schema up to date. `:memory:` is for tests.
 *
 * @throws DatabaseTooNew
 */
export function openDatabase(file: string): Database {
  const db = new BetterSqlite3(file, { timeout: 5_000 })
  try {
    // WAL with NORMAL survives the end of the process; a power cut may take the last commits, never the database.
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = NORMAL')
    db.pragma('foreign_keys = ON')
    // 32 MiB: the upper levels of every index at a million users, and well inside the memory that the service may use.
    db.pragma('cache_size = -32768')
    db.pragma('temp_store = MEMORY')
    // 16 MiB of WAL: the pages that every write changes are brought home once in thousands of commits.
    db.pragma('wal_autocheckpoint = 4096')
    db.function('fold', { deterministic: true }, foldValue)
    migrate(db)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}
