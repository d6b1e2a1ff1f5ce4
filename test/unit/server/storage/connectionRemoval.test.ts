import BetterSqlite3, { type Database } from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { ExchangeFilter } from '#contract/exchange.ts'
import { migrate } from '../../../../server/storage/migrate.ts'
import { migrations } from '../../../../server/storage/migrations/index.ts'
import { createStores } from '../../../../server/storage/stores.ts'
import { anExchange } from '../../../support/anExchange.ts'
import { at, openStores } from './aStore.ts'

/** How many rows each table has that names a connection, resource or exchange. */
function countRows(db: Database): Record<string, number> {
  const tables = db
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'`)
    .pluck()
    .all()
  return Object.fromEntries(
    tables.map((table) => [table, Number(db.prepare(`SELECT COUNT(*) FROM ${table}`).pluck().get())] as const),
  )
}

/** A second connection with something in every table. */
function openTwo() {
  const opened = openStores()
  const { stores, connectionId } = opened
  const before = countRows(opened.db)
  const id = stores.connections.create({ slug: 'acme', name: 'Acme' }, at).id
  const insert = (resourceType: 'User' | 'Group', attributes: Record<string, string>) =>
    stores.resources.insert({ connectionId: id, resourceType, id: crypto.randomUUID(), attributes, at, simulated: false })
  const users = Array.from({ length: 5 }, (_, index) =>
    stores.resources.insert({
      connectionId: id,
      resourceType: 'User',
      id: crypto.randomUUID(),
      attributes: { userName: `user${index}`, emails: [{ value: `user${index}@example.com` }] },
      at,
      simulated: false,
    }),
  )
  const group = insert('Group', { displayName: 'Everybody' })
  stores.memberships.add(
    id,
    group.id,
    users.map((user) => user.id),
  )
  stores.resources.remove(id, 'User', users[0]?.id ?? '', at)
  const exchange = stores.exchanges.insert(anExchange({ connectionId: id, status: 409, explanationId: 'nameTaken' }))
  stores.exchangeMarks.change(exchange, { pinned: true, note: 'Keep' })
  stores.views.insert(id, { name: 'All', filter: ExchangeFilter.parse({}) })
  stores.ignoredCauses.set(id, { key: 'k', note: '', by: '', at, lastExchangeId: 0 })
  stores.exchangeClearing.clear(id, 0, at)
  const token = { label: 'Made on screen', lastFour: 'abcd', length: 52, createdAt: at, expiresAt: null }
  stores.tokens.create({ ...token, connectionId: id, kind: 'screen', hash: Buffer.alloc(32, 1) })
  return { ...opened, id, before, first: connectionId, removal: stores.connections.removal, exchange }
}

describe('removing a connection', () => {
  it('counts what would go: learners and groups that are there, exchanges, tokens', () => {
    const { removal, id, first } = openTwo()
    expect(removal.count(id)).toEqual({ learners: 4, groups: 1, exchanges: 1, tokens: 1 })
    expect(removal.count(first)).toEqual({ learners: 0, groups: 0, exchanges: 0, tokens: 0 })
  })

  it('hides it at once, frees its slug and ends its tokens, however much is still to go', () => {
    const { stores, removal, id, first } = openTwo()
    expect(stores.connections.findBySlug('acme')).toMatchObject({ id })
    removal.begin(id, at)
    expect(stores.connections.findBySlug('acme')).toBeUndefined()
    expect(stores.connections.list().map((one) => one.id)).toEqual([first])
    expect(stores.tokens.listAll()).toEqual([])
    expect(stores.exchanges.after(0, 10)).toEqual([])
    const next = stores.connections.create({ slug: 'acme', name: 'Acme again' }, at)
    expect(next.id).toBeGreaterThan(id)
    expect(stores.exchanges.list(next.id, { limit: 10 }).exchanges).toEqual([])
    expect(stores.exchanges.list(first, { limit: 10 }).exchanges).toEqual([])
  })

  it('leaves no row behind, pinned exchanges and addresses included, and gives no exchange its id again', () => {
    const { db, stores, removal, id, before, first, exchange } = openTwo()
    removal.begin(id, at)
    expect(removal.listBegun()).toEqual([{ id, removedAt: at }])
    let slices = 0
    while (removal.removeSome(id, 2)) slices += 1
    expect(slices).toBe(5)
    removal.finish(id)
    expect(countRows(db)).toEqual(before)
    expect(removal.listBegun()).toEqual([])
    expect(stores.exchanges.insert(anExchange({ connectionId: first }))).toBeGreaterThan(exchange)
  })

  it('finishes none that was not begun', () => {
    const { stores, removal, first } = openTwo()
    removal.finish(first)
    expect(stores.connections.findBySlug('default')).toMatchObject({ id: first })
  })
})

describe('a duplicate', () => {
  it('has settings, provider and extensions of the other, and nothing that came about with it', () => {
    const { stores, id } = openTwo()
    const { settings } = stores.connections.get(id)
    stores.connections.change(id, {
      provider: 'entra',
      settings: { ...settings, paused: true, strict: true, switches: { ...settings.switches, groups: false } },
    })
    stores.connections.changeSetup(id, { tokenStored: true, connectionTicked: true, currentStep: 'test' })
    const schema = { id: 'urn:acme:training', name: 'Training', description: '', attributes: [] }
    stores.connections.addExtension(id, schema)
    const copy = stores.connections.duplicate(id, { slug: 'acme-2', name: 'Acme, copy' }, at)
    expect(copy).toMatchObject({ slug: 'acme-2', name: 'Acme, copy', provider: 'entra', extensions: [schema] })
    expect(copy.settings).toEqual({ ...settings, strict: true, switches: { ...settings.switches, groups: false } })
    expect(copy.setup).toMatchObject({ tokenStored: false, connectionTicked: false, currentStep: 'credentials' })
    expect(stores.connections.removal.count(copy.id)).toEqual({ learners: 0, groups: 0, exchanges: 0, tokens: 0 })
    expect(stores.views.list(copy.id)).toEqual([])
  })
})

it('takes a token that had an end before for one that was replaced', () => {
  const db = new BetterSqlite3(':memory:')
  db.function('fold', { deterministic: true }, (value) => value)
  migrate(
    db,
    migrations.filter(({ version }) => version < 10),
  )
  db.exec(`
    INSERT INTO connection (slug, name, settings, setup, created_at) VALUES ('default', 'Default', '{}', '{}', '${at}');
    INSERT INTO token (connection_id, label, kind, hash, last_four, length, created_at, expires_at)
    VALUES (1, 'old', 'screen', x'01', 'aaaa', 52, '${at}', '${at}'), (1, 'new', 'screen', x'02', 'bbbb', 52, '${at}', NULL),
           (1, 'simulator', 'simulator', x'03', 'cccc', 52, '${at}', '${at}');`)
  migrate(db)
  const { tokens, connections } = createStores(db)
  expect(tokens.list(1).map(({ label, replaced }) => [label, replaced])).toEqual([
    ['simulator', false],
    ['new', false],
    ['old', true],
  ])
  expect(connections.findBySlug('default')).toMatchObject({ id: 1, name: 'Default' })
})
