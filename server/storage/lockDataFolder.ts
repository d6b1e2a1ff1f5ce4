import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3, { type Database } from 'better-sqlite3'

/** Another process works on the data folder. */
export class DataFolderInUse extends Error {
  constructor(dir: string) {
    super(`The data folder ${dir} is in use by another Rollcall. Stop that one, or choose another folder with --data.`)
    this.name = 'DataFolderInUse'
  }
}

/** The data folder cannot be made, or nothing can be written in it. */
export class DataFolderUnusable extends Error {
  constructor(dir: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    super(
      `The data folder ${dir} cannot be used: ${reason}. Check that it is a folder you may write to, or choose another with --data.`,
      { cause },
    )
    this.name = 'DataFolderUnusable'
  }
}

/** The hold on a data folder; it ends with `release` or with the process, however that ends. */
export interface DataFolderLock {
  readonly release: () => void
}

/**
 * Makes the folder where it is missing and takes it for this process: an exclusive transaction held on `rollcall.lock`,
 * which the operating system lets go with the process.
 *
 * @throws DataFolderInUse at once when another holds it; DataFolderUnusable
 */
export function lockDataFolder(dir: string): DataFolderLock {
  const db = openLockFile(dir)
  try {
    db.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    db.close()
    if (isBusy(error)) throw new DataFolderInUse(dir)
    throw new DataFolderUnusable(dir, error)
  }
  return {
    release: () => {
      if (db.open) db.close()
    },
  }
}

function openLockFile(dir: string): Database {
  try {
    mkdirSync(dir, { recursive: true })
    return new BetterSqlite3(join(dir, 'rollcall.lock'), { timeout: 0 })
  } catch (error) {
    throw new DataFolderUnusable(dir, error)
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof BetterSqlite3.SqliteError && error.code.startsWith('SQLITE_BUSY')
}
