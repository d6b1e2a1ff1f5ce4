import { describe, expect, it } from 'vitest'
import { listen, startConsole } from '../support/aConsole.ts'
import { anExchange } from '../support/anExchange.ts'

/** A console over 50 exchanges. */
async function startWithFifty() {
  const clock = { now: '2026-11-24T12:00:00.000Z' }
  const started = await startConsole({ now: () => clock.now })
  for (let count = 0; count < 50; count += 1) started.service.stores.exchanges.insert(anExchange())
  const call = async (method: string, path: string, body?: unknown) =>
    started.call(method, `/api/connections/default/${path}`, body === undefined ? {} : { body })
  const total = async () => Object((await call('GET', 'exchanges?limit=1')).body).total
  return { ...started, clock, call, total }
}

describe('a mark', () => {
  it('is made, changed, shown in list and detail, and told to every screen', async () => {
    const started = await startWithFifty()
    const events = listen(started)
    const { call } = started
    const pinned = { pinned: true, colour: null, note: null }
    expect(await call('PATCH', 'exchanges/7/mark', { pinned: true })).toMatchObject({ status: 200, body: pinned })
    const mark = { pinned: true, colour: 'blue', note: 'Ask Okta' }
    expect((await call('PATCH', 'exchanges/7/mark', { colour: 'blue', note: 'Ask Okta' })).body).toEqual(mark)
    expect(events).toEqual([
      { type: 'exchangeMarked', connection: 'default', exchange: 7, mark: pinned },
      { type: 'exchangeMarked', connection: 'default', exchange: 7, mark },
    ])
    expect((await call('GET', 'exchanges?mark=noted')).body).toMatchObject({ exchanges: [{ id: 7, mark }], total: 1 })
    expect((await call('GET', 'exchanges/7')).body).toMatchObject({ mark })
    expect((await call('GET', 'exchanges/8')).body).toMatchObject({ mark: null })
  })

  it.each([
    ['a colour that is none', 7, { colour: 'pink' }, 400],
    ['a note without an end', 7, { note: 'x'.repeat(501) }, 400],
    ['an empty note', 7, { note: '' }, 400],
    ['an exchange that is not there', 51, { pinned: true }, 404],
  ])('is refused for %s', async (_, id, body, status) => {
    const { call } = await startWithFifty()
    expect((await call('PATCH', `exchanges/${id}/mark`, body)).status).toBe(status)
  })
})

describe('clearing the list', () => {
  it('names the number before, spares pins and what came since, and can be undone', async () => {
    const started = await startWithFifty()
    const { call, total, service } = started
    for (const id of [3, 30]) await call('PATCH', `exchanges/${id}/mark`, { pinned: true })
    const told = { count: 48, pinnedCount: 2, upTo: 50 }
    expect((await call('GET', 'clearing')).body).toEqual(told)
    service.stores.exchanges.insert(anExchange())
    const events = listen(started)
    expect((await call('POST', 'clearing', { upTo: 50 })).body).toEqual(told)
    expect(await total()).toBe(3)
    expect((await call('DELETE', 'clearing')).body).toEqual({ result: 'undone' })
    expect(await total()).toBe(51)
    expect(events).toEqual([
      { type: 'listCleared', connection: 'default' },
      { type: 'listCleared', connection: 'default' },
    ])
  })

  it('says when an undo comes too late', async () => {
    const { call, total, clock } = await startWithFifty()
    await call('POST', 'clearing', { upTo: 50 })
    clock.now = '2026-11-24T12:00:15.000Z'
    expect((await call('DELETE', 'clearing')).body).toEqual({ result: 'tooLate' })
    expect(await total()).toBe(0)
  })

  it('never reaches beyond the newest exchange', async () => {
    const { call, total, service } = await startWithFifty()
    await call('POST', 'clearing', { upTo: 1_000_000 })
    service.stores.exchanges.insert(anExchange())
    expect(await total()).toBe(1)
  })
})

describe('retention', () => {
  it('is set per connection, each limit within its bounds or none', async () => {
    const { call } = await startWithFifty()
    const retention = { maxAgeDays: 7, maxCount: null, maxSizeMb: 50 }
    expect((await call('PATCH', '', { settings: { retention } })).body).toMatchObject({ settings: { retention } })
    expect((await call('PATCH', '', { settings: { retention: { ...retention, maxAgeDays: 0 } } })).status).toBe(400)
  })

  it('says what is stored', async () => {
    const { call } = await startWithFifty()
    await call('PATCH', 'exchanges/3/mark', { pinned: true })
    const stored = { count: 50, oldestAt: anExchange().receivedAt, pinnedCount: 1 }
    expect((await call('GET', 'stored')).body).toMatchObject(stored)
  })
})
