import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { StreamEvent } from '#contract/streamEvent.ts'
import type { StreamHandlers } from '../../renderer/readStream.ts'
import { type SharingParts, shareStream } from '../../renderer/shareStream.ts'
import { anExchangeSummary } from './setup/aSetupState.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** The service: it sends what is newer than asked for, and counts who reads. */
function aStreamServer() {
  const readers = new Set<StreamHandlers>()
  const openedAt: (number | undefined)[] = []
  let newest = 0
  const toExchange = (id: number): StreamEvent => ({
    type: 'exchange',
    connection: 'default',
    exchange: anExchangeSummary({ id }),
  })
  return {
    readers,
    openedAt,
    arrive: () => {
      newest += 1
      for (const { onEvent } of readers) onEvent(toExchange(newest))
    },
    tell: (event: StreamEvent) => {
      for (const { onEvent } of readers) onEvent(event)
    },
    lose: () => {
      for (const { onStatus } of readers) onStatus('reconnecting')
    },
    read: (getPosition: () => number | undefined, handlers: StreamHandlers) => {
      const after = getPosition()
      openedAt.push(after)
      readers.add(handlers)
      handlers.onEvent({ type: 'opened', after: after ?? newest, isResumed: after !== undefined })
      handlers.onStatus('live')
      for (let id = (after ?? newest) + 1; id <= newest; id += 1) handlers.onEvent(toExchange(id))
      return () => void readers.delete(handlers)
    },
  }
}

/** One browser: its lock goes to who waits longest, its channel tells all tabs but the one that speaks. */
function aBrowser(server: ReturnType<typeof aStreamServer>) {
  const waiting: (() => void)[] = []
  let isHeld = false
  const grant = () => {
    if (isHeld) return
    isHeld = waiting.length > 0
    waiting.shift()?.()
  }
  const locks = {
    request: async (_name: string, { signal }: LockOptions, work: () => Promise<void>) => {
      await new Promise<void>((resolve, reject) => {
        waiting.push(resolve)
        signal?.addEventListener('abort', () => {
          if (waiting.includes(resolve)) waiting.splice(waiting.indexOf(resolve), 1)
          reject(signal.reason)
        })
        grant()
      })
      await work()
      isHeld = false
      grant()
    },
  }
  type Channel = ReturnType<SharingParts['openChannel']>
  const channels = new Set<Channel>()
  const openChannel = (): Channel => {
    const channel: Channel = {
      onmessage: null,
      postMessage: (data) => {
        for (const other of channels)
          if (other !== channel) other.onmessage?.call(new BroadcastChannel('unused'), new MessageEvent('message', { data }))
      },
      close: () => void channels.delete(channel),
    }
    channels.add(channel)
    return channel
  }
  return {
    /** Cuts a tab off from what the others say. */
    channels,
    openTab: async () => {
      const ids: number[] = []
      const others: string[] = []
      const statuses: string[] = []
      const stream = shareStream(
        { locks: locks as LockManager, openChannel, read: server.read },
        {
          onEvent: (event) => (event.type === 'exchange' ? ids.push(event.exchange.id) : others.push(event.type)),
          onStatus: (status) => statuses.push(status),
        },
      )
      stream.start()
      await settle()
      return { ...stream, ids, others, statuses }
    },
  }
}

/** Locks are given in a task of their own. */
const settle = () => vi.advanceTimersByTimeAsync(0)

async function openTabs(count: number) {
  const server = aStreamServer()
  const browser = aBrowser(server)
  const tabs: Awaited<ReturnType<typeof browser.openTab>>[] = []
  for (let index = 0; index < count; index += 1) tabs.push(await browser.openTab())
  const [first, second, third] = tabs
  if (!first || !second || !third) throw new Error('Three tabs at least.')
  return { server, browser, tabs, first, second, third }
}

describe('the stream of eight tabs', () => {
  it('is read once, and each tab gets each arrival once', async () => {
    const { server, tabs } = await openTabs(8)
    server.arrive()
    server.arrive()
    expect(server.readers.size).toBe(1)
    expect(tabs.map(({ ids }) => ids)).toEqual(tabs.map(() => [1, 2]))
    expect(tabs.map(({ statuses }) => statuses)).toEqual(tabs.map(() => ['live']))
  })

  it('is read on by the next tab when the reader closes, after what that tab saw last: no gap, no double, no resync', async () => {
    const { server, first, second, tabs } = await openTabs(8)
    server.arrive()
    first.stop()
    server.arrive()
    server.arrive()
    await settle()
    server.arrive()
    expect(server.openedAt).toEqual([undefined, 1])
    expect(server.readers.size).toBe(1)
    expect(first.ids).toEqual([1])
    for (const tab of tabs.slice(1)) expect(tab.ids).toEqual([1, 2, 3, 4])
    expect(tabs.flatMap(({ others }) => others)).not.toContain('resync')
    expect(second.statuses).toEqual(['live'])
  })

  it('knows where to go on from also before anything arrived', async () => {
    const { server, first, third } = await openTabs(8)
    first.stop()
    server.arrive()
    await settle()
    expect(third.ids).toEqual([1])
    expect(third.others).toEqual(['opened'])
  })

  it('goes on where it was for a tab that was put away and came back', async () => {
    const { server, first, second } = await openTabs(8)
    server.arrive()
    second.stop()
    server.arrive()
    second.start()
    await settle()
    expect(second.others).toEqual(['resync'])
    server.arrive()
    expect(second.ids).toEqual([1, 3])
    expect(first.ids).toEqual([1, 2, 3])
  })

  it('has a tab that missed something read all anew, and that one alone', async () => {
    const { server, browser, first, third } = await openTabs(8)
    const cut = [...browser.channels][2]
    if (!cut) throw new Error('Its channel was opened.')
    browser.channels.delete(cut)
    server.arrive()
    browser.channels.add(cut)
    server.arrive()
    server.arrive()
    expect(third.others).toEqual(['resync'])
    expect(third.ids).toEqual([2, 3])
    expect(first.others).toEqual([])
    expect(first.ids).toEqual([1, 2, 3])
  })

  it('takes nothing twice from a reader that stood further back', async () => {
    const { server, browser, first, second, third } = await openTabs(8)
    const cut = [...browser.channels][1]
    if (!cut) throw new Error('Its channel was opened.')
    browser.channels.delete(cut)
    server.arrive()
    server.arrive()
    browser.channels.add(cut)
    first.stop()
    await settle()
    expect(server.openedAt).toEqual([undefined, 0])
    expect(second.ids).toEqual([1, 2])
    expect(third.ids).toEqual([1, 2])
  })

  it('says in each tab that the stream is lost, and that it is back', async () => {
    const { server, tabs } = await openTabs(8)
    server.lose()
    for (const { onStatus } of server.readers) onStatus('live')
    expect(tabs.map(({ statuses }) => statuses)).toEqual(tabs.map(() => ['live', 'reconnecting', 'live']))
  })

  it('passes a resync on, and starts anew where the service does', async () => {
    const { server, tabs } = await openTabs(8)
    server.arrive()
    server.arrive()
    server.tell({ type: 'opened', after: 0, isResumed: false })
    server.tell({ type: 'resync' })
    server.tell({ type: 'exchange', connection: 'default', exchange: anExchangeSummary({ id: 1 }) })
    for (const tab of tabs) {
      expect(tab.ids).toEqual([1, 2, 1])
      expect(tab.others).toEqual(['opened', 'resync'])
    }
  })
})

describe('a tab that nobody answers', () => {
  it('says after a second that it has no news, and reads all anew with the first word', async () => {
    const server = aStreamServer()
    const browser = aBrowser(server)
    const reader = await browser.openTab()
    const kept = [...browser.channels]
    browser.channels.clear()
    const late = await browser.openTab()
    await vi.advanceTimersByTimeAsync(1000)
    expect(late.statuses).toEqual(['reconnecting'])
    for (const channel of kept) browser.channels.add(channel)
    server.arrive()
    expect(late.others).toEqual(['resync'])
    expect(late.ids).toEqual([1])
    expect(late.statuses).toEqual(['reconnecting', 'live'])
    expect(reader.others).toEqual([])
  })
})

it('is read by each tab for itself where the browser has no locks', () => {
  const server = aStreamServer()
  const handlers = { onEvent: () => undefined, onStatus: () => undefined }
  const openChannel = () => {
    throw new Error('There is nobody to talk to.')
  }
  const tabs = [1, 2].map(() => shareStream({ locks: undefined, openChannel, read: server.read }, handlers))
  for (const tab of tabs) tab.start()
  expect(server.readers.size).toBe(2)
  for (const tab of tabs) tab.stop()
  expect(server.readers.size).toBe(0)
})
