import type { Database } from 'better-sqlite3'

/** By what a look-up and the write that it prepared are known to be about the same learner or group. */
export const exchangeSubject = {
  version: 5,
  up: (db: Database): void => {
    // Short keys with a space between them. Of earlier rows they are not known.
    db.exec('ALTER TABLE exchange ADD COLUMN subject_keys TEXT')
  },
}
