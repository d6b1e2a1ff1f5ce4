import type { Database } from 'better-sqlite3'

/** Views of the activity list, and causes of failures that are ignored. */
export const viewsAndIgnored = {
  version: 7,
  up: (db: Database): void => {
    db.exec(`
      CREATE TABLE saved_view (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        connection_id INTEGER NOT NULL REFERENCES connection (id),
        name TEXT NOT NULL,
        folded_name TEXT NOT NULL,
        -- JSON.
        filter TEXT NOT NULL,
        UNIQUE (connection_id, folded_name)
      ) STRICT;

      CREATE TABLE ignored_cause (
        connection_id INTEGER NOT NULL REFERENCES connection (id),
        key TEXT NOT NULL,
        note TEXT NOT NULL,
        ignored_by TEXT NOT NULL,
        ignored_at TEXT NOT NULL,
        last_exchange_id INTEGER NOT NULL,
        PRIMARY KEY (connection_id, key)
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
