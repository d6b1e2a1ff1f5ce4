import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { ExchangeFilter } from '#contract/exchange.ts'
import { createExchangeDensity } from '../../../../server/storage/exchangeDensity.ts'
import { openExchangeReader } from '../../../../server/storage/exchangeExport.ts'
import { migrate } from '../../../../server/storage/migrate.ts'
import { migrations } from '../../../../server/storage/migrations/index.ts'
import { openDatabase } from '../../../../server/storage/openDatabase.ts'
import { createStores } from '../../../../server/storage/stores.ts'
import { anExchange } from '../../../support/anExchange.ts'
import { at, openStores } from './aStore.ts'

/** Ten exchanges, of which the second and the fifth are pinned. */
function openTen() {
  const opened = openStores()
  const { exchanges, exchangeMarks } = opened.stores
  const insert = () => exchanges.insert(anExchange({ connectionId: opened.connectionId, status: 409 }))
  for (let count = 0; count < 10; count += 1) insert()
  for (const id of [2, 5]) exchangeMarks.change(id, { pinned: true })
  const listed = () => exchanges.list(opened.connectionId, { limit: 20 }).exchanges.map(({ id }) => id)
  return { ...opened, ...opened.stores, insert, listed }
}

const later = '2026-03-01T12:00:20.000Z'

describe('a mark', () => {
  it('keeps what a change does not name', () => {
    const { exchangeMarks } = openTen()
    expect(exchangeMarks.change(3, { note: 'Ask Okta' })).toEqual({ pinned: false, colour: null, note: 'Ask Okta' })
    exchangeMarks.change(3, { colour: 'amber', pinned: true })
    expect(exchangeMarks.get(3)).toEqual({ pinned: true, colour: 'amber', note: 'Ask Okta' })
    expect(exchangeMarks.get(4)).toBeUndefined()
  })

  it('stands in the line of the list with the beginning of its note, within 600 bytes', () => {
    const { exchanges, exchangeMarks, connectionId } = openTen()
    exchanges.insert(anExchange({ connectionId, target: 'é"'.repeat(300), sentence: 'é"'.repeat(300) }))
    exchangeMarks.change(11, { note: `Two\nlines ${'\u0001é"'.repeat(200)}` })
    const [line] = exchanges.list(connectionId, { limit: 1 }).exchanges
    expect(line?.mark).toMatchObject({ pinned: false, colour: null, note: expect.stringMatching(/^Two lines.{50}…$/) })
    expect(Buffer.byteLength(JSON.stringify(line))).toBeLessThanOrEqual(600)
  })

  it.each([
    ['pinned', [5, 2]],
    ['noted', [7]],
    ['blue', [8]],
    ['red', []],
  ] as const)('narrows the list to %s', (mark, ids) => {
    const { exchanges, exchangeMarks, connectionId } = openTen()
    exchangeMarks.change(7, { note: 'Here' })
    exchangeMarks.change(8, { colour: 'blue' })
    const page = exchanges.list(connectionId, { mark, limit: 20 })
    expect([page.exchanges.map(({ id }) => id), page.total]).toEqual([ids, ids.length])
  })

  it('keeps a pinned exchange from the budget of those that nobody let in', () => {
    const { exchanges, listed } = openTen()
    expect(exchanges.trimUnauthenticated(1)).toBe(7)
    expect(listed()).toEqual([10, 5, 2])
  })
})

describe('a cleared list', () => {
  it('has the pinned ones and what came later; so have counts, causes and what a browser missed', () => {
    const { exchanges, exchangeClearing, connectionId, insert, listed } = openTen()
    expect(exchangeClearing.preview(connectionId, 10)).toEqual({ count: 8, pinnedCount: 2, upTo: 10 })
    insert()
    expect(exchangeClearing.clear(connectionId, 10, at)).toEqual({ count: 8, pinnedCount: 2, upTo: 10 })
    expect(listed()).toEqual([11, 5, 2])
    expect(exchanges.list(connectionId, { limit: 1 }).total).toBe(3)
    expect(exchanges.count(connectionId).count).toBe(3)
    expect(exchanges.failures(connectionId)).toMatchObject([{ count: 3 }])
    expect(exchanges.after(0, 20).map(({ exchange }) => exchange.id)).toEqual([11])
  })

  it('begins with the oldest that is left, pinned or without a connection; that of another connection does not count', () => {
    const { exchanges, exchangeClearing, exchangeMarks, connections } = openTen()
    const connectionId = connections.create({ slug: 'other', name: 'Other' }, at).id
    const insert = (hour: number, ofWhom: number | null = connectionId) =>
      exchanges.insert(anExchange({ connectionId: ofWhom, receivedAt: `2026-02-01T0${hour}:00:00.000Z` }))
    const counted = () => {
      const { count, since } = exchanges.count(connectionId)
      return [count, since?.slice(11, 13)]
    }
    expect(counted()).toEqual([0, undefined])
    for (const hour of [1, 2]) insert(hour)
    insert(3, null)
    insert(4)
    expect(counted()).toEqual([4, '01'])
    exchangeMarks.change(12, { pinned: true })
    exchangeClearing.clear(connectionId, 13, at)
    expect(counted()).toEqual([2, '02'])
    expect(exchangeClearing.undo(connectionId, '2026-03-01T11:00:00.000Z')).toBe(true)
    expect(counted()).toEqual([4, '01'])
    exchangeMarks.change(12, { pinned: false })
    exchangeClearing.clear(connectionId, 12, at)
    expect(counted()).toEqual([3, '02'])
    exchangeClearing.clear(connectionId, 14, at)
    expect(counted()).toEqual([0, undefined])
  })

  it('has no more in the density above it', () => {
    const { db, exchangeClearing, connectionId } = openTen()
    const count = () =>
      createExchangeDensity(db)(connectionId, { since: '2026-11-20T12:00:00.000Z', stretchSeconds: 60, stretches: 1 }).stretches
    expect(count()).toEqual([{ count: 10, failed: 10 }])
    exchangeClearing.clear(connectionId, 10, at)
    expect(count()).toEqual([{ count: 2, failed: 2 }])
  })

  it('gives its export no more', () => {
    const folder = mkdtempSync(join(tmpdir(), 'rollcall-'))
    const files = { database: join(folder, 'rollcall.db'), text: join(folder, 'text.db') }
    const stores = createStores(openDatabase(files.database))
    const { id } = stores.connections.create({ slug: 'default', name: 'Default' }, at)
    for (let count = 0; count < 3; count += 1) stores.exchanges.insert(anExchange({ connectionId: id }))
    stores.exchangeMarks.change(2, { pinned: true })
    stores.exchangeClearing.clear(id, 3, at)
    const reader = openExchangeReader(files)
    onTestFinished(() => {
      reader.close()
      stores.close()
      rmSync(folder, { recursive: true })
    })
    expect([...reader.read(id, ExchangeFilter.parse({}))].map((exchange) => exchange.id)).toEqual([2])
  })

  it('leaves proofs and links as they are', () => {
    const { exchanges, exchangeClearing, connectionId } = openTen()
    exchangeClearing.clear(connectionId, 10, at)
    expect(exchanges.newest(connectionId, { simulated: false, succeeded: false })?.id).toBe(10)
    expect(exchanges.get(9)).toBeDefined()
  })

  it('is as before after an undo, which may come too late', () => {
    const { exchangeClearing, connectionId, listed } = openTen()
    expect(exchangeClearing.undo(connectionId, '')).toBe(false)
    exchangeClearing.clear(connectionId, 10, at)
    expect(exchangeClearing.undo(connectionId, later)).toBe(false)
    expect(listed()).toEqual([5, 2])
    expect(exchangeClearing.undo(connectionId, '2026-03-01T11:59:45.000Z')).toBe(true)
    expect(listed()).toHaveLength(10)
  })

  it('keeps what was pinned when it was cleared, also unpinned, until the next time', () => {
    const { exchangeClearing, exchangeMarks, connectionId, insert, listed } = openTen()
    exchangeClearing.clear(connectionId, 10, at)
    exchangeMarks.change(5, { pinned: false })
    expect(listed()).toEqual([5, 2])
    insert()
    exchangeClearing.clear(connectionId, 11, later)
    expect(listed()).toEqual([2])
    exchangeClearing.undo(connectionId, '')
    expect(listed()).toEqual([11, 5, 2])
  })

  it('takes an exchange back that is pinned through a link', () => {
    const { exchangeClearing, exchangeMarks, connectionId, listed } = openTen()
    exchangeClearing.clear(connectionId, 10, at)
    exchangeMarks.change(7, { pinned: true })
    expect(listed()).toEqual([7, 5, 2])
  })

  it('is cleared for good only when the undo is over', () => {
    const { exchangeClearing, connectionId } = openTen()
    exchangeClearing.clear(connectionId, 4, at)
    expect(exchangeClearing.clearedForGood(connectionId, '')).toBe(0)
    expect(exchangeClearing.clearedForGood(connectionId, later)).toBe(4)
    exchangeClearing.clear(connectionId, 9, later)
    expect(exchangeClearing.clearedForGood(connectionId, at)).toBe(4)
  })

  it('of one connection still shows what named none in the list of another', () => {
    const { exchanges, exchangeClearing, connections, connectionId } = openTen()
    const other = connections.create({ slug: 'other', name: 'Other' }, at).id
    const id = exchanges.insert(anExchange({ connectionId: null }))
    exchangeClearing.clear(connectionId, id, at)
    expect(exchanges.list(other, { limit: 5 }).total).toBe(1)
  })
})

describe('a slice of removing', () => {
  it('takes the oldest, with their contents and marks, and spares pins and proofs', () => {
    const { db, exchangeRetention, exchangeMarks, connectionId, listed } = openTen()
    exchangeMarks.change(1, { note: 'Goes along' })
    const query = { connectionId, upTo: 9, spared: [3], limit: 3 }
    expect(exchangeRetention.removeOldest(query)).toBe(3)
    expect(listed()).toEqual([10, 9, 8, 7, 5, 3, 2])
    expect(exchangeRetention.removeOldest({ ...query, limit: 9 })).toBe(3)
    expect(listed()).toEqual([10, 5, 3, 2])
    const left = (table: string) => db.prepare(`SELECT COUNT(*) FROM ${table}`).pluck().get()
    expect([left('exchange_content'), left('exchange_mark')]).toEqual([4, 2])
  })

  it('leaves what a clearing left in the list', () => {
    const { exchangeRetention, exchangeClearing, exchangeMarks, connectionId, listed } = openTen()
    exchangeClearing.clear(connectionId, 10, at)
    exchangeMarks.change(5, { pinned: false })
    expect(exchangeRetention.removeOldest({ connectionId, upTo: 10, clearedTo: 10, spared: [], limit: 99 })).toBe(8)
    expect(listed()).toEqual([5, 2])
  })

  it('finds them by an index and sorts nothing', () => {
    const { plansOf, exchangeRetention, connectionId } = openTen()
    const removal = plansOf(() => exchangeRetention.removeOldest({ connectionId, upTo: 1, spared: [], limit: 1 }))
    expect(removal).toMatch(/SEARCH exchange USING COVERING INDEX exchange_connection \(connection_id=\? AND rowid<\?\)/)
    expect(removal).not.toMatch(/TEMP B-TREE|SCAN exchange\b/)
    const look = plansOf(() => exchangeRetention.listBefore(connectionId, 9, 9))
    expect(look).toMatch(/SEARCH exchange USING INDEX exchange_connection \(connection_id=\? AND rowid<\?\)/)
    expect(look).not.toContain('TEMP B-TREE')
  })
})

it('measures the exchanges that were stored before there was a limit', () => {
  const db = new BetterSqlite3(':memory:')
  db.function('fold', { deterministic: true }, (value) => value)
  migrate(
    db,
    migrations.filter(({ version }) => version < 8),
  )
  db.exec(`
    INSERT INTO connection (slug, name, settings, setup, created_at) VALUES ('default', 'Default', '{}', '{}', '${at}');
    INSERT INTO exchange (connection_id, received_at, duration_ms, method, target, route, status, action, sentence, caller, tolerance_count)
    VALUES (1, '${at}', 1, 'POST', '/Users', '/Users', 201, 'created', 'Okta did something', 'okta', 0);
    INSERT INTO exchange_content (exchange_id, request_line, request_headers, request_body, request_size_bytes, response_line,
           response_headers, response_size_bytes, changes, changed_nothing, not_kept, tolerances)
    VALUES (1, '', '[]', '{"a":1}', 7, '', '[]', 0, '[]', 0, '[]', '[]')`)
  migrate(db)
  const { exchanges, exchangeRetention } = createStores(db)
  const request = { line: '', headers: [], body: '{"a":1}', sizeBytes: 7 }
  exchanges.insert(anExchange({ request }))
  const sizes = exchangeRetention.listBefore(1, 99, 99).map(({ sizeBytes }) => sizeBytes)
  expect(sizes).toEqual([915, 915])
})
