import { describe, expect, it } from 'vitest'
import type { NewExchange } from '../../../../server/storage/storedExchange.ts'
import { anExchange } from '../../../support/anExchange.ts'
import { at, openStores } from './aStore.ts'

function openExchanges() {
  const opened = openStores()
  const { exchanges } = opened.stores
  const insert = (stated: Partial<NewExchange> = {}) =>
    exchanges.insert(anExchange({ connectionId: opened.connectionId, ...stated }))
  return { ...opened, exchanges, insert }
}

const refused = {
  status: 401,
  action: 'unknown',
  explanationId: 'tokenUnknown',
  tokenId: null,
  resourceType: null,
  resourceId: null,
} as const
const taken = { status: 409, scimType: 'uniqueness', explanationId: 'nameTaken', resourceId: null } as const

describe('the exchange store', () => {
  it('gives back the whole exchange', () => {
    const { exchanges, insert } = openExchanges()
    const stated: Partial<NewExchange> = {
      tolerances: [{ name: 'string-boolean', reason: 'active was a string' }],
      request: { line: 'POST /default/scim/v2/Users HTTP/1.1', headers: [['host', 'localhost']], body: '{"a":1}', sizeBytes: 7 },
      changes: [{ kind: 'replaced', attribute: 'title', before: 'A', after: 'B' }],
      changedNothing: true,
      notKept: ['password'],
      detail: 'Some detail.',
    }
    const id = insert(stated)
    expect(exchanges.get(id)).toEqual({ ...anExchange(stated), id })
    expect(exchanges.get(id + 1)).toBeUndefined()
  })

  it('never gives an id twice', () => {
    const { exchanges, insert, connectionId } = openExchanges()
    expect(exchanges.newestId()).toBe(0)
    const id = insert({ simulation: 'run' })
    expect(exchanges.removeSimulated(connectionId)).toBe(1)
    expect(exchanges.newestId()).toBe(id)
    expect(insert()).toBe(id + 1)
  })

  it('keeps a summary within 600 bytes, whatever came in', () => {
    const { exchanges, insert } = openExchanges()
    const long = 'é"\\\u0001'.repeat(500)
    const id = insert({
      target: long,
      sentence: long,
      resourceId: long,
      simulation: long,
      tolerances: [],
      explanationId: 'tokenFromOtherConnection',
      refusedCredential: 'otherConnection',
      scimType: 'invalidSyntax',
      action: 'groupChanged',
      tokenLastFour: 'abcd',
      subjectKeys: 'abcdefgh ijklmnop qrstuvwx yzabcdef',
    })
    const whole = exchanges.get(id)
    if (!whole) throw new Error('It was just stored.')
    const summary = exchanges.toSummary(whole)
    expect(Buffer.byteLength(JSON.stringify(summary))).toBeLessThanOrEqual(600)
    expect(summary.sentence.length).toBeGreaterThan(10)
  })

  it('tells what came after an exchange, oldest first, with the slug of its connection', () => {
    const { exchanges, insert } = openExchanges()
    const first = insert()
    insert({ connectionId: null })
    insert()
    insert()
    expect(exchanges.after(first, 2)).toMatchObject([
      { connection: null, exchange: { id: first + 1 } },
      { connection: 'default', exchange: { id: first + 2 } },
    ])
  })

  it('trims the oldest exchanges without a token and no others', () => {
    const { exchanges, insert, connectionId } = openExchanges()
    for (const tokenId of [null, 7, null, null, 7, null]) insert({ tokenId })
    expect(exchanges.trimUnauthenticated(2)).toBe(2)
    expect(exchanges.trimUnauthenticated(2)).toBe(0)
    expect(exchanges.list(connectionId, { limit: 10 }).exchanges.map(({ id }) => id)).toEqual([6, 5, 4, 2])
  })

  it('counts the exchanges of a connection and those without one', () => {
    const { exchanges, insert, stores, connectionId } = openExchanges()
    const other = stores.connections.create({ slug: 'other', name: 'Other' }, at).id
    expect(exchanges.count(connectionId)).toEqual({ count: 0, since: null })
    insert({ connectionId: other })
    insert({ connectionId: null, receivedAt: '2026-01-01T00:00:00.000Z' })
    insert({ receivedAt: '2026-01-02T00:00:00.000Z' })
    expect(exchanges.count(connectionId)).toEqual({ count: 2, since: '2026-01-01T00:00:00.000Z' })
  })
})

describe('the list of exchanges', () => {
  const { exchanges, insert, stores, connectionId } = openExchanges()
  const other = stores.connections.create({ slug: 'other', name: 'Other' }, at).id
  insert({ sentence: 'Okta created Åsa', resourceId: 'u1' })
  insert({ ...taken, sentence: 'Okta could not create Zoe' })
  insert({ connectionId: null, status: 404, action: 'unknown', route: 'other', target: '/100%', explanationId: 'wrongPath' })
  insert({ connectionId: other })
  insert({ action: 'lookedUp', method: 'GET', status: 200, target: '/Users?filter=x', resourceId: 'u1' })
  insert({ action: 'archived', method: 'PATCH', status: 200, caller: 'entra', simulation: 'run-1' })
  insert({ status: 0, action: 'unknown', method: 'GET', explanationId: 'aborted' })

  const idsOf = (query: Parameters<typeof exchanges.list>[1]) => exchanges.list(connectionId, query).exchanges.map(({ id }) => id)

  it('has the newest first and says whether older ones follow', () => {
    expect(exchanges.list(connectionId, { limit: 2 })).toMatchObject({
      exchanges: [{ id: 7 }, { id: 6 }],
      hasMore: true,
      total: 6,
    })
    expect(exchanges.list(connectionId, { limit: 4, before: 6 })).toMatchObject({
      exchanges: [{ id: 5 }, { id: 3 }, { id: 2 }, { id: 1 }],
      hasMore: false,
      total: 6,
    })
  })

  it.each([
    [{ show: 'all' }, [7, 6, 5, 3, 2, 1]],
    [{ show: 'writes' }, [6, 2, 1]],
    [{ show: 'failures' }, [7, 3, 2]],
    [{ action: 'archived' }, [6]],
    [{ method: 'GET' }, [7, 5]],
    [{ status: 409 }, [2]],
    [{ status: 0 }, [7]],
    [{ caller: 'entra' }, [6]],
    [{ resourceId: 'u1' }, [5, 1]],
    [{ since: '2026-11-20T12:00:00.000Z' }, [7, 6, 5, 3, 2, 1]],
    [{ until: '2026-11-20T12:00:00.000Z' }, []],
    [{ simulated: 'yes' }, [6]],
    [{ simulated: 'no', show: 'writes' }, [2, 1]],
  ] as const)('narrowed to %o holds %o', (filter, ids) => {
    expect(idsOf({ ...filter, limit: 10 })).toEqual(ids)
    expect(exchanges.list(connectionId, { ...filter, limit: 10 }).total).toBe(ids.length)
  })

  it('is narrowed to one cause by the key that the failures tell', () => {
    const cause = exchanges.failures(connectionId).find(({ explanationId }) => explanationId === 'nameTaken')
    expect(idsOf({ group: cause?.key ?? '', limit: 10 })).toEqual([2])
  })
})

describe('the exchange that proves something', () => {
  const { exchanges, insert, connectionId } = openExchanges()
  insert({ tokenId: 1, action: 'tested', caller: 'unknown' })
  insert({ tokenId: 1 })
  insert({ tokenId: 2, action: 'updated' })
  insert({ tokenId: 2, simulation: 'run', caller: 'entra' })
  insert(refused)
  insert({ tokenId: 1, ...taken })
  insert({ tokenId: null, action: 'discovered', caller: 'entra' })

  it.each([
    [{ simulated: false, succeeded: true }, 7],
    [{ simulated: false, succeeded: true, actions: ['created'] }, 2],
    [{ simulated: false, succeeded: true, actions: ['updated', 'created'] }, 3],
    [{ simulated: true, succeeded: true, actions: ['updated', 'created'] }, 4],
    [{ simulated: false, succeeded: false }, 6],
    [{ simulated: false, succeeded: false, authenticated: false }, 5],
    [{ simulated: false, succeeded: true, authenticated: true }, 3],
    [{ simulated: false, succeeded: true, authenticated: true, oldest: true }, 1],
    [{ simulated: false, succeeded: true, authenticated: true, oldest: true, afterId: 1 }, 2],
    [{ simulated: false, succeeded: true, tokenIds: [1] }, 2],
    [{ simulated: false, succeeded: true, tokenIds: [2], actions: ['created'] }, undefined],
    [{ simulated: false, succeeded: true, tokenIds: [] }, undefined],
    [{ simulated: false, succeeded: true, caller: 'okta' }, 3],
    [{ simulated: false, succeeded: true, caller: 'okta', oldest: true }, 2],
    [{ simulated: false, succeeded: true, caller: 'entra', authenticated: true }, undefined],
    [{ simulated: false, succeeded: true, afterId: 7 }, undefined],
  ] as const)('for %o is %s', (query, id) => {
    expect(exchanges.newest(connectionId, query)?.id).toBe(id)
  })

  it('is whole for the newest successful writes of users', () => {
    expect(exchanges.newestWrites(connectionId, { simulated: false, limit: 10 }).map(({ id }) => id)).toEqual([3, 2])
    expect(exchanges.newestWrites(connectionId, { simulated: true, limit: 10 })).toMatchObject([
      { id: 4, response: { line: 'HTTP/1.1 201 Created' } },
    ])
    expect(exchanges.newestWrites(connectionId, { simulated: false, limit: 1 })).toHaveLength(1)
  })
})

describe('failures', () => {
  it('are one row a cause, the most recent first, with how many learners each touched', () => {
    const { exchanges, insert, connectionId } = openExchanges()
    insert({ ...taken, resourceName: 'maya', receivedAt: '2026-01-01T00:00:00.000Z' })
    insert({ ...taken, resourceName: 'zoe', receivedAt: '2026-01-02T00:00:00.000Z', detail: 'First.' })
    insert({
      ...taken,
      resourceName: 'zoe',
      receivedAt: '2026-01-03T00:00:00.000Z',
      detail: 'Last.',
      target: '/Users?x',
      caller: 'entra',
    })
    insert({ ...taken, simulation: 'run', resourceName: 'maya' })
    insert(refused)
    expect(exchanges.failures(connectionId)).toMatchObject([
      { explanationId: 'tokenUnknown', status: 401, count: 1, learnerCount: 0, simulated: false },
      { explanationId: 'nameTaken', simulated: true, count: 1, learnerCount: 1 },
      {
        explanationId: 'nameTaken',
        method: 'POST',
        route: '/Users',
        status: 409,
        scimType: 'uniqueness',
        simulated: false,
        count: 3,
        learnerCount: 2,
        firstAt: '2026-01-01T00:00:00.000Z',
        lastAt: '2026-01-03T00:00:00.000Z',
        lastExchangeId: 3,
        lastDetail: 'Last.',
        lastCaller: 'entra',
        lastTarget: '/Users?x',
        recoveredAt: null,
      },
    ])
  })

  it.each<[string, Partial<NewExchange>, string | null]>([
    ['the same route and method succeeded', {}, '2026-01-05T00:00:00.000Z'],
    ['the same resource succeeded by another method', { method: 'PUT', route: '/Users/{id}' }, '2026-01-05T00:00:00.000Z'],
    ['another method and resource succeeded', { method: 'PUT', resourceId: 'u2' }, null],
    ['the simulator succeeded', { simulation: 'run' }, null],
    ['it failed in another way', { status: 500 }, null],
  ])('afterwards %s: recovered at %s', (_, next, recoveredAt) => {
    const { exchanges, insert, connectionId } = openExchanges()
    insert({ receivedAt: '2026-01-01T00:00:00.000Z', resourceId: 'u1' })
    insert({ ...taken, receivedAt: '2026-01-02T00:00:00.000Z', resourceId: 'u1' })
    insert({ receivedAt: '2026-01-05T00:00:00.000Z', resourceId: 'u1', ...next })
    insert({ receivedAt: '2026-01-06T00:00:00.000Z', resourceId: 'u1', ...next })
    const cause = exchanges.failures(connectionId).find(({ status }) => status === 409)
    expect(cause?.recoveredAt).toBe(recoveredAt)
  })

  it('of requests that named no connection belong to every connection', () => {
    const { exchanges, insert, connectionId } = openExchanges()
    insert({ connectionId: null, status: 404, explanationId: 'wrongPath' })
    expect(exchanges.failures(connectionId)).toMatchObject([{ explanationId: 'wrongPath', count: 1 }])
  })
})
