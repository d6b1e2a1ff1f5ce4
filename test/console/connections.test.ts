import { describe, expect, it } from 'vitest'
import { listen, startConsole } from '../support/aConsole.ts'
import { anExchange } from '../support/anExchange.ts'

const at = '2026-11-20T12:00:00.000Z'
const acme = { name: 'Acme', slug: 'acme' }

describe('connections', () => {
  it('are made with a name and a slug, and told to every screen', async () => {
    const started = await startConsole()
    const events = listen(started)
    const made = await started.call('POST', '/api/connections', { body: { ...acme, provider: 'entra' } })
    expect(made).toMatchObject({ status: 200, body: { result: 'created', connection: { ...acme, provider: 'entra' } } })
    expect(events).toEqual([{ type: 'connectionsChanged' }])
    expect((await started.call('GET', '/api/connections')).body).toMatchObject([{ slug: 'default' }, { slug: 'acme' }])
    expect((await started.call('GET', '/api/connections/acme/setup')).body).toMatchObject({
      scimUrl: 'http://127.0.0.1:4747/acme/scim/v2',
      tokens: [],
      currentStep: 'credentials',
    })
  })

  it.each([
    ['default', 'taken', 'default-2'],
    ['Acme Inc.', 'form', 'acme-inc'],
    ['api', 'reserved', 'api-2'],
    ['', 'form', 'acme'],
  ])('are not made under the slug "%s" (%s), and a free one is suggested', async (slug, reason, suggestion) => {
    const { call, service } = await startConsole()
    const reply = await call('POST', '/api/connections', { body: { ...acme, slug } })
    expect(reply).toMatchObject({ status: 200, body: { result: 'refused', reason, suggestion } })
    expect(service.stores.connections.list()).toHaveLength(1)
  })

  it('need a name', async () => {
    const { call } = await startConsole()
    expect(await call('POST', '/api/connections', { body: { ...acme, name: '  ' } })).toMatchObject({ status: 400 })
    expect(await call('PATCH', '/api/connections/default', { body: { name: '  ' } })).toMatchObject({ status: 400 })
  })

  it('are duplicated with their settings', async () => {
    const { call } = await startConsole()
    await call('PATCH', '/api/connections/default', { body: { provider: 'entra', switches: { groups: false } } })
    const reply = await call('POST', '/api/connections', { body: { ...acme, like: 'default' } })
    expect(reply.body).toMatchObject({ connection: { provider: 'entra', settings: { switches: { groups: false } } } })
    expect(await call('POST', '/api/connections', { body: { name: 'B', slug: 'b', like: 'nobody' } })).toMatchObject({
      status: 404,
    })
  })

  it('are removed with all that is theirs and nothing of others', async () => {
    const started = await startConsole()
    const { call, service, remover } = started
    await call('POST', '/api/connections', { body: acme })
    const id = service.stores.connections.findBySlug('acme')?.id ?? 0
    await call('POST', '/api/connections/acme/tokens', { body: { overlapMinutes: 0 } })
    service.stores.exchanges.insert(anExchange())
    for (let count = 0; count < 120; count += 1) service.stores.exchanges.insert(anExchange({ connectionId: id }))
    const attributes = { userName: 'maya' }
    service.stores.resources.insert({ connectionId: id, resourceType: 'User', id: 'u', attributes, at, simulated: false })
    await call('POST', '/api/connections/acme/faults', { body: { kind: '500', action: 'any', count: 1 } })
    const contents = { learners: 1, groups: 0, exchanges: 120, tokens: 1 }
    expect((await call('GET', '/api/connections/acme/contents')).body).toEqual(contents)

    const events = listen(started)
    expect((await call('DELETE', '/api/connections/acme')).body).toEqual({ result: 'removed', contents })
    expect(events).toContainEqual({ type: 'connectionRemoved', connection: 'acme' })
    expect(await call('GET', '/api/connections/acme/setup')).toMatchObject({ status: 404, body: { error: 'notFound' } })
    expect(service.tokens.list(id)).toEqual([])
    await remover.settled()
    expect(service.stores.connections.removal.count(id)).toEqual({ learners: 0, groups: 0, exchanges: 0, tokens: 0 })

    // Another one under the same slug begins empty.
    await call('POST', '/api/connections', { body: acme })
    expect((await call('GET', '/api/connections/acme/exchanges')).body).toMatchObject({ exchanges: [] })
    expect((await call('GET', '/api/connections/acme/faults')).body).toEqual([])
    expect((await call('GET', '/api/connections/acme/views')).body).toEqual([])
    expect((await call('GET', '/api/connections/default/exchanges')).body).toMatchObject({ total: 1 })
    expect(service.logged).toEqual([])
  })

  it('are removed in slices, between which the listeners answer', async () => {
    const { call, service, remover } = await startConsole()
    await call('POST', '/api/connections', { body: acme })
    const id = service.stores.connections.findBySlug('acme')?.id ?? 0
    service.stores.inTransaction(() => {
      for (let count = 0; count < 3000; count += 1) service.stores.exchanges.insert(anExchange({ connectionId: id }))
    })
    await call('DELETE', '/api/connections/acme')
    await call('GET', '/api/connections')
    const left = service.stores.connections.removal.count(id).exchanges
    expect(left).toBeGreaterThan(2000)
    await remover.settled()
    expect(service.stores.connections.removal.count(id).exchanges).toBe(0)
  })

  it('are never removed down to none', async () => {
    const { call, service } = await startConsole()
    expect((await call('DELETE', '/api/connections/default')).body).toEqual({ result: 'onlyOne' })
    expect(service.stores.connections.list()).toHaveLength(1)
  })

  it('go on being removed after a restart, and are forgotten once nothing can come late', async () => {
    const started = await startConsole()
    const { stores } = started.service
    const { id } = stores.connections.create(acme, at)
    stores.exchanges.insert(anExchange({ connectionId: id }))
    stores.connections.removal.begin(id, '2026-11-20T11:00:00.000Z')
    started.remover.start()
    await started.remover.settled()
    expect(stores.connections.removal.listBegun()).toEqual([])
    expect(stores.exchanges.list(id, { limit: 1 }).exchanges).toEqual([])
  })
})

describe('where the reader was', () => {
  const activity = { screen: 'activity', path: '/12', search: '?show=writes' }

  it('is kept by connection and screen', async () => {
    const { call } = await startConsole()
    await call('POST', '/api/connections', { body: acme })
    await call('PUT', '/api/connections/default/place', { body: activity })
    await call('PUT', '/api/connections/default/place', { body: { screen: 'setup', path: '/endpoint', search: '' } })
    await call('PUT', '/api/connections/acme/place', { body: { screen: 'errors', path: '', search: '' } })
    expect((await call('GET', '/api/places')).body).toEqual({
      last: 'acme',
      of: {
        default: {
          place: { screen: 'setup', path: '/endpoint', search: '' },
          searches: { activity: '?show=writes' },
        },
        acme: { place: { screen: 'errors', path: '', search: '' }, searches: { errors: '' } },
      },
    })
    await call('DELETE', '/api/connections/acme')
    expect((await call('GET', '/api/places')).body).toMatchObject({ last: null, of: { default: {} } })
    await call('POST', '/api/connections', { body: acme })
    expect((await call('GET', '/api/places')).body).not.toHaveProperty('of.acme')
  })

  it('is forgotten for a clean start', async () => {
    const { call } = await startConsole()
    await call('PUT', '/api/connections/default/place', { body: activity })
    expect((await call('DELETE', '/api/places')).body).toEqual({ last: null, of: {} })
    expect((await call('GET', '/api/places')).body).toEqual({ last: null, of: {} })
  })

  it('is kept without a filter that holds a token', async () => {
    const { call, service } = await startConsole()
    service.tokens.setEnvironmentToken(1, 'a-token-of-my-own')
    for (const secret of ['rollcall_abc', 'a-token-of-my-own']) {
      const search = `?text=${encodeURIComponent(`Bearer ${secret}`)}`
      await call('PUT', '/api/connections/default/place', { body: { ...activity, search } })
      expect((await call('GET', '/api/places')).body).toMatchObject({
        of: { default: { place: { screen: 'activity', search: '' } } },
      })
    }
  })

  it.each([{ path: 'x' }, { path: '/a?b' }, { search: 'x' }, { search: `?${'x'.repeat(2000)}` }, { screen: 'other' }])(
    'is not kept where it is none: %j',
    async (wrong) => {
      const { call } = await startConsole()
      expect(await call('PUT', '/api/connections/default/place', { body: { ...activity, ...wrong } })).toMatchObject({
        status: 400,
      })
    },
  )
})

it('begins the wizard again, and leaves tokens and what arrived alone', async () => {
  const { call, service } = await startConsole()
  service.tokens.reset(1, 0)
  const told = { tokenStored: true, connectionTicked: true, provisioningTicked: true, currentStep: 'test' } as const
  await call('PATCH', '/api/connections/default/setup', { body: told })
  expect((await call('POST', '/api/connections/default/setup/restart')).body).toMatchObject({
    tokenStored: false,
    connectionTicked: false,
    provisioningTicked: false,
    currentStep: 'credentials',
    tokens: [{ status: 'active' }],
  })
})

describe('the end of a token', () => {
  it('is chosen when it is made, and lies in the future', async () => {
    let now = at
    const { call } = await startConsole({ now: () => now })
    const make = (expiresAt: string) =>
      call('POST', '/api/connections/default/tokens', { body: { overlapMinutes: 0, expiresAt } })
    expect(await make(at)).toMatchObject({ status: 400, body: { error: 'invalid' } })
    const end = '2026-12-20T12:00:00.000Z'
    expect((await make(end)).body).toMatchObject({ info: { status: 'active', expiresAt: end } })
    now = end
    expect((await call('GET', '/api/connections/default/setup')).body).toMatchObject({ tokens: [{ status: 'expired' }] })
  })

  it('comes no later for a token that another replaced', async () => {
    const { call, service } = await startConsole()
    const end = '2026-11-20T13:00:00.000Z'
    service.tokens.reset(1, 0, end)
    await call('POST', '/api/connections/default/tokens', { body: { overlapMinutes: 1440 } })
    expect((await call('GET', '/api/connections/default/setup')).body).toMatchObject({
      tokens: [
        { status: 'active', expiresAt: null },
        { status: 'ending', expiresAt: end },
      ],
    })
  })
})
