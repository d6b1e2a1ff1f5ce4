import type { Database } from 'better-sqlite3'

/**
 * Names are compared with their accents composed and in one width from now on, no more by their case alone. Of two learners whose names have
 * become the same, the one that came first is found by it; the other keeps what it had, until its name changes. Unique values of
 * extensions are written anew with the next change of their learner.
 */
export const foldedNames = {
  version: 9,
  up: (db: Database): void => {
    for (const { table, column, otherwise } of [
      { table: 'resource', column: 'folded_name', otherwise: 'IGNORE' },
      { table: 'resource', column: 'folded_display', otherwise: 'IGNORE' },
      { table: 'email', column: 'folded_value', otherwise: 'REPLACE' },
      { table: 'saved_view', column: 'folded_name', otherwise: 'IGNORE' },
    ])
      db.exec(`
        UPDATE OR ${otherwise} ${table}
           SET ${column} = fold(${column})
         WHERE ${column} GLOB '*[^ -~]*'`)
    db.exec(`
      UPDATE OR REPLACE sought
         SET value = fold(value)
       WHERE kind IN ('userName', 'email')
         AND value GLOB '*[^ -~]*'`)
  },
}
