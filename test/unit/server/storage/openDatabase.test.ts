import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DataFolderInUse, DataFolderUnusable, lockDataFolder } from '../../../../server/storage/lockDataFolder.ts'
import { DatabaseTooNew, migrate } from '../../../../server/storage/migrate.ts'
import { openDatabase } from '../../../../server/storage/openDatabase.ts'
import { createStores } from '../../../../server/storage/stores.ts'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'rollcall-'))
})
afterEach(() => {
  rmSync(dir, { recursive: true })
})

describe('opening the database', () => {
  it('keeps what was committed from one opening to the next', () => {
    const file = join(dir, 'rollcall.db')
    const first = createStores(openDatabase(file))
    const { id } = first.connections.create({ slug: 'default', name: 'Default' }, '2026-01-01T00:00:00.000Z')
    const folderId = first.folderId()
    first.close()
    const second = createStores(openDatabase(file))
    expect(second.connections.get(id).slug).toBe('default')
    expect(second.folderId()).toBe(folderId)
    second.close()
  })

  it('writes ahead of the database and checks foreign keys', () => {
    const db = openDatabase(join(dir, 'rollcall.db'))
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(db.pragma('synchronous', { simple: true })).toBe(1)
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    db.close()
  })

  it('refuses a database that a newer program wrote and leaves it as it is', () => {
    const file = join(dir, 'rollcall.db')
    const newer = new BetterSqlite3(file)
    newer.pragma('user_version = 999')
    newer.close()
    expect(() => openDatabase(file)).toThrow(DatabaseTooNew)
    expect(() => openDatabase(file)).toThrow(/newer Rollcall/)
    const left = new BetterSqlite3(file)
    expect(left.pragma('user_version', { simple: true })).toBe(999)
    left.close()
  })
})

describe('migrating', () => {
  it('takes the steps that are missing, in order, and remembers the last', () => {
    const db = new BetterSqlite3(':memory:')
    const taken: number[] = []
    const step = (version: number) => ({ version, up: () => void taken.push(version) })
    migrate(db, [step(1)])
    migrate(db, [step(1), step(2), step(3)])
    expect(taken).toEqual([1, 2, 3])
    expect(db.pragma('user_version', { simple: true })).toBe(3)
  })

  it('undoes a step that fails', () => {
    const db = new BetterSqlite3(':memory:')
    const up = () => {
      db.exec('CREATE TABLE half (id INTEGER)')
      throw new Error('broken')
    }
    expect(() => migrate(db, [{ version: 1, up }])).toThrow('broken')
    expect(db.pragma('user_version', { simple: true })).toBe(0)
    expect(() => db.exec('CREATE TABLE half (id INTEGER)')).not.toThrow()
  })
})

describe('the lock on the data folder', () => {
  it('makes the folder, keeps others out and lets go', () => {
    const folder = join(dir, 'deep', 'down')
    const lock = lockDataFolder(folder)
    expect(() => lockDataFolder(folder)).toThrow(DataFolderInUse)
    lock.release()
    lock.release()
    lockDataFolder(folder).release()
  })

  it('says that a folder cannot be made where a file is', () => {
    const file = join(dir, 'file')
    writeFileSync(file, '')
    expect(() => lockDataFolder(file)).toThrow(DataFolderUnusable)
    expect(() => lockDataFolder(join(file, 'below'))).toThrow(/cannot be used/)
  })

  it('says that the lock file is something else', () => {
    writeFileSync(join(dir, 'rollcall.lock'), 'no database at all, but long enough to be taken for the head of one'.repeat(20))
    expect(() => lockDataFolder(dir)).toThrow(DataFolderUnusable)
  })
})
