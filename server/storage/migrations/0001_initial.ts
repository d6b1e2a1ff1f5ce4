import type { Database } from 'better-sqlite3'

/** The first schema: connections, resources, exchanges, the console's own. */
export const initial = {
  version: 1,
  up: (db: Database): void => {
    db.exec(connections)
    db.exec(resources)
    db.exec(pageMarks)
    db.exec(resourceCounts)
    db.exec(exchanges)
    db.exec(consoleTables)
    db.exec(statistics)
  },
}

const connections = `
  CREATE TABLE connection (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    provider TEXT,
    -- Both JSON.
    settings TEXT NOT NULL,
    setup TEXT NOT NULL,
    created_at TEXT NOT NULL
  ) STRICT;

  CREATE TABLE token (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    connection_id INTEGER NOT NULL REFERENCES connection (id),
    label TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('screen', 'environment', 'simulator')),
    hash BLOB NOT NULL,
    last_four TEXT NOT NULL,
    length INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    expires_at TEXT,
    revoked_at TEXT,
    last_used_at TEXT
  ) STRICT;
  CREATE INDEX token_connection ON token (connection_id);
`

// The wide document stands last, so that the columns before it are read without it. Each index is one page more in the commit
// of a create; those of rare rows are partial and cost nothing else.
const resources = `
  CREATE TABLE resource (
    -- Order of creation.
    seq INTEGER PRIMARY KEY,
    connection_id INTEGER NOT NULL REFERENCES connection (id),
    resource_type TEXT NOT NULL CHECK (resource_type IN ('User', 'Group')),
    id TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('active', 'archived', 'deleted')),
    -- userName, or a group's displayName.
    folded_name TEXT NOT NULL,
    -- 1 where no other resource may have the name. NULL where another may: unique indexes let NULL repeat.
    name_claim INTEGER CHECK (name_claim = 1),
    -- The name that the roster shows.
    folded_display TEXT NOT NULL,
    external_id TEXT,
    created_at TEXT NOT NULL,
    modified_at TEXT NOT NULL,
    version INTEGER NOT NULL,
    simulated INTEGER NOT NULL CHECK (simulated IN (0, 1)),
    -- The client's attributes as JSON.
    document TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX resource_id ON resource (connection_id, id);
  CREATE UNIQUE INDEX resource_name ON resource (connection_id, resource_type, folded_name, name_claim);
  CREATE INDEX resource_display ON resource (connection_id, resource_type, folded_display);
  CREATE INDEX resource_external_id ON resource (connection_id, resource_type, external_id) WHERE external_id IS NOT NULL;
  -- With the columns that a page asks for, so that it skips to its start without reading a row.
  CREATE INDEX resource_order ON resource (connection_id, resource_type, seq, status) WHERE status <> 'deleted';
  CREATE INDEX resource_archived ON resource (connection_id, resource_type) WHERE status = 'archived';
  CREATE INDEX resource_deleted ON resource (connection_id, resource_type) WHERE status = 'deleted';
  CREATE INDEX resource_simulated ON resource (connection_id, resource_type) WHERE simulated = 1;

  -- No foreign key, since it would need a second index: the addresses of a resource stand in its document.
  CREATE TABLE email (
    folded_value TEXT NOT NULL,
    resource_seq INTEGER NOT NULL,
    PRIMARY KEY (folded_value, resource_seq)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE membership (
    group_seq INTEGER NOT NULL REFERENCES resource (seq) ON DELETE CASCADE,
    member_seq INTEGER NOT NULL REFERENCES resource (seq) ON DELETE CASCADE,
    PRIMARY KEY (group_seq, member_seq)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX membership_member ON membership (member_seq, group_seq);
`

const unmark = `
    DELETE FROM page_mark
     WHERE connection_id = OLD.connection_id
       AND resource_type = OLD.resource_type
       AND seq = OLD.seq;
    UPDATE page_mark
       SET position = position - 1
     WHERE connection_id = OLD.connection_id
       AND resource_type = OLD.resource_type
       AND seq > OLD.seq;`

// Counting a million rows is slow, however it is indexed; triggers keep the counts with each write's own commit.
const resourceCounts = `
  CREATE TABLE resource_count (
    connection_id INTEGER NOT NULL REFERENCES connection (id),
    resource_type TEXT NOT NULL,
    status TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (connection_id, resource_type, status)
  ) STRICT, WITHOUT ROWID;

  CREATE TRIGGER resource_counted_insert AFTER INSERT ON resource BEGIN
    INSERT INTO resource_count (connection_id, resource_type, status, count)
    VALUES (NEW.connection_id, NEW.resource_type, NEW.status, 1)
        ON CONFLICT DO UPDATE SET count = count + 1;
    -- In the same trigger, since only the order of its statements is certain.
    INSERT INTO page_mark (connection_id, resource_type, seq, position)
    SELECT NEW.connection_id, NEW.resource_type, NEW.seq, total
      FROM (SELECT SUM(count) AS total
              FROM resource_count
             WHERE connection_id = NEW.connection_id
               AND resource_type = NEW.resource_type
               AND status <> 'deleted')
     WHERE total >= 1000 + ifnull((SELECT MAX(position)
                                     FROM page_mark
                                    WHERE connection_id = NEW.connection_id
                                      AND resource_type = NEW.resource_type), 0);
  END;
  CREATE TRIGGER resource_counted_delete AFTER DELETE ON resource BEGIN
    UPDATE resource_count
       SET count = count - 1
     WHERE connection_id = OLD.connection_id
       AND resource_type = OLD.resource_type
       AND status = OLD.status;
  END;
  CREATE TRIGGER resource_counted_update AFTER UPDATE OF status ON resource WHEN OLD.status <> NEW.status BEGIN
    UPDATE resource_count
       SET count = count - 1
     WHERE connection_id = OLD.connection_id
       AND resource_type = OLD.resource_type
       AND status = OLD.status;
    INSERT INTO resource_count (connection_id, resource_type, status, count)
    VALUES (NEW.connection_id, NEW.resource_type, NEW.status, 1)
        ON CONFLICT DO UPDATE SET count = count + 1;
  END;
`

// Where every thousandth resource stands in its list, so that a page deep inside is found without counting off all rows
// before it. A deletion moves those behind it up by one.
const pageMarks = `
  CREATE TABLE page_mark (
    connection_id INTEGER NOT NULL REFERENCES connection (id),
    resource_type TEXT NOT NULL,
    seq INTEGER NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (connection_id, resource_type, seq)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX page_mark_position ON page_mark (connection_id, resource_type, position);

  CREATE TRIGGER page_marked_delete AFTER DELETE ON resource WHEN OLD.status <> 'deleted' BEGIN
    ${unmark}
  END;
  CREATE TRIGGER page_marked_update AFTER UPDATE OF status ON resource WHEN OLD.status <> 'deleted' AND NEW.status = 'deleted' BEGIN
    ${unmark}
  END;
`

// Lists never touch headers and bodies: those have a table of their own.
const exchanges = `
  CREATE TABLE exchange (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    connection_id INTEGER REFERENCES connection (id),
    received_at TEXT NOT NULL,
    duration_ms REAL NOT NULL,
    method TEXT NOT NULL,
    target TEXT NOT NULL,
    route TEXT NOT NULL,
    status INTEGER NOT NULL,
    scim_type TEXT,
    action TEXT NOT NULL,
    sentence TEXT NOT NULL,
    caller TEXT NOT NULL,
    token_id INTEGER,
    token_last_four TEXT,
    refused_credential TEXT,
    resource_type TEXT,
    resource_id TEXT,
    resource_name TEXT,
    explanation_id TEXT,
    simulation TEXT,
    tolerance_count INTEGER NOT NULL,
    simulated INTEGER NOT NULL GENERATED ALWAYS AS (simulation IS NOT NULL) VIRTUAL,
    failed INTEGER NOT NULL GENERATED ALWAYS AS (status = 0 OR status >= 400) VIRTUAL,
    -- Failures with the same key have the same cause.
    failure_key TEXT GENERATED ALWAYS AS (
      CASE WHEN status = 0 OR status >= 400 THEN
        ifnull(explanation_id, '') || ' ' || method || ' ' || route || ' ' || status || ' ' || ifnull(scim_type, '')
          || CASE WHEN simulation IS NULL THEN '' ELSE ' simulated' END
      END
    ) VIRTUAL
  ) STRICT;
  CREATE INDEX exchange_connection ON exchange (connection_id);
  -- One short look for each caller and action finds the newest of any token.
  CREATE INDEX exchange_proof ON exchange (connection_id, caller, action, simulated, failed, id, token_id);
  CREATE INDEX exchange_route ON exchange (connection_id, route, method, simulated, failed);
  CREATE INDEX exchange_resource ON exchange (resource_id) WHERE resource_id IS NOT NULL;
  CREATE INDEX exchange_failed ON exchange (connection_id) WHERE failed = 1;
  CREATE INDEX exchange_failure ON exchange (connection_id, failure_key) WHERE failed = 1;
  CREATE INDEX exchange_simulated ON exchange (connection_id) WHERE simulated = 1;
  CREATE INDEX exchange_unauthenticated ON exchange (id) WHERE token_id IS NULL;

  CREATE TABLE exchange_content (
    exchange_id INTEGER PRIMARY KEY REFERENCES exchange (id) ON DELETE CASCADE,
    request_line TEXT NOT NULL,
    request_headers TEXT NOT NULL,
    request_body TEXT,
    request_size_bytes INTEGER NOT NULL,
    response_line TEXT NOT NULL,
    response_headers TEXT NOT NULL,
    response_body TEXT,
    response_size_bytes INTEGER NOT NULL,
    -- JSON, as are the headers.
    changes TEXT NOT NULL,
    changed_nothing INTEGER NOT NULL CHECK (changed_nothing IN (0, 1)),
    not_kept TEXT NOT NULL,
    tolerances TEXT NOT NULL,
    detail TEXT
  ) STRICT;
`

const consoleTables = `
  CREATE TABLE ticket (
    hash BLOB PRIMARY KEY,
    expires_at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE session (
    hash BLOB PRIMARY KEY,
    created_at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE preference (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE data_folder (
    id TEXT NOT NULL
  ) STRICT;
  INSERT INTO data_folder (id) VALUES (lower(hex(randomblob(8))));
`

// What ANALYZE would find in a large database, so that a query has the same plan from the first row to the millionth:
// how many rows there are, then how many of them share the first column, the first two, and so on.
const statistics = `
  ANALYZE sqlite_schema;
  INSERT INTO sqlite_stat1 (tbl, idx, stat)
  VALUES ('resource', 'resource_id', '1000000 500000 1'),
         ('resource', 'resource_name', '1000000 500000 400000 1 1'),
         ('resource', 'resource_display', '1000000 500000 400000 2'),
         ('resource', 'resource_external_id', '1000000 500000 400000 1'),
         ('resource', 'resource_order', '1000000 500000 400000 1 1'),
         ('resource', 'resource_archived', '50000 25000 20000'),
         ('resource', 'resource_deleted', '50000 25000 20000'),
         ('resource', 'resource_simulated', '100 50 50'),
         ('page_mark', 'page_mark', '1000 500 400 1'),
         ('page_mark', 'page_mark_position', '1000 500 400 1'),
         ('email', 'email', '1000000 2 1'),
         ('membership', 'membership', '3000000 1000 1'),
         ('membership', 'membership_member', '3000000 3 1'),
         ('exchange', 'exchange_connection', '100000 50000'),
         ('exchange', 'exchange_proof', '100000 50000 40000 8000 7000 6000 1 1'),
         ('exchange', 'exchange_route', '100000 50000 10000 5000 5000 4000'),
         ('exchange', 'exchange_resource', '100000 10'),
         ('exchange', 'exchange_failed', '10000 5000'),
         ('exchange', 'exchange_failure', '10000 5000 200'),
         ('exchange', 'exchange_simulated', '500 200'),
         ('exchange', 'exchange_unauthenticated', '5000 1');
  ANALYZE sqlite_schema;
`
