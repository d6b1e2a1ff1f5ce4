import { mkdtempSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { createSearch } from '../../server/search.ts'
import { openExchangeReader } from '../../server/storage/exchangeExport.ts'
import { openDatabase } from '../../server/storage/openDatabase.ts'
import type { NewExchange } from '../../server/storage/storedExchange.ts'
import { createStores } from '../../server/storage/stores.ts'
import { anExchange } from '../support/anExchange.ts'

const entry = new URL('../../server/searchWorker.ts', import.meta.url)

/** A database in a file with these exchanges, and a search over it on its own thread. */
function startSearch(exchanges: readonly Partial<NewExchange>[]) {
  const dir = mkdtempSync(join(tmpdir(), 'rollcall-search-'))
  const files = { database: join(dir, 'rollcall.db'), text: join(dir, 'rollcall-text.db') }
  const stores = createStores(openDatabase(files.database))
  const connection = stores.connections.create({ slug: 'default', name: 'Default' }, '2026-11-20T12:00:00.000Z')
  const add = (stated: Partial<NewExchange>) => stores.exchanges.insert(anExchange({ connectionId: connection.id, ...stated }))
  for (const stated of exchanges) add(stated)
  const open = () => {
    const search = createSearch(files, { entry })
    onTestFinished(search.stop)
    return search
  }
  onTestFinished(() => {
    stores.close()
    rmSync(dir, { recursive: true, force: true })
  })
  const search = open()
  const find = async (text: string, using = search) =>
    (await using.list(connection.id, { show: 'all', text, limit: 100 })).exchanges.map(({ sentence }) => sentence)
  return { add, find, open, stores, search, connection, files }
}

const message = (body: string | null, headers: [string, string][] = []) => ({ line: 'x', headers, body, sizeBytes: 0 })

it('finds words of sentence, target, headers and bodies, whatever their case and accents', async () => {
  const { find } = startSearch([
    { sentence: 'Okta created Zoë Ångström', target: '/Users' },
    { sentence: 'Okta read somebody', target: '/Users/2819c223-7f76' },
    { sentence: 'Entra ID changed somebody', request: message('{"name":{"familyName":"Lindqvist"}}') },
    { sentence: 'A client asked', request: message(null, [['User-Agent', 'curl/8.1']]) },
  ])
  expect(await find('zoe ANGSTROM')).toEqual(['Okta created Zoë Ångström'])
  expect(await find('2819c223-7f')).toEqual(['Okta read somebody'])
  expect(await find('lindq')).toEqual(['Entra ID changed somebody'])
  expect(await find('curl')).toEqual(['A client asked'])
  expect(await find('somebody')).toEqual(['Entra ID changed somebody', 'Okta read somebody'])
})

it('wants every word, and what signs join as one', async () => {
  const { find } = startSearch([
    { sentence: 'one', request: message('{"userName":"maya.lindqvist@example.com"}') },
    { sentence: 'two', request: message('{"userName":"lindqvist.maya@example.com"}') },
  ])
  expect(await find('maya lindqvist')).toEqual(['two', 'one'])
  expect(await find('maya.lind')).toEqual(['one'])
  expect(await find('maya tomas')).toEqual([])
})

it.each(['"', 'ma\0ya', '*', 'AND', 'NEAR(', 'a:b', "o'brien", '@@', 'sentence:', '-x', '{', '\\'])(
  'takes %s as text and never as an expression',
  async (text) => {
    const { find } = startSearch([{ sentence: 'Okta created Maya' }])
    await expect(find(text)).resolves.toBeInstanceOf(Array)
  },
)

it('finds what arrived last, also before anything was said of it', async () => {
  const { find, add } = startSearch([{ sentence: 'Okta created Maya' }])
  expect(await find('tomas')).toEqual([])
  add({ sentence: 'Okta created Tomas' })
  expect(await find('tomas')).toEqual(['Okta created Tomas'])
})

it('goes on from its own file, and forgets what was removed', async () => {
  const { find, open, stores, search, connection } = startSearch([
    { sentence: 'Simulated Maya', simulation: 'run' },
    { sentence: 'Real Maya' },
  ])
  expect(await find('maya')).toEqual(['Real Maya', 'Simulated Maya'])
  stores.exchanges.removeSimulated(connection.id)
  expect(await find('maya')).toEqual(['Real Maya'])
  await search.stop()
  expect(await find('maya', open())).toEqual(['Real Maya'])
})

it('narrows by other conditions together with the words, page by page', async () => {
  const { search, connection } = startSearch([
    { sentence: 'Maya one', method: 'POST' },
    { sentence: 'Maya two', method: 'PUT' },
    { sentence: 'Maya three', method: 'POST' },
  ])
  const page = await search.list(connection.id, { show: 'all', text: 'maya', method: 'POST', limit: 1 })
  expect(page).toMatchObject({ total: 2, hasMore: true, exchanges: [{ sentence: 'Maya three' }] })
  const next = await search.list(connection.id, {
    show: 'all',
    text: 'maya',
    method: 'POST',
    limit: 1,
    before: page.exchanges[0]?.id,
  })
  expect(next).toMatchObject({ total: 2, hasMore: false, exchanges: [{ sentence: 'Maya one' }] })
})

it.each([
  ['no database', (file: string) => writeFileSync(file, 'this is no database, and long enough to look like one'.repeat(100))],
  ['cut to half', (file: string) => truncateSync(file, 8192)],
  ['missing', (file: string) => rmSync(file)],
])('makes the full text anew where its file is %s', async (_what, damage) => {
  const { find, open, search, files } = startSearch([{ sentence: 'Okta created Maya' }])
  expect(await find('maya')).toEqual(['Okta created Maya'])
  await search.stop()
  damage(files.text)
  expect(await find('maya', open())).toEqual(['Okta created Maya'])
})

it('forgets texts that a database put back from a copy does not know, and finds those that took their ids', async () => {
  const { find, open, search, files, add, stores } = startSearch([{ sentence: 'Okta created Maya' }])
  stores.inTransaction(() => {})
  const copy = new BetterSqlite3(files.database)
  await copy.backup(`${files.database}.copy`)
  copy.close()
  add({ sentence: 'Okta created Tomas' })
  expect(await find('tomas')).toEqual(['Okta created Tomas'])
  await search.stop()
  stores.close()
  for (const suffix of ['-wal', '-shm']) rmSync(files.database + suffix, { force: true })
  renameSync(`${files.database}.copy`, files.database)
  const restored = createStores(openDatabase(files.database))
  onTestFinished(restored.close)
  const again = open()
  expect(await find('tomas', again)).toEqual([])
  restored.exchanges.insert(anExchange({ connectionId: 1, sentence: 'Okta created Anna' }))
  expect(await find('anna', again)).toEqual(['Okta created Anna'])
})

it('gives an export the same exchanges in both of its readings, though more becomes findable in between', async () => {
  const { add, find, connection, files } = startSearch([{ sentence: 'Okta created Maya' }])
  expect(await find('maya')).toHaveLength(1)
  add({ sentence: 'Okta updated Maya' })
  const reader = openExchangeReader(files)
  onTestFinished(reader.close)
  const read = () => [...reader.read(connection.id, { show: 'all', text: 'maya' })].map(({ sentence }) => sentence)
  expect(read()).toEqual(['Okta created Maya'])
  expect(await find('maya')).toHaveLength(2)
  expect(read()).toEqual(['Okta created Maya'])
})

it('counts what is in the list, and what failed, as the store does', async () => {
  const { add, search, stores, connection } = startSearch([{}, { status: 409 }, { status: 409, connectionId: null }])
  expect(await search.count(connection.id)).toEqual({ count: 3, since: '2026-11-20T12:00:00.000Z' })
  stores.exchangeClearing.clear(connection.id, 2, '2026-11-20T12:00:00.000Z')
  expect(await search.count(connection.id)).toMatchObject({ count: 1 })
  add({ status: 500 })
  expect(await search.count(connection.id)).toEqual(stores.exchanges.count(connection.id))
  expect(await search.failures(connection.id)).toEqual(stores.exchanges.failures(connection.id))
})

it('finds learners by any word of their name, as soon as they are written', async () => {
  const { stores, search, connection } = startSearch([])
  const find = async (text: string) => {
    const query = { search: text, sort: 'created', order: 'desc', offset: 0, limit: 10 } as const
    return (await search.learners(connection.id, query)).learners.map(({ name }) => name)
  }
  const insert = (displayName: string) =>
    stores.resources.insert({
      connectionId: connection.id,
      resourceType: 'User',
      id: displayName,
      attributes: { userName: `${displayName.length}`, displayName },
      at: '2026-11-20T12:00:00.000Z',
      simulated: false,
    })
  insert('Zoë Ångström')
  expect(await find('ångst')).toEqual(['Zoë Ångström'])
  expect(await find('zoe angstrom')).toEqual(['Zoë Ångström'])
  insert('Tomas Ångström Okoye')
  expect(await find('ÅNGST')).toEqual(['Tomas Ångström Okoye', 'Zoë Ångström'])
  expect(await find('gström')).toEqual([])
})
