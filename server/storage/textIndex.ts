import { existsSync, rmSync } from 'node:fs'
import BetterSqlite3, { type Database } from 'better-sqlite3'

/** What an exchange says, as far as it is looked for by words. */
export interface ExchangeWords {
  readonly id: number
  readonly sentence: string
  readonly target: string
  readonly headers: string
  readonly bodies: string
}

/** The full text of exchanges, in a database of its own: it can be made anew from the exchanges at any time. */
export interface TextIndex {
  /** The highest id that was taken in; 0 where none was. */
  readonly newestId: () => number
  /** @returns how many were added */
  readonly add: (exchanges: Iterable<ExchangeWords>) => number
  /** How many are in. */
  readonly count: () => number
  /** Takes out those of which `isKept` is false. */
  readonly prune: (isKept: (id: number) => boolean) => void
  readonly close: () => void
}

/** A file of another form, or of another data folder, is made anew. */
const form = 1

/** Whose exchanges are in, and the highest id that any of them was ever given. */
interface Origin {
  readonly folderId: string
  readonly newestId: number
}

/** Opens the file, or makes it; anew where it is damaged, or is not of these exchanges. */
export function openTextIndex(file: string, origin: Origin): TextIndex {
  const db = openSound(file, origin) ?? makeAnew(file, origin)

  const selectNewest = db
    .prepare<[], number | null>(`
    SELECT MAX(id)
      FROM exchange_text_docsize`)
    .pluck()
  const selectCount = db
    .prepare<[], number>(`
    SELECT COUNT(*)
      FROM exchange_text_docsize`)
    .pluck()
  const selectIds = db
    .prepare<[], number>(`
    SELECT id
      FROM exchange_text_docsize`)
    .pluck()
  const insert = db.prepare<ExchangeWords>(`
    INSERT INTO exchange_text (rowid, sentence, target, headers, bodies)
    VALUES (@id, @sentence, @target, @headers, @bodies)`)
  const remove = db.prepare<[number]>(`
    DELETE FROM exchange_text
     WHERE rowid = ?`)

  return {
    newestId: () => selectNewest.get() ?? 0,
    add: db.transaction((exchanges: Iterable<ExchangeWords>) => {
      let count = 0
      for (const exchange of exchanges) count += insert.run(exchange).changes
      return count
    }),
    count: () => selectCount.get() ?? 0,
    prune: db.transaction((isKept: (id: number) => boolean) => {
      for (const id of selectIds.all()) if (!isKept(id)) remove.run(id)
    }),
    close: () => void db.close(),
  }
}

function open(file: string): Database {
  const db = new BetterSqlite3(file)
  db.pragma('journal_mode = WAL')
  // What a crash takes is taken in again, and a file that it damages is made anew.
  db.pragma('synchronous = OFF')
  return db
}

/** @returns undefined for a file that is not this index, or no sound database */
function openSound(file: string, { folderId, newestId }: Origin): Database | undefined {
  if (!existsSync(file)) return undefined
  let db: Database | undefined
  try {
    db = open(file)
    const isOurs =
      db.pragma('user_version', { simple: true }) === form &&
      db.prepare<[], string>('SELECT folder_id FROM origin').pluck().get() === folderId
    const newestIn = isOurs ? db.prepare<[], number | null>('SELECT MAX(id) FROM exchange_text_docsize').pluck().get() : undefined
    // A database that was put back from a copy gives ids again, which are others' in here.
    if (newestIn !== undefined && (newestIn ?? 0) <= newestId) {
      db.prepare('SELECT rowid FROM exchange_text LIMIT 1').get()
      return db
    }
    db.close()
    return undefined
  } catch {
    // Damaged in whatever way: all of it is made from the exchanges.
    db?.close()
    return undefined
  }
}

/** Removes the file, with what SQLite keeps beside it. */
export function removeTextIndex(file: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true })
}

function makeAnew(file: string, { folderId }: Origin): Database {
  removeTextIndex(file)
  const db = open(file)
  createTables(db, folderId)
  return db
}

// Contentless: the texts stand in the exchange's own rows. Diacritics do not count, as a reader under pressure leaves them out.
function createTables(db: Database, folderId: string): void {
  db.exec(`
    CREATE TABLE origin (
      folder_id TEXT NOT NULL
    ) STRICT;
    CREATE VIRTUAL TABLE exchange_text USING fts5 (
      sentence,
      target,
      headers,
      bodies,
      content = '',
      contentless_delete = 1,
      tokenize = 'unicode61 remove_diacritics 2'
    );
    PRAGMA user_version = ${form};`)
  db.prepare<[string]>(`
    INSERT INTO origin (folder_id)
    VALUES (?)`).run(folderId)
}
