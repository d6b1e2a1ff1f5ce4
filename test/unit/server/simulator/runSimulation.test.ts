import { expect, it } from 'vitest'
import { createSimulator } from '../../../../server/simulator/runSimulation.ts'
import { anExchange } from '../../../support/anExchange.ts'
import { aSimulation } from './aSimulation.ts'

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

it('tells the progress after each reply', async () => {
  const { events, run } = await aSimulation()
  const { total } = await run('okta-oin')
  const sent = events.flatMap((event) =>
    event.type === 'simulation' && event.simulation.state === 'running' ? [event.simulation.sent] : [],
  )
  expect(sent).toEqual(Array.from({ length: total + 1 }, (_, index) => index))
})

it('runs one simulation of a connection at a time', async () => {
  const { simulator, getConnection } = await aSimulation(undefined, 10_000)
  const first = simulator.start(getConnection(), 'okta-aiw')
  const second = simulator.start(getConnection(), 'entra')
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
  unreachable.start(getConnection(), 'entra')
  expect(await ended).toMatch(/^While testing the connection, Rollcall's SCIM listener could not be reached: /)
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
  simulator.start(getConnection(), 'okta-aiw')
  await simulator.stop()
  expect(simulator.current('default')).toMatchObject({ state: 'failed', message: 'The run was stopped.' })
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
  simulator.start(getConnection(), 'okta-aiw')
  simulator.remove(getConnection())
  service.stores.exchanges.insert(anExchange({ simulation: 'run' }))
  await simulator.stop()
  expect(simulator.current('default')).toMatchObject({ state: 'failed' })
  expect(service.stores.exchanges.count(1).count).toBe(0)
})

it('answers null before the first run', async () => {
  const { simulator } = await aSimulation()
  expect(simulator.current('default')).toBeNull()
})
