import { describe, expect, it } from 'vitest'
import { defaultSettings } from '#contract/connection.ts'
import { type ConsoleRoute, consoleRoutes } from '#contract/console.ts'
import { listen, startConsole } from '../support/aConsole.ts'
import { anExchange } from '../support/anExchange.ts'

const at = '2026-11-20T12:00:00.000Z'

describe('every call', () => {
  it('names the field that is wrong', async () => {
    const { call } = await startConsole()
    const reply = await call('POST', '/api/connections/default/tokens', { body: { overlapMinutes: -1 } })
    expect(reply).toMatchObject({ status: 400, body: { error: 'invalid', message: expect.stringContaining('overlapMinutes') } })
    expect((await call('PATCH', '/api/connections/default', { body: { switches: { create: 'no' } } })).body).toMatchObject({
      message: expect.stringContaining('switches.create'),
    })
    expect((await call('GET', '/api/connections/default/exchanges?limit=9999')).body).toMatchObject({
      message: expect.stringContaining('limit'),
    })
  })

  it.each([
    ['a body that is not JSON', '{"overlapMinutes":', 400],
    ['a body that is no object', '[]', 400],
    ['a body that is too large', JSON.stringify({ overlapMinutes: 'x'.repeat(70_000) }), 413],
  ])('refuses %s as invalid', async (_what, body, status) => {
    const { call } = await startConsole()
    expect(await call('POST', '/api/connections/default/tokens', { body })).toMatchObject({ status, body: { error: 'invalid' } })
  })

  it('answers notFound for a connection, an exchange, a learner, a token or a path that is not there', async () => {
    const { call } = await startConsole()
    const calls = [
      '/connections/other/setup',
      '/connections/default/exchanges/7',
      '/connections/default/exchanges/x',
      '/connections/default/learners/x',
      '/connections/default/history/x',
      '/connections/default/history/x/state',
      '/nothing',
    ]
    for (const path of calls) expect(await call('GET', `/api${path}`)).toMatchObject({ status: 404, body: { error: 'notFound' } })
    expect(await call('DELETE', '/api/connections/default/tokens/7')).toMatchObject({ status: 404, body: { error: 'notFound' } })
  })

  it('answers a bug of ours with a bare 500 and logs it whole', async () => {
    const { call, service } = await startConsole()
    const error = new Error('the inside of the server')
    Object.assign(service, {
      getPublicUrl: () => {
        throw error
      },
    })
    const reply = await call('GET', '/api/status')
    expect(reply).toMatchObject({ status: 500, body: { error: 'failed' } })
    expect(JSON.stringify(reply.body)).not.toContain(error.message)
    expect(service.logged).toEqual([error])
  })

  const reads: [string, ConsoleRoute][] = Object.entries<ConsoleRoute>(consoleRoutes).filter(([, { method }]) => method === 'GET')
  it.each(reads)('replies to %s in the form of the contract', async (_name, { path, reply }) => {
    const { call, service } = await startConsole()
    const learner = service.stores.resources.insert({
      connectionId: 1,
      resourceType: 'User',
      id: service.createId(),
      attributes: { userName: 'maya' },
      at,
      simulated: false,
    })
    const exchange = service.stores.exchanges.insert(anExchange({ resourceId: learner.id }))
    const { body } = await call(
      'GET',
      `/api${path
        .replace(':connection', 'default')
        .replace(':exchange', `${exchange}`)
        .replace(/:learner|:resource/, learner.id)}`,
    )
    expect(reply.safeParse(body).error).toBeUndefined()
    expect(reply.parse(body)).toEqual(body)
  })

  it('is kept by no cache', async () => {
    const { call } = await startConsole()
    expect((await call('GET', '/api/status')).headers['cache-control']).toBe('no-store')
  })
})

describe('status and preferences', () => {
  it('tells what the service is and where it listens', async () => {
    const { address, call } = await startConsole()
    expect((await call('GET', '/api/status')).body).toEqual({
      version: '0.0.0',
      dataDir: '/nowhere',
      startedAt: at,
      scimAddress: '127.0.0.1:4747',
      consoleAddress: address,
      publicUrl: null,
    })
  })

  it('remembers preferences, each by itself, after a restart too', async () => {
    const before = await startConsole()
    expect((await before.call('GET', '/api/preferences')).body).toEqual({
      theme: 'system',
      detailPaneWidth: null,
      singleKeys: true,
    })
    await before.call('PATCH', '/api/preferences', { body: { detailPaneWidth: 700 } })
    await before.call('PATCH', '/api/preferences', { body: { theme: 'dark' } })
    const after = await startConsole({ db: before.service.db })
    expect((await after.call('GET', '/api/preferences')).body).toEqual({ theme: 'dark', detailPaneWidth: 700, singleKeys: true })
  })

  it('sets the public URL, keeps it and tells the screens that show it', async () => {
    const started = await startConsole()
    const events = listen(started)
    const reply = await started.call('PATCH', '/api/status/public-url', { body: { publicUrl: 'https://a1b2.tunnel.example/' } })
    expect(reply).toMatchObject({ status: 200, body: { result: 'set', publicUrl: 'https://a1b2.tunnel.example' } })
    expect(started.service.getPublicUrl()).toBe('https://a1b2.tunnel.example')
    expect(started.service.stores.preferences.get('publicUrl')).toBe('https://a1b2.tunnel.example')
    expect(events).toEqual([{ type: 'statusChanged' }, { type: 'setupChanged', connection: 'default' }])
  })

  it('leaves the public URL alone where the new one is refused', async () => {
    const started = await startConsole()
    const events = listen(started)
    const reply = await started.call('PATCH', '/api/status/public-url', { body: { publicUrl: 'tunnel' } })
    expect(reply).toMatchObject({ status: 200, body: { result: 'refused', reason: expect.stringContaining('https://') } })
    expect(started.service.getPublicUrl()).toBeNull()
    expect(events).toEqual([])
  })
})

describe('connections', () => {
  it('are listed without what only the server knows', async () => {
    const { call } = await startConsole()
    expect((await call('GET', '/api/connections')).body).toEqual([
      { slug: 'default', name: 'Default', provider: null, settings: defaultSettings, createdAt: at },
    ])
  })

  it('are changed in what is given and nothing else', async () => {
    const started = await startConsole()
    const events = listen(started)
    await started.call('PATCH', '/api/connections/default', { body: { provider: 'entra', switches: { create: false } } })
    const reply = await started.call('PATCH', '/api/connections/default', {
      body: { switches: { groups: false }, settings: { paused: true } },
    })
    expect(reply.body).toEqual({
      slug: 'default',
      name: 'Default',
      provider: 'entra',
      settings: { ...defaultSettings, paused: true, switches: { ...defaultSettings.switches, create: false, groups: false } },
      createdAt: at,
    })
    expect(events).toEqual(Array(2).fill({ type: 'setupChanged', connection: 'default' }))
  })

  it('switch tolerances by the names that there are, and those that are stored already', async () => {
    const { call, service } = await startConsole()
    const change = (settings: object) => call('PATCH', '/api/connections/default', { body: { settings } })
    expect((await change({ tolerancesOff: ['string-boolean'], tolerancesOn: ['unknown-member'] })).status).toBe(200)
    for (const settings of [{ tolerancesOff: ['string-bolean'] }, { tolerancesOn: ['Unknown-Member'] }]) {
      const reply = await change(settings)
      expect(reply).toMatchObject({ status: 400, body: { message: expect.stringMatching(/string-bolean|Unknown-Member/) } })
    }
    const { connections } = service.stores
    connections.change(1, { settings: { ...connections.get(1).settings, tolerancesOff: ['gone-since'] } })
    expect((await change({ tolerancesOff: ['gone-since', 'path-case'] })).status).toBe(200)
  })
})
