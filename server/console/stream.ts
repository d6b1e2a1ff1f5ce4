import type { RequestHandler, Response } from 'express'
import type { StreamEvent } from '#contract/streamEvent.ts'
import type { Service } from '../service.ts'

const retryMs = 1000
/** More than this is not sent again one by one: the screens read anew. */
const maxResumed = 1000
/** What may wait for a reader that is too slow; it is dropped then and resumes by itself. */
const maxWaitingBytes = 1024 * 1024

/** The live stream of what happens, as server-sent events. */
export interface ConsoleStream {
  /** Answers a request by the stream, from `Last-Event-ID` or `?after=` on; the browser sends the first only when it reconnects. */
  readonly open: RequestHandler
  /** Ends all streams; new ones find the service stopping. */
  readonly closeStreams: () => void
}

interface OpenStream {
  readonly res: Response
  /** The newest exchange that was sent when it opened; a late event of an older one would be a double. */
  readonly resumedTo: number
}

/** Listens once for all browsers, so that an event is written out as text once. */
export function createStream(service: Service, { heartbeatMs = 15_000 }: { heartbeatMs?: number } = {}): ConsoleStream {
  const streams = new Set<OpenStream>()

  const send = (stream: OpenStream, text: string) => {
    if (stream.res.writableLength <= maxWaitingBytes) return void stream.res.write(text)
    // Out of the set at once: a write after the end would raise an error of its own.
    remove(stream)
    stream.res.destroy()
  }

  const tell = (event: StreamEvent) => {
    const text = toText(event)
    for (const stream of streams) {
      if (event.type !== 'exchange' || event.exchange.id > stream.resumedTo) send(stream, text)
    }
  }
  let unsubscribe: (() => void) | undefined

  const remove = (stream: OpenStream) => {
    streams.delete(stream)
    if (streams.size > 0) return
    unsubscribe?.()
    unsubscribe = undefined
  }

  // Keeps proxies from closing a quiet stream, and finds readers that have gone.
  const heartbeat = setInterval(() => {
    for (const stream of streams) send(stream, ':\n\n')
  }, heartbeatMs)
  heartbeat.unref()

  return {
    open: (req, res) => {
      res.status(200).set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' })
      res.write(`retry: ${retryMs}\n\n`)
      // Nothing comes between reading and listening: the store is synchronous, and so is this function.
      const { text, resumedTo } = resume(service, req.headers['last-event-id'] ?? req.query['after'])
      const stream: OpenStream = { res, resumedTo }
      streams.add(stream)
      unsubscribe ??= service.events.subscribe(tell)
      res.on('close', () => remove(stream))
      res.write(text)
    },
    closeStreams: () => {
      unsubscribe?.()
      clearInterval(heartbeat)
      for (const { res } of streams) res.end()
      streams.clear()
    },
  }
}

/** How a stream begins: with what a browser missed since the event that it saw last. */
function resume(service: Service, lastEventId: unknown): { text: string; resumedTo: number } {
  const newestId = service.stores.exchanges.newestId()
  const anew = toOpening(newestId, { isResumed: false })
  if (lastEventId === undefined) return { text: anew, resumedTo: newestId }
  const seenId = Number(lastEventId)
  const isKnown = Number.isSafeInteger(seenId) && seenId >= 0 && seenId <= newestId
  const missed = isKnown ? service.stores.exchanges.after(seenId, maxResumed + 1) : []
  if (!isKnown || missed.length > maxResumed) return { text: anew + toText({ type: 'resync' }), resumedTo: newestId }
  const text = missed.map((one) => toText({ type: 'exchange', ...one })).join('')
  return { text: toOpening(seenId, { isResumed: true }) + text, resumedTo: missed.at(-1)?.exchange.id ?? seenId }
}

/** Its id is what the browser resumes from, should it lose the stream before the first exchange. */
const toOpening = (after: number, { isResumed }: { isResumed: boolean }) =>
  `id: ${after}\n${toText({ type: 'opened', after, isResumed })}`

/** One event of the stream. JSON holds no raw line break, so one `data` line is enough. */
function toText(event: StreamEvent): string {
  const id = event.type === 'exchange' ? `id: ${event.exchange.id}\n` : ''
  return `${id}data: ${JSON.stringify(event)}\n\n`
}
