import type { Database } from 'better-sqlite3'

/** Which armed fault an exchange met. */
export const fault = {
  version: 4,
  up: (db: Database): void => {
    db.exec('ALTER TABLE exchange ADD COLUMN fault TEXT')
    rebuildIndexes(db, /\bfail(ed|ure_key)\b/, () => db.exec(failures))
  },
}

// NULL in `failed` is neither a failure nor a success: whatever asks for one of them passes over faults on purpose.
const failures = `
  ALTER TABLE exchange DROP COLUMN failure_key;
  ALTER TABLE exchange DROP COLUMN failed;
  ALTER TABLE exchange ADD COLUMN failed INTEGER GENERATED ALWAYS AS (
    CASE WHEN fault IS NULL THEN status = 0 OR status >= 400 END
  ) VIRTUAL;
  -- Failures with the same key have the same cause.
  ALTER TABLE exchange ADD COLUMN failure_key TEXT GENERATED ALWAYS AS (
    CASE WHEN fault IS NULL AND (status = 0 OR status >= 400) THEN
      ifnull(explanation_id, '') || ' ' || method || ' ' || route || ' ' || status || ' ' || ifnull(scim_type, '')
        || CASE WHEN simulation IS NULL THEN '' ELSE ' simulated' END
    END
  ) VIRTUAL;
`

/** A column cannot go while an index has it: these indexes go with it and come back as they were, with their statistics. */
function rebuildIndexes(db: Database, columns: RegExp, change: () => void): void {
  const indexes = db
    .prepare<[], { name: string; sql: string; stat: string | null }>(`
    SELECT sqlite_schema.name, sqlite_schema.sql, sqlite_stat1.stat
      FROM sqlite_schema
      LEFT JOIN sqlite_stat1
        ON sqlite_stat1.idx = sqlite_schema.name
     WHERE sqlite_schema.type = 'index'
       AND sqlite_schema.tbl_name = 'exchange'
       AND sqlite_schema.sql IS NOT NULL`)
    .all()
    .filter(({ sql }) => columns.test(sql))
  for (const { name } of indexes) db.exec(`DROP INDEX ${name}`)
  change()
  for (const { sql } of indexes) db.exec(sql)
  const insertStatistic = db.prepare<[string, string]>(`
    INSERT INTO sqlite_stat1 (tbl, idx, stat)
    VALUES ('exchange', ?, ?)`)
  for (const { name, stat } of indexes) if (stat !== null) insertStatistic.run(name, stat)
  // Reads the statistics anew.
  db.exec('ANALYZE sqlite_schema')
}
