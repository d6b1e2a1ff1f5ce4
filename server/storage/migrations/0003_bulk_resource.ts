import type { Database } from 'better-sqlite3'

/** One exchange of a bulk request touches many resources. */
export const bulkResource = {
  version: 3,
  up: (db: Database): void => {
    db.exec(bulkResources)
  },
}

// Other exchanges name their one resource themselves. The second index is for exchanges that are removed.
const bulkResources = `
  CREATE TABLE bulk_resource (
    resource_id TEXT NOT NULL,
    exchange_id INTEGER NOT NULL REFERENCES exchange (id) ON DELETE CASCADE,
    PRIMARY KEY (resource_id, exchange_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX bulk_resource_exchange ON bulk_resource (exchange_id);
`
