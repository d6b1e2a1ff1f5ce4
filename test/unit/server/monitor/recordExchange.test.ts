import { expect, it } from 'vitest'
import { type Reply, writeReply } from '../../../../server/monitor/arrival.ts'
import { createRecorder } from '../../../../server/monitor/recordExchange.ts'
import { createArrival } from '../../../../server/scim/beginExchange.ts'
import { aService } from '../../../support/aService.ts'

/** A recorder over a real store; a task that creates a learner, and one that reads. */
function start() {
  const service = aService()
  const connection = service.stores.connections.findBySlug('default')
  if (!connection) throw new Error('The test has no connection.')
  const recorder = createRecorder(service)
  const arrive = (method: string, path: string) => {
    const arrival = createArrival(service, { method, url: `/default/scim/v2${path}` })
    arrival.connection = connection
    arrival.segments = path.slice(1).split('/')
    return arrival
  }
  const create = (userName: string, after: () => void = () => {}) =>
    recorder.answer({
      kind: 'write',
      arrival: arrive('POST', '/Users'),
      work: () => {
        service.stores.resources.insert({
          connectionId: connection.id,
          resourceType: 'User',
          id: userName,
          attributes: { userName },
          at: service.now(),
          simulated: false,
        })
        after()
        return { status: 201, headers: {}, body: { userName } }
      },
    })
  const read = (id: string, work = (): Reply => ({ status: 200, headers: {}, body: { id } })) =>
    recorder.answer({ kind: 'read', arrival: arrive('GET', `/Users/${id}`), work })
  const targets = () =>
    service.stores.exchanges
      .list(connection.id, { limit: 100 })
      .exchanges.map(({ method, target }) => `${method} ${target}`)
      .reverse()
  return { service, recorder, create, read, targets, connection }
}

it('writes rows of requests that arrive together in their order, reads before and after a write among them', async () => {
  const { create, read, recorder, targets } = start()
  await Promise.all([read('one'), create('maya'), read('two')])
  recorder.flush()
  expect(targets()).toEqual(['GET /Users/one', 'POST /Users', 'GET /Users/two'])
})

it('undoes a write that fails alone: those that share its commit stay, and are answered', async () => {
  const { create, service, connection, targets } = start()
  const outcomes = await Promise.allSettled([
    create('maya'),
    create('tomas', () => {
      throw new Error('A bug.')
    }),
    create('priya'),
  ])
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(service.stores.resources.find(connection.id, 'User', 'tomas')).toBeUndefined()
  expect(service.stores.resources.find(connection.id, 'User', 'priya')).toBeDefined()
  expect(targets()).toEqual(['POST /Users', 'POST /Users'])
})

it('answers each read by itself when one of those that arrived with it fails', async () => {
  const { read } = start()
  const outcomes = await Promise.allSettled([
    read('one'),
    read('two', () => {
      throw new Error('A bug.')
    }),
  ])
  expect(outcomes).toMatchObject([{ status: 'fulfilled', value: { text: '{"id":"one"}' } }, { status: 'rejected' }])
})

it('logs a row that cannot be made, and writes those around it', async () => {
  const { read, recorder, service, targets } = start()
  await read('one')
  const broken = createArrival(service, { method: 'GET', url: '/default/scim/v2/Users' })
  Object.defineProperty(broken, 'segments', {
    get: () => {
      throw new Error('A bug in a row.')
    },
  })
  recorder.record(broken, writeReply({ status: 404, headers: {}, body: {} }))
  await read('two')
  recorder.flush()
  expect(targets()).toEqual(['GET /Users/one', 'GET /Users/two'])
  expect(service.logged).toMatchObject([{ message: 'A bug in a row.' }])
})

it('makes no summaries while nobody listens, and tells a listener of every row', async () => {
  const { read, recorder, service } = start()
  await read('one')
  recorder.flush()
  const heard: unknown[] = []
  service.events.subscribe((event) => void heard.push(event))
  await read('two')
  recorder.flush()
  expect(heard).toMatchObject([{ type: 'exchange', connection: 'default', exchange: { target: '/Users/two' } }])
})

it('writes the rows around one that the database refuses, and the write behind them', async () => {
  const { create, read, recorder, service, targets } = start()
  await read('one')
  const insert = service.stores.exchanges.insert
  Object.assign(service.stores.exchanges, {
    insert: (exchange: Parameters<typeof insert>[0]) => {
      if (exchange.target === '/Users/poison') throw new TypeError('It cannot be bound.')
      return insert(exchange)
    },
  })
  await read('poison')
  await read('two')
  await create('maya')
  recorder.flush()
  expect(targets()).toEqual(['GET /Users/one', 'GET /Users/two', 'POST /Users'])
  expect(service.logged).toMatchObject([{ message: 'It cannot be bound.' }])
})
