import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  callService,
  getStreamStatus,
  onExchangeArrived,
  subscribeToStream,
  subscribeToStreamStatus,
} from '../../renderer/service.ts'
import { anExchangeSummary } from './setup/aSetupState.ts'
import { fakeService } from './setup/fakeService.ts'

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('callService', () => {
  it('fills the path, drops what is not asked for from the query and sends the body', async () => {
    const { calls } = fakeService({
      'GET /connections/default/exchanges': () => ({ exchanges: [], hasMore: false, total: 0 }),
      'DELETE /connections/a%2Fb/tokens/7': () => [],
    })
    await callService('listExchanges', { params: { connection: 'default' }, query: { limit: 20, text: '', show: 'writes' } })
    await callService('revokeToken', { params: { connection: 'a/b', token: 7 } })
    expect(calls.map(({ path }) => path)).toEqual([
      '/connections/default/exchanges?limit=20&show=writes',
      '/connections/a%2Fb/tokens/7',
    ])
  })

  it('names a failure as the service does', async () => {
    fakeService({ 'GET /status': () => Response.json({ error: 'noSession', message: 'No session.' }, { status: 401 }) })
    await expect(callService('getStatus')).rejects.toMatchObject({ name: 'noSession', message: 'No session.' })
  })

  it('says that no service answers', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('refused')))
    await expect(callService('getStatus')).rejects.toMatchObject({ name: 'unreachable' })
  })

  it('refuses an answer that is not the one of the contract', async () => {
    fakeService({ 'GET /status': () => ({ version: 1 }) })
    await expect(callService('getStatus')).rejects.toMatchObject({ name: 'failed' })
  })
})

/** An EventSource whose events the test makes. */
class FakeEventSource {
  static readonly CLOSED = 2
  static opened: FakeEventSource[] = []
  readyState = 0
  onerror: (() => void) | null = null
  onmessage: ((event: { data: string }) => void) | null = null

  readonly url: string

  constructor(url: string) {
    this.url = url
    FakeEventSource.opened.push(this)
  }

  send(event: unknown) {
    this.onmessage?.({ data: JSON.stringify(event) })
  }

  close() {
    this.readyState = FakeEventSource.CLOSED
  }
}

const latest = () => FakeEventSource.opened.at(-1)

describe('the live stream', () => {
  const open = () => {
    FakeEventSource.opened = []
    vi.stubGlobal('EventSource', FakeEventSource)
  }

  it('is one for all subscribers, and ends with the last of them', () => {
    open()
    const stops = [subscribeToStream(() => undefined), subscribeToStream(() => undefined)]
    expect(FakeEventSource.opened).toHaveLength(1)
    stops[0]?.()
    expect(latest()?.readyState).not.toBe(FakeEventSource.CLOSED)
    stops[1]?.()
    expect(latest()?.readyState).toBe(FakeEventSource.CLOSED)
  })

  it('gives each exchange to those who watch its connection, and one without a connection to all', () => {
    open()
    const arrived: number[] = []
    const stop = onExchangeArrived('default', ({ id }) => arrived.push(id))
    latest()?.send({ type: 'opened', after: 0, isResumed: false })
    latest()?.send({ type: 'exchange', connection: 'default', exchange: anExchangeSummary({ id: 1 }) })
    latest()?.send({ type: 'exchange', connection: 'other', exchange: anExchangeSummary({ id: 2 }) })
    latest()?.send({ type: 'exchange', connection: null, exchange: anExchangeSummary({ id: 3 }) })
    latest()?.send({ type: 'somethingNewer' })
    stop()
    expect(arrived).toEqual([1, 3])
  })

  it('says when it reconnects, tries again where the browser gave up, and goes on after the last exchange', () => {
    vi.useFakeTimers()
    open()
    const statuses: string[] = []
    const events: string[] = []
    const stopStatus = subscribeToStreamStatus(() => statuses.push(getStreamStatus()))
    const stop = subscribeToStream(({ type }) => events.push(type))
    latest()?.send({ type: 'opened', after: 7, isResumed: false })
    latest()?.send({ type: 'exchange', connection: 'default', exchange: anExchangeSummary({ id: 8 }) })
    const first = latest()
    first?.close()
    first?.onerror?.()
    vi.advanceTimersByTime(500)
    expect(latest()).not.toBe(first)
    expect(latest()?.url).toBe('/api/stream?after=8')
    latest()?.send({ type: 'opened', after: 8, isResumed: true })
    stop()
    stopStatus()
    expect(statuses.slice(-2)).toEqual(['reconnecting', 'live'])
    expect(events).toEqual(['opened', 'exchange', 'opened'])
  })
})
