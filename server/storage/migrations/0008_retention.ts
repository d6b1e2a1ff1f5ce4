import type { Database } from 'better-sqlite3'

/** Marks of exchanges, how far lists were cleared, and what each exchange takes. */
export const retention = {
  version: 8,
  up: (db: Database): void => {
    db.exec(marks)
    db.exec(clearings)
    db.exec(sizes)
  },
}

const marks = `
  CREATE TABLE exchange_mark (
    exchange_id INTEGER PRIMARY KEY REFERENCES exchange (id) ON DELETE CASCADE,
    pinned INTEGER NOT NULL CHECK (pinned IN (0, 1)),
    colour TEXT,
    note TEXT,
    -- It was pinned when the list was cleared up to this exchange, and stays in it whether or not it still is.
    kept_to INTEGER NOT NULL
  ) STRICT;
`

// One number says what is cleared: to hide a hundred thousand rows, or to show them again, changes one.
const clearings = `
  CREATE TABLE exchange_clearing (
    connection_id INTEGER PRIMARY KEY REFERENCES connection (id),
    cleared_to INTEGER NOT NULL,
    -- What it was before, for the undo.
    former_to INTEGER NOT NULL,
    cleared_at TEXT NOT NULL
  ) STRICT;
`

// About as measured when a row is made; ASCII, so that characters are bytes.
const sizes = `
  ALTER TABLE exchange ADD COLUMN stored_bytes INTEGER NOT NULL DEFAULT 900;
  UPDATE exchange
     SET stored_bytes = 900 + (SELECT length(request_headers) + ifnull(length(request_body), 0) + length(response_headers)
                                    + ifnull(length(response_body), 0) + length(changes) + length(tolerances)
                                 FROM exchange_content
                                WHERE exchange_id = exchange.id)
   WHERE id IN (SELECT exchange_id
                  FROM exchange_content);
`
