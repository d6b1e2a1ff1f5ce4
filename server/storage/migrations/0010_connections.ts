import type { Database } from 'better-sqlite3'

/** Connections that are being removed, and tokens that were replaced. */
export const connections = {
  version: 10,
  up: (db: Database): void => {
    db.exec(removals)
    db.exec(replacedTokens)
  },
}

// The row of a removed connection stays until all that names it is gone, under a slug that no address can spell.
const removals = `
  ALTER TABLE connection ADD COLUMN removed_at TEXT;
`

// Until now only a token that another took the place of had an end, the simulator's apart.
const replacedTokens = `
  ALTER TABLE token ADD COLUMN replaced INTEGER NOT NULL DEFAULT 0 CHECK (replaced IN (0, 1));
  UPDATE token
     SET replaced = 1
   WHERE kind = 'screen'
     AND expires_at IS NOT NULL;
`
