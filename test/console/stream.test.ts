import { connect } from 'node:net'
import { expect, it } from 'vitest'
import { startConsole } from '../support/aConsole.ts'
import { anExchange } from '../support/anExchange.ts'
import { readStream, type StreamBlock } from '../support/readStream.ts'

type Console = Awaited<ReturnType<typeof startConsole>>

/** Stores an exchange and tells of it, as the recorder does. */
function arrive({ service }: Console): number {
  const id = service.stores.exchanges.insert(anExchange())
  const exchange = service.stores.exchanges.toSummary({ ...anExchange(), id })
  service.events.publish({ type: 'exchange', connection: 'default', exchange })
  return id
}

function arriveTimes(console: Console, times: number): number[] {
  return Array.from({ length: times }, () => arrive(console))
}

/** The stream as a browser opens it, `lastEventId` where it had one before. */
function openStream({ cookie, send }: Console, lastEventId?: number | string) {
  const call = send('GET', '/api/stream', { headers: { cookie, 'last-event-id': lastEventId?.toString() } })
  const blocks = readStream(call)
  const next = async (): Promise<StreamBlock> => {
    const { value } = await blocks.next()
    if (!value) throw new Error('The stream ended.')
    return value
  }
  /** Blocks up to the first that fits. */
  const until = async (fits: (block: StreamBlock) => boolean) => {
    const read = [await next()]
    while (!read.some(fits)) read.push(await next())
    return read
  }
  return { blocks, call, next, until }
}

const isExchange = (id: number) => (block: StreamBlock) => block.data?.type === 'exchange' && block.data.exchange.id === id
const exchangeIds = (blocks: readonly StreamBlock[]) =>
  blocks.flatMap(({ data }) => (data?.type === 'exchange' ? [data.exchange.id] : []))

it('sends what happens as it happens, an exchange with its id', async () => {
  const console = await startConsole()
  const stream = openStream(console)
  await stream.until(({ id }) => id === '0')
  const id = arrive(console)
  console.service.events.publish({ type: 'setupChanged', connection: 'default' })
  expect(await stream.next()).toMatchObject({
    id: `${id}`,
    data: { type: 'exchange', connection: 'default', exchange: { id, action: 'created' } },
  })
  expect(await stream.next()).toMatchObject({ id: undefined, data: { type: 'setupChanged', connection: 'default' } })
})

it('resumes after the last event that was seen, without gap or double', async () => {
  const console = await startConsole()
  const [seen = 0, ...missed] = arriveTimes(console, 20)
  const stream = openStream(console, seen)
  const read = await stream.until(isExchange(missed.at(-1) ?? 0))
  const live = arriveTimes(console, 3)
  read.push(...(await stream.until(isExchange(live.at(-1) ?? 0))))
  expect(exchangeIds(read)).toEqual([...missed, ...live])
})

it('does not send an exchange again that was stored before, and told of after, the stream resumed', async () => {
  const console = await startConsole()
  const [seen = 0] = arriveTimes(console, 1)
  const { exchanges } = console.service.stores
  const untold = exchanges.insert(anExchange())
  const stream = openStream(console, seen)
  const read = await stream.until(isExchange(untold))
  console.service.events.publish({
    type: 'exchange',
    connection: 'default',
    exchange: exchanges.toSummary({ ...anExchange(), id: untold }),
  })
  const live = arrive(console)
  read.push(...(await stream.until(isExchange(live))))
  expect(exchangeIds(read)).toEqual([untold, live])
})

it('gives a browser that has seen no event yet a place to resume from', async () => {
  const console = await startConsole()
  arriveTimes(console, 2)
  const mark = (await openStream(console).until(({ id }) => id !== undefined)).at(-1)
  expect(mark?.data).toEqual({ type: 'opened', after: 2, isResumed: false })
  const missed = arrive(console)
  expect(exchangeIds(await openStream(console, mark?.id).until(isExchange(missed)))).toEqual([missed])
})

it('resumes after what the first request of a tab names, as after `Last-Event-ID`, which counts more', async () => {
  const console = await startConsole()
  const [first = 0, ...missed] = arriveTimes(console, 3)
  const named = readStream(console.send('GET', `/api/stream?after=${first}`, { headers: { cookie: console.cookie } }))
  const both = readStream(
    console.send('GET', `/api/stream?after=${first}`, { headers: { cookie: console.cookie, 'last-event-id': `${missed[0]}` } }),
  )
  const firstIds = async (blocks: AsyncGenerator<StreamBlock>, count: number) => {
    const read: StreamBlock[] = []
    while (exchangeIds(read).length < count) read.push((await blocks.next()).value)
    return exchangeIds(read)
  }
  expect(await firstIds(named, 2)).toEqual(missed)
  expect(await firstIds(both, 1)).toEqual(missed.slice(1))
})

it('asks for a resync instead of resending more than a thousand', async () => {
  const console = await startConsole()
  const [seen = 0, ...missed] = arriveTimes(console, 1002)
  const stream = openStream(console, seen)
  const read = await stream.until(({ data }) => data?.type === 'resync')
  expect(exchangeIds(read)).toEqual([])
  expect(read.findLast(({ id }) => id !== undefined)?.id).toBe(`${missed.at(-1)}`)
})

it('resends a thousand', async () => {
  const console = await startConsole()
  const [seen = 0, ...missed] = arriveTimes(console, 1001)
  expect(exchangeIds(await openStream(console, seen).until(isExchange(missed.at(-1) ?? 0)))).toEqual(missed)
})

it.each(['99', 'soon', '-1', '1.5'])('asks for a resync after the id %s, which it never gave', async (lastEventId) => {
  const console = await startConsole()
  arrive(console)
  await openStream(console, lastEventId).until(({ data }) => data?.type === 'resync')
})

it('serves eight browsers alike', async () => {
  const console = await startConsole()
  const streams = Array.from({ length: 8 }, () => openStream(console))
  await Promise.all(streams.map((stream) => stream.until(({ id }) => id === '0')))
  const ids = arriveTimes(console, 3)
  const read = await Promise.all(streams.map((stream) => stream.until(isExchange(ids.at(-1) ?? 0))))
  for (const blocks of read) expect(exchangeIds(blocks)).toEqual(ids)
})

it('sends a comment now and then, so that a quiet stream stays open', async () => {
  const stream = openStream(await startConsole({ heartbeatMs: 5 }))
  await stream.until(({ isComment }) => isComment)
})

it('ends all streams when the service stops', async () => {
  const console = await startConsole()
  const stream = openStream(console)
  await stream.until(({ id }) => id === '0')
  console.stream.closeStreams()
  expect(await stream.blocks.next()).toEqual({ done: true, value: undefined })
})

it('drops a reader that does not read, instead of keeping everything for it', async () => {
  const console = await startConsole()
  const socket = connect(console.port, '127.0.0.1')
  socket.write(
    `GET /api/stream HTTP/1.1\r\nHost: ${console.address}\r\nSec-Fetch-Site: same-origin\r\nCookie: ${console.cookie}\r\n\r\n`,
  )
  await new Promise((resolve) => socket.once('data', resolve))
  socket.pause()
  const exchange = { ...console.service.stores.exchanges.toSummary({ ...anExchange(), id: 1 }), sentence: 'x'.repeat(500_000) }
  // More than the sockets of both sides hold.
  for (let id = 1; id <= 100; id++) {
    console.service.events.publish({ type: 'exchange', connection: 'default', exchange: { ...exchange, id } })
    await new Promise((resolve) => setImmediate(resolve))
  }
  let receivedBytes = 0
  socket.on('data', (chunk) => {
    receivedBytes += chunk.length
  })
  await new Promise((resolve) => socket.on('error', resolve).on('close', resolve).resume())
  expect(receivedBytes).toBeLessThan(50_000_000)
})
