import { expect, it } from 'vitest'
import { createSimulator } from '../../../../server/simulator/runSimulation.ts'
import { anExchange } from '../../../support/anExchange.ts'
import { anOrder, aSimulation } from './aSimulation.ts'

it('marks every request with its run and ends its own short-lived token', async () => {
  const { standIn, service, run } = await aSimulation()
  const ended = await run('okta-aiw')
  expect(standIn.requests.every(({ headers }) => headers['rollcall-simulation'] === ended.run)).toBe(true)
  expect(service.tokens.list(1)).toMatchObject([
    { kind: 'simulator', label: 'simulator', status: 'revoked', expiresAt: '2026-11-20T12:10:00.000Z' },
  ])
})

it('keeps one connection open for all requests, as providers do', async () => {
  const { standIn, run } = await aSimulation()
  await run('entra')
  expect(standIn.countConnections()).toBe(1)
})

it('tells how far it is, what it does, and the whole at the end', async () => {
  const { events, run } = await aSimulation(undefined, 5)
  const ended = await run('okta-oin', { users: 40 })
  const told = events.flatMap((event) =>
    event.type === 'simulation' && event.simulation.state === 'running' ? [event.simulation] : [],
  )
  expect(told.length).toBeGreaterThan(3)
  expect(told[0]).toMatchObject({ sent: 0, total: ended.total, doing: 'testing the connection' })
  expect(told.map(({ sent }) => sent)).toEqual(told.map(({ sent }) => sent).toSorted((left, right) => left - right))
  expect(ended).toMatchObject({ state: 'finished', sent: ended.total, doing: null })
})

it('brings over as many people and groups as it is told to, each with a name of its own', async () => {
  const { standIn, run } = await aSimulation()
  expect(await run('entra', { users: 200, groups: 7 })).toMatchObject({ state: 'finished' })
  const names = [...(standIn.resources['Users']?.values() ?? [])].map(({ userName }) => userName)
  expect(new Set(names).size).toBe(200)
  expect(standIn.resources['Groups']?.size).toBe(7)
})

it('sends no faster than its rate', async () => {
  const { standIn, run } = await aSimulation(undefined, 20)
  const startedMs = performance.now()
  await run('entra', { users: 1, groups: 0 })
  expect(performance.now() - startedMs).toBeGreaterThan((standIn.requests.length - 1) * 20 - 5)
})

it('ends after the reply under way when it is cancelled, and keeps what it made', async () => {
  const { standIn, simulator, run } = await aSimulation(({ method }) => {
    if (method === 'POST') simulator.cancel('default')
    return undefined
  })
  expect(await run('okta-aiw')).toMatchObject({ state: 'cancelled', message: null, sent: 3 })
  expect(standIn.resources['Users']?.size).toBe(1)
  expect(simulator.cancel('default')).toBe(false)
})

it('waits as long as a 429 tells it to, and goes on', async () => {
  let refusals = 3
  const { standIn, run } = await aSimulation(({ method }) =>
    method === 'POST' && refusals-- > 0 ? { status: 429, headers: { 'Retry-After': '40' } } : undefined,
  )
  const startedMs = performance.now()
  expect(await run('okta-aiw')).toMatchObject({ state: 'finished' })
  expect(performance.now() - startedMs).toBeGreaterThan(3 * 40 - 5)
  expect(standIn.requests.filter(({ method }) => method === 'POST').length).toBe(4 + 3)
})

it('runs one simulation of a connection at a time', async () => {
  const { simulator, getConnection } = await aSimulation(undefined, 10_000)
  const first = simulator.start(getConnection(), anOrder('okta-aiw'))
  const second = simulator.start(getConnection(), anOrder('entra'))
  expect(first.result).toBe('started')
  expect(second).toMatchObject({ result: 'busy', simulation: { run: first.simulation.run, profile: 'okta-aiw' } })
  await simulator.stop()
})

it('fails with the detail of an answer that the provider cannot go on with', async () => {
  const { run } = await aSimulation(({ method }) =>
    method === 'POST' ? { status: 403, body: { detail: 'Create is switched off for this connection.' } } : undefined,
  )
  expect(await run('okta-aiw')).toMatchObject({
    state: 'failed',
    message: 'While creating Maya Lindqvist, the answer was 403: Create is switched off for this connection.',
  })
})

it('fails when the SCIM listener cannot be reached', async () => {
  const { service, getConnection } = await aSimulation()
  const unreachable = createSimulator({ ...service, addresses: { scim: '127.0.0.1:1', console: '' } }, { gapMs: 0 })
  const ended = new Promise((resolve) => {
    service.events.subscribe((event) => {
      if (event.type === 'simulation' && event.simulation.state === 'failed') resolve(event.simulation.message)
    })
  })
  unreachable.start(getConnection(), anOrder('entra'))
  expect(await ended).toMatch(/^While testing the connection, the SCIM endpoint could not be reached: /)
})

it('stops before it changes a learner that a real provider made', async () => {
  const { standIn, service, run } = await aSimulation()
  const attributes = { userName: 'maya.lindqvist@example.com' }
  service.stores.resources.insert({
    connectionId: 1,
    resourceType: 'User',
    id: 'real',
    attributes,
    at: service.now(),
    simulated: false,
  })
  standIn.resources['Users']?.set('real', { id: 'real', ...attributes })
  expect(await run('okta-oin')).toMatchObject({
    state: 'failed',
    message: expect.stringContaining('something real of that name'),
  })
  expect(standIn.requests.every(({ method }) => method === 'GET')).toBe(true)
})

it('ends the run under way when it is stopped', async () => {
  const { simulator, getConnection } = await aSimulation(undefined, 10_000)
  simulator.start(getConnection(), anOrder('okta-aiw'))
  await simulator.stop()
  expect(simulator.current('default')).toMatchObject({ state: 'cancelled', message: null })
})

it('removes what is simulated, and nothing that is real', async () => {
  const { service, simulator, events, getConnection } = await aSimulation()
  const { stores, tokens } = service
  for (const simulated of [true, false]) {
    const id = simulated ? 'made' : 'real'
    stores.resources.insert({
      connectionId: 1,
      resourceType: 'User',
      id,
      attributes: { userName: id },
      at: service.now(),
      simulated,
    })
    stores.exchanges.insert(anExchange({ resourceId: id, simulation: simulated ? 'run' : null }))
    tokens.issue(1, simulated ? 'simulator' : 'screen', { label: id, expiresAt: null })
  }
  expect(simulator.remove(getConnection())).toEqual({ learners: 1, groups: 0, exchanges: 1 })
  expect(stores.resources.find(1, 'User', 'made')).toBeUndefined()
  expect(stores.resources.find(1, 'User', 'real')).toBeDefined()
  expect(stores.exchanges.count(1).count).toBe(1)
  expect(tokens.list(1)).toMatchObject([{ kind: 'screen' }])
  expect(events).toEqual([{ type: 'setupChanged', connection: 'default' }, { type: 'resync' }])
})

it('ends a run under way when its data is removed, and removes what it still left', async () => {
  const { service, simulator, getConnection } = await aSimulation(undefined, 10_000)
  simulator.start(getConnection(), anOrder('okta-aiw'))
  simulator.remove(getConnection())
  service.stores.exchanges.insert(anExchange({ simulation: 'run' }))
  await simulator.stop()
  expect(simulator.current('default')).toMatchObject({ state: 'cancelled' })
  expect(service.stores.exchanges.count(1).count).toBe(0)
})

it('answers null before the first run', async () => {
  const { simulator } = await aSimulation()
  expect(simulator.current('default')).toBeNull()
})
