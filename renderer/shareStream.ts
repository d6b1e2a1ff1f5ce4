import type { StreamEvent } from '#contract/streamEvent.ts'
import type { readStream, StreamHandlers, StreamStatus } from './readStream.ts'

/** What the tabs of a browser share the stream by. */
export interface SharingParts {
  /** Undefined where the browser has none: then each tab reads for itself. */
  readonly locks: Pick<LockManager, 'request'> | undefined
  readonly openChannel: () => Pick<BroadcastChannel, 'postMessage' | 'onmessage' | 'close'>
  readonly read: typeof readStream
}

/** The stream of this tab. It may be stopped and started again, and goes on where it was. */
export interface SharedStream {
  readonly start: () => void
  readonly stop: () => void
}

/** Where the reading tab stands before and after an event: the id of the newest exchange that it saw. */
interface Step {
  readonly before: number | undefined
  readonly after: number | undefined
}

/** What one tab tells the others. */
type TabMessage =
  | { readonly kind: 'event'; readonly event: StreamEvent; readonly step: Step }
  | { readonly kind: 'status'; readonly status: StreamStatus; readonly position: number | undefined }
  | { readonly kind: 'hello' }

const lockName = 'rollcall-live'
/** A tab that has heard nothing for so long is shown without news, and says so. */
const openingMs = 1000

/**
 * One stream for all tabs of a browser, since plain HTTP allows six connections a host and the seventh tab would freeze. The tab
 * that holds the lock reads and passes on; when it goes, the browser gives the lock to the next one, which reads on after the last
 * exchange that it saw itself. Each tab compares where the reader stood with where it stands: it takes nothing twice, and reads
 * all anew where it missed something.
 */
export function shareStream({ locks, openChannel, read }: SharingParts, { onEvent, onStatus }: StreamHandlers): SharedStream {
  let position: number | undefined
  let status: StreamStatus = 'opening'

  const setStatus = (next: StreamStatus) => {
    if (next === status) return
    status = next
    onStatus(next)
  }

  /** Follows the reader by a step. @returns what this tab knew before, and whether it missed something */
  const follow = ({ before, after }: Step, { startsAnew }: { startsAnew: boolean }) => {
    const known = position
    // Screens that are shown before the first word from the stream may have missed what came until then.
    const hasGap = known === undefined ? status !== 'opening' : before === undefined || before > known
    position = known === undefined || hasGap || startsAnew ? after : Math.max(known, after ?? known)
    if (hasGap) onEvent({ type: 'resync' })
    return { known, hasGap }
  }

  const take = (event: StreamEvent, step: Step) => {
    const { known, hasGap } = follow(step, { startsAnew: event.type === 'opened' && !event.isResumed })
    if (known === undefined ? event.type !== 'opened' : hasGap || event.type !== 'exchange' || event.exchange.id > known)
      onEvent(event)
  }

  /** Reads for all tabs. */
  const lead = (tell: (message: TabMessage) => void) =>
    read(() => position, {
      onEvent: (event) => {
        const step = { before: position, after: toPosition(event, position) }
        take(event, step)
        tell({ kind: 'event', event, step })
      },
      onStatus: (next) => {
        setStatus(next)
        tell({ kind: 'status', status: next, position })
      },
    })

  const handleStatus = (told: StreamStatus, leaders: number | undefined) => {
    if (told === 'opening') return
    if (leaders !== undefined) follow({ before: leaders, after: leaders }, { startsAnew: false })
    setStatus(told)
  }

  let stop: (() => void) | undefined
  const start = () => {
    const timer = setTimeout(() => status === 'opening' && setStatus('reconnecting'), openingMs)
    const end = locks ? join(locks) : lead(() => undefined)
    return () => {
      clearTimeout(timer)
      end()
    }
  }

  const join = (manager: NonNullable<SharingParts['locks']>) => {
    const waiting = new AbortController()
    const channel = openChannel()
    const tell = (message: TabMessage) => channel.postMessage(message)
    let stopLeading: (() => void) | undefined
    channel.onmessage = ({ data }: MessageEvent<TabMessage>) => {
      if (data.kind === 'event') {
        take(data.event, data.step)
        setStatus('live')
      } else if (data.kind === 'status') handleStatus(data.status, data.position)
      else if (stopLeading) tell({ kind: 'status', status, position })
    }
    tell({ kind: 'hello' })
    const leadUntilStopped = () =>
      new Promise<void>((resolve) => {
        if (waiting.signal.aborted) return resolve()
        const stopReading = lead(tell)
        stopLeading = () => {
          stopReading()
          resolve()
        }
      })
    // It fails only where the wait for the lock was given up, by `abort` below.
    manager.request(lockName, { signal: waiting.signal }, leadUntilStopped).catch(() => undefined)
    return () => {
      waiting.abort()
      stopLeading?.()
      channel.close()
    }
  }

  return {
    start: () => {
      stop ??= start()
    },
    stop: () => {
      stop?.()
      stop = undefined
    },
  }
}

/** Where the reader stands after an event. */
function toPosition(event: StreamEvent, before: number | undefined): number | undefined {
  if (event.type === 'exchange') return Math.max(before ?? 0, event.exchange.id)
  if (event.type === 'opened') return event.isResumed ? (before ?? event.after) : event.after
  return before
}
