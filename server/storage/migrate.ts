import type { Database } from 'better-sqlite3'
import { type Migration, migrations } from './migrations/index.ts'

/** The database was written by a newer Rollcall and is left as it is. */
export class DatabaseTooNew extends Error {
  constructor(found: number, known: number) {
    super(
      `The database was written by a newer Rollcall (schema ${found}; this one knows up to ${known}). Start that version, or choose another data folder.`,
    )
    this.name = 'DatabaseTooNew'
  }
}

/**
 * Brings the schema up to date, each step in its own transaction; `PRAGMA user_version` remembers the last one.
 *
 * @throws DatabaseTooNew
 */
export function migrate(db: Database, steps: readonly Migration[] = migrations): void {
  const known = steps.at(-1)?.version ?? 0
  const found = readVersion(db)
  if (found > known) throw new DatabaseTooNew(found, known)
  for (const step of steps) {
    if (step.version <= found) continue
    db.transaction(() => {
      step.up(db)
      db.pragma(`user_version = ${step.version}`)
    }).immediate()
  }
}

function readVersion(db: Database): number {
  return Number(db.pragma('user_version', { simple: true }))
}
