import type { Database } from 'better-sqlite3'

/** Custom extensions, and the values of their attributes that no two learners may share. */
export const extension = {
  version: 2,
  up: (db: Database): void => {
    db.exec(extensions)
    db.exec(uniqueValues)
    db.exec(statistics)
  },
}

const extensions = `
  CREATE TABLE extension (
    -- Order of adding.
    id INTEGER PRIMARY KEY,
    connection_id INTEGER NOT NULL REFERENCES connection (id),
    urn TEXT NOT NULL COLLATE NOCASE,
    -- The schema as JSON.
    document TEXT NOT NULL,
    UNIQUE (connection_id, urn)
  ) STRICT;
`

// A row leaves with its resource: by the foreign key, or by the trigger where a learner's row stays for the roster.
const uniqueValues = `
  CREATE TABLE unique_value (
    connection_id INTEGER NOT NULL REFERENCES connection (id),
    urn TEXT NOT NULL,
    -- The attribute, with a dot before a sub-attribute.
    path TEXT NOT NULL,
    -- In lower case where case does not count.
    key TEXT NOT NULL,
    resource_seq INTEGER NOT NULL REFERENCES resource (seq) ON DELETE CASCADE,
    PRIMARY KEY (connection_id, urn, path, key)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX unique_value_resource ON unique_value (resource_seq);

  CREATE TRIGGER unique_value_freed AFTER UPDATE OF status ON resource WHEN NEW.status = 'deleted' BEGIN
    DELETE FROM unique_value
     WHERE resource_seq = NEW.seq;
  END;
`

const statistics = `
  INSERT INTO sqlite_stat1 (tbl, idx, stat)
  VALUES ('unique_value', 'unique_value', '1000000 500000 500000 500000 1'),
         ('unique_value', 'unique_value_resource', '1000000 1');
  ANALYZE sqlite_schema;
`
