import type { Database } from 'better-sqlite3'

/** Runs work so that it is done whole or not at all. */
export type Transaction = <T>(work: () => T) => T

/** Immediate, since operations read before they write; inside another one it is a savepoint, undone alone when `work` throws. */
export function createTransaction(db: Database): Transaction {
  // The wrapper is made once; better-sqlite3 turns a nested call into a savepoint.
  const run = db.transaction((work: () => unknown) => work())
  // `run` returns what `work` returned, which its type cannot say.
  return <T>(work: () => T) => run.immediate(work) as T
}

/** Deferred: it locks nobody out. */
export function createSnapshot(db: Database): Transaction {
  const run = db.transaction((work: () => unknown) => work())
  // `run` returns what `work` returned, which its type cannot say.
  return <T>(work: () => T) => run.deferred(work) as T
}

/** For the several statements of one store function: part of the transaction that is open, else one of its own. */
export function createAtomic(db: Database): Transaction {
  const inTransaction = createTransaction(db)
  return (work) => (db.inTransaction ? work() : inTransaction(work))
}
