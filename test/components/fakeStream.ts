import { act } from '@testing-library/react'
import { vi } from 'vitest'
import type { ExchangeSummary } from '#contract/exchange.ts'
import type { StreamEvent } from '#contract/streamEvent.ts'

/** Stands in for the live stream: the test says what arrives. */
export function fakeStream() {
  const opened: FakeEventSource[] = []

  class FakeEventSource {
    static readonly CLOSED = 2
    readyState = 0
    onerror: (() => void) | null = null
    onmessage: ((event: { data: string }) => void) | null = null

    constructor() {
      opened.push(this)
      queueMicrotask(() => this.onmessage?.({ data: JSON.stringify({ type: 'opened', after: 0, isResumed: false }) }))
    }

    close() {
      this.readyState = FakeEventSource.CLOSED
    }
  }

  vi.stubGlobal('EventSource', FakeEventSource)
  const send = (event: StreamEvent) => opened.at(-1)?.onmessage?.({ data: JSON.stringify(event) })
  return {
    send,
    /** Lets exchanges of the connection `default` arrive, and a frame pass. */
    arrive: (...exchanges: readonly ExchangeSummary[]) =>
      act(async () => {
        for (const exchange of exchanges) send({ type: 'exchange', connection: 'default', exchange })
        await new Promise((resolve) => requestAnimationFrame(resolve))
        // The query cache tells its readers in a task of its own.
        await new Promise((resolve) => setTimeout(resolve))
      }),
  }
}
