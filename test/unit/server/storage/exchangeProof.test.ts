import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openDatabase } from '../../../../server/storage/openDatabase.ts'
import type { ExchangeProofQuery, NewExchange } from '../../../../server/storage/storedExchange.ts'
import { createStores } from '../../../../server/storage/stores.ts'
import { anExchange } from '../../../support/anExchange.ts'
import { openStores } from './aStore.ts'

/** Creates that came in with one of two tokens. */
function openProofs() {
  const opened = openStores()
  const { stores, connectionId } = opened
  const insert = (stated: Partial<NewExchange> = {}) =>
    stores.exchanges.insert(anExchange({ connectionId, tokenId: 1, ...stated }))
  const find = (query: Partial<ExchangeProofQuery> = {}) =>
    stores.exchanges.newest(connectionId, { simulated: false, succeeded: true, ...query })
  const remove = (id: number) =>
    stores.exchangeRetention.removeOldest({
      connectionId,
      upTo: id,
      spared: Array.from({ length: id - 1 }, (_, at) => at + 1),
      limit: 1,
    })
  return { ...opened, insert, find, remove }
}

const undone = new Error('undone')

describe('the newest exchange of a kind, asked again and again', () => {
  it('is the one that came since', () => {
    const { insert, find } = openProofs()
    expect(find()).toBeUndefined()
    insert()
    expect(find()?.id).toBe(1)
    insert()
    insert({ caller: 'entra' })
    expect(find()?.id).toBe(3)
    insert({ status: 409 })
    insert({ simulation: 'run' })
    expect([find()?.id, find({ caller: 'okta' })?.id, find({ simulated: true })?.id]).toEqual([3, 2, 5])
  })

  it('has the mark that it was given since', () => {
    const { stores, insert, find } = openProofs()
    insert()
    expect(find()?.mark).toBeUndefined()
    stores.exchangeMarks.change(1, { pinned: true })
    expect(find()?.mark).toMatchObject({ pinned: true })
  })

  it('is another one once it is removed, whatever removes it', () => {
    const { stores, connectionId, insert, find, remove } = openProofs()
    for (const simulation of [null, null, 'run']) insert({ simulation })
    expect([find()?.id, find({ simulated: true })?.id]).toEqual([2, 3])
    stores.exchanges.removeSimulated(connectionId)
    expect(find({ simulated: true })).toBeUndefined()
    remove(2)
    expect(find()?.id).toBe(1)
    stores.exchangeRetention.removeOldest({ connectionId, upTo: 9, spared: [], limit: 9 })
    expect(find()).toBeUndefined()
  })

  it('is never one that a transaction took back, although the next one gets its id', () => {
    const { stores, insert, find } = openProofs()
    insert()
    expect(find()?.id).toBe(1)
    const attempt = () =>
      stores.inTransaction(() => {
        expect(insert({ caller: 'entra' })).toBe(2)
        expect([find()?.id, find({ tokenIds: [1] })?.id, find({ tokenIds: [1], oldest: true })?.id]).toEqual([2, 2, 1])
        throw undone
      })
    expect(attempt).toThrow(undone)
    expect([find()?.id, find({ tokenIds: [1] })?.id]).toEqual([1, 1])
    expect(insert({ caller: 'onelogin' })).toBe(2)
    expect([find()?.caller, find({ tokenIds: [1] })?.caller]).toEqual(['onelogin', 'onelogin'])
  })

  it('is noticed where another connection to the database wrote it', () => {
    const dir = mkdtempSync(join(tmpdir(), 'rollcall-'))
    const dbs = [1, 2].map(() => openDatabase(join(dir, 'rollcall.db')))
    onTestFinished(() => {
      for (const db of dbs) db.close()
      rmSync(dir, { recursive: true })
    })
    const [writer, reader] = dbs.map(createStores)
    writer?.connections.create({ slug: 'default', name: 'Default' }, '2026-03-01T12:00:00.000Z')
    const find = () => reader?.exchanges.newest(1, { simulated: false, succeeded: true })?.id
    expect(find()).toBeUndefined()
    writer?.exchanges.insert(anExchange())
    expect(find()).toBe(1)
  })
})

describe('what came in with certain tokens', () => {
  it('is found anew only where something came or went', () => {
    const { insert, find, remove } = openProofs()
    const current = () => [find({ tokenIds: [2], oldest: true })?.id, find({ tokenIds: [2] })?.id]
    insert()
    expect(current()).toEqual([undefined, undefined])
    for (const tokenId of [2, 1, 2, 2, 1]) insert({ tokenId })
    expect(current()).toEqual([2, 5])
    insert({ tokenId: 2, action: 'updated' })
    expect(current()).toEqual([2, 7])
    remove(2)
    expect(current()).toEqual([4, 7])
    remove(7)
    expect(current()).toEqual([4, 5])
    insert({ tokenId: 1 })
    expect(current()).toEqual([4, 5])
    expect([find({ tokenIds: [1, 2], oldest: true })?.id, find({ tokenIds: [1, 2] })?.id]).toEqual([1, 8])
    expect(find({ tokenIds: [1, 2], afterId: 8 })).toBeUndefined()
  })

  it('is told by connection', () => {
    const { stores, insert, find } = openProofs()
    const other = stores.connections.create({ slug: 'other', name: 'Other' }, '2026-03-01T12:00:00.000Z').id
    insert({ connectionId: other })
    expect(find({ tokenIds: [1] })).toBeUndefined()
    insert()
    expect(find({ tokenIds: [1] })?.id).toBe(2)
    expect(stores.exchanges.newest(other, { simulated: false, succeeded: true, tokenIds: [1] })?.id).toBe(1)
  })
})

describe('recent exchanges of an action, asked again and again', () => {
  const created = { action: 'created', outcome: 'succeeded' } as const

  it('are those that are there', () => {
    const { stores, connectionId, insert, remove } = openProofs()
    const recent = () => stores.traces.recent(connectionId, created).map(({ id }) => id)
    insert()
    insert({ caller: 'entra' })
    expect(recent()).toEqual([2, 1])
    insert({ caller: 'okta' })
    expect(recent()).toEqual([3, 2, 1])
    remove(2)
    expect(recent()).toEqual([3, 1])
  })

  it('are never those that a transaction took back', () => {
    const { stores, connectionId, insert } = openProofs()
    const recent = () => stores.traces.recent(connectionId, created).map(({ resourceName }) => resourceName)
    const attempt = () =>
      stores.inTransaction(() => {
        insert({ resourceName: 'Nobody' })
        expect(recent()).toEqual(['Nobody'])
        throw undone
      })
    expect(attempt).toThrow(undone)
    insert({ resourceName: 'Maya' })
    expect(recent()).toEqual(['Maya'])
  })

  it('are read from their bodies once', () => {
    const { stores, connectionId, insert, plansOf } = openProofs()
    const readsBodies = () => /content/.test(plansOf(() => stores.traces.recent(connectionId, created)))
    insert()
    expect([readsBodies(), readsBodies()]).toEqual([true, false])
    insert()
    expect([readsBodies(), readsBodies()]).toEqual([true, false])
  })
})
