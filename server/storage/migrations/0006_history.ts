import type { Database } from 'better-sqlite3'

/** What a person's history is found and rebuilt by, and the last failure of each. */
export const history = {
  version: 6,
  up: (db: Database): void => {
    db.exec(traces)
    db.exec(rosterIndexes)
    db.exec(keptEmails)
    db.exec(statistics)
  },
}

// Both tables have one more index, for exchanges that are removed; that of memberships also tells who came and went in one exchange.
const traces = `
  -- JSON: what each write took the place of. NULL for an exchange that changed nothing, and for those before this version.
  ALTER TABLE exchange_content ADD COLUMN undo TEXT;

  -- Whom an exchange named that is about no resource: a look-up that found nobody, a create that was refused.
  CREATE TABLE sought (
    kind TEXT NOT NULL CHECK (kind IN ('id', 'userName', 'externalId', 'email')),
    -- Folded where case does not count.
    value TEXT NOT NULL,
    exchange_id INTEGER NOT NULL REFERENCES exchange (id) ON DELETE CASCADE,
    PRIMARY KEY (kind, value, exchange_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX sought_exchange ON sought (exchange_id);

  CREATE TABLE membership_change (
    member_id TEXT NOT NULL,
    exchange_id INTEGER NOT NULL REFERENCES exchange (id) ON DELETE CASCADE,
    group_id TEXT NOT NULL,
    joined INTEGER NOT NULL CHECK (joined IN (0, 1)),
    PRIMARY KEY (member_id, exchange_id, group_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX membership_change_exchange ON membership_change (exchange_id, group_id, joined);
`

// None in the order of the last change: each write would pay for it, and the roster is seldom sorted so.
const rosterIndexes = `
  CREATE INDEX exchange_resource_failed ON exchange (resource_id) WHERE resource_id IS NOT NULL AND failed = 1;
`

// A deleted learner is found by e-mail, too: the addresses stay from now on, and come back for those who are deleted already.
const keptEmails = `
  INSERT OR IGNORE INTO email (folded_value, resource_seq)
  SELECT fold(address), seq
    FROM (SELECT resource.seq, json_extract(resource.document, email.fullkey || '.value') AS address
            FROM resource, json_each(resource.document, '$.emails') AS email
           WHERE resource.status = 'deleted')
   WHERE typeof(address) = 'text'
     AND address <> '';
`

const statistics = `
  INSERT INTO sqlite_stat1 (tbl, idx, stat)
  VALUES ('sought', 'sought', '50000 12000 2 1'),
         ('sought', 'sought_exchange', '50000 1'),
         ('membership_change', 'membership_change', '100000 4 1 1'),
         ('membership_change', 'membership_change_exchange', '100000 3 3 2'),
         ('exchange', 'exchange_resource_failed', '5000 5');
  ANALYZE sqlite_schema;
`
