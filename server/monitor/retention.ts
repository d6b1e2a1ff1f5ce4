import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises'
import type { Retention as Limits } from '#contract/connection.ts'
import type { Clearing, StoredAmount } from '#contract/exchange.ts'
import type { Service } from '../service.ts'
import type { StoredConnection } from '../storage/connectionStore.ts'
import type { RemovalQuery, RetainedExchange } from '../storage/exchangeRetention.ts'

/** How often the limits are held, in milliseconds. */
const passMs = 60_000
/** A start has other things to do first. */
const firstPassMs = 5_000
/** A clearing is undone within this time: what the screen offers, and a little more for the way. */
const undoMs = 15_000
/** Rows looked at, and rows removed, before requests have their turn again: each takes about a millisecond. */
const lookSlice = 1000
const removeSlice = 50
/** A slice of removing takes no more than this share of the time: where it takes longer, the pause after it is longer. */
const removeShare = 0.1
/** The shortest pause. */
const pauseMs = 8
const dayMs = 24 * 60 * 60_000

/** Keeps what is stored within the limits of each connection, and removes what was cleared. */
export interface Retention {
  /** Takes all that is not pinned out of the list at once; it is removed when it can no longer be undone. */
  readonly clear: (connectionId: number, upTo: number) => Clearing
  /** @returns false where it is too late */
  readonly undo: (connectionId: number) => boolean
  readonly measure: (connectionId: number) => Promise<StoredAmount>
  /** Holds all limits once. */
  readonly run: () => Promise<void>
  /** From now on every minute. */
  readonly start: () => void
  /** Ends after the slice under way. */
  readonly stop: () => Promise<void>
}

/** @param listProofIds the exchanges that a connection's setup rests on: what is verified stays verified, whatever is cleared or old */
export function createRetention(
  service: Service,
  { listProofIds }: { readonly listProofIds: (connection: StoredConnection) => number[] },
): Retention {
  const { connections, exchangeClearing: clearing, exchangeRetention: retention, inTransaction } = service.stores
  const stopping = new AbortController()
  const { signal } = stopping
  const msAgo = (ms: number) => new Date(Date.parse(service.now()) - ms).toISOString()

  /** Newest first, in slices. */
  async function* walk(connectionId: number | null): AsyncGenerator<RetainedExchange> {
    let before = Number.MAX_SAFE_INTEGER
    while (!signal.aborted) {
      const slice = retention.listBefore(connectionId, before, lookSlice)
      yield* slice
      const last = slice.at(-1)
      if (!last || slice.length < lookSlice) return
      before = last.id
      await nextTurn()
    }
  }

  /**
   * The newest exchange that goes with all before it; 0 where none does. One that is too old goes only where no younger one stands before
   * it: a clock that was wrong for a while must not cost what arrived earlier.
   */
  const findCut = async (connectionId: number | null, { maxAgeDays, maxCount, maxSizeMb }: Limits): Promise<number> => {
    const oldestAt = maxAgeDays === null ? '' : msAgo(maxAgeDays * dayMs)
    const maxBytes = maxSizeMb === null ? Number.POSITIVE_INFINITY : maxSizeMb * 1024 * 1024
    let count = 0
    let sizeBytes = 0
    let tooOldId = 0
    for await (const { id, receivedAt, ...exchange } of walk(connectionId)) {
      count += 1
      sizeBytes += exchange.sizeBytes
      tooOldId = receivedAt < oldestAt ? tooOldId || id : 0
      if (count > (maxCount ?? count) || sizeBytes > maxBytes) return tooOldId || id
    }
    // A walk that was stopped has not seen what stands before.
    return signal.aborted ? 0 : tooOldId
  }

  const remove = async (query: Omit<RemovalQuery, 'limit'>): Promise<void> => {
    if (query.upTo === 0) return
    while (!signal.aborted) {
      const startedMs = performance.now()
      const removed = inTransaction(() => retention.removeOldest({ ...query, limit: removeSlice }))
      if (removed < removeSlice) return
      const tookMs = performance.now() - startedMs
      await wait(Math.max(pauseMs, tookMs / removeShare - tookMs), undefined, { signal })
    }
  }

  const holdLimits = async (): Promise<void> => {
    const all = connections.list()
    for (const connection of all) {
      const { id, settings } = connection
      const clearedTo = clearing.clearedForGood(id, msAgo(undoMs))
      const cut = await findCut(id, settings.retention)
      if (clearedTo === 0 && cut === 0) continue
      const spared = listProofIds(connection)
      await remove({ connectionId: id, upTo: clearedTo, clearedTo, spared })
      await remove({ connectionId: id, upTo: cut, spared })
    }
    await holdUnnamed(all)
  }

  /** Those without a connection are in every list: they go when the last one lets them go. Their number has a limit of its own. */
  const holdUnnamed = async (all: readonly StoredConnection[]): Promise<void> => {
    const clearedTo = Math.min(...all.map(({ id }) => clearing.clearedForGood(id, msAgo(undoMs))))
    await remove({ connectionId: null, upTo: clearedTo, clearedTo, spared: [] })
    const ages = all.map(({ settings }) => settings.retention.maxAgeDays ?? Number.POSITIVE_INFINITY)
    const longest = Math.max(...ages)
    const maxAgeDays = Number.isFinite(longest) ? longest : null
    const cut = await findCut(null, { maxAgeDays, maxCount: null, maxSizeMb: null })
    await remove({ connectionId: null, upTo: cut, spared: [] })
  }

  let running: Promise<void> = Promise.resolve()
  const run = () => {
    running = running.then(holdLimits).catch((error: unknown) => {
      if (!signal.aborted) service.log(error)
    })
    return running
  }
  let timers: readonly NodeJS.Timeout[] = []

  return {
    clear: (connectionId, upTo) => clearing.clear(connectionId, upTo, service.now()),
    undo: (connectionId) => clearing.undo(connectionId, msAgo(undoMs)),
    measure: async (connectionId) => {
      let count = 0
      let sizeBytes = 0
      let oldestAt: string | null = null
      for (const id of [connectionId, null]) {
        for await (const exchange of walk(id)) {
          count += 1
          sizeBytes += exchange.sizeBytes
          if (oldestAt === null || exchange.receivedAt < oldestAt) oldestAt = exchange.receivedAt
        }
      }
      return { count, sizeBytes, oldestAt, pinnedCount: retention.countPinned(connectionId) }
    },
    run,
    start: () => {
      timers = [setTimeout(() => void run(), firstPassMs), setInterval(() => void run(), passMs)]
      for (const timer of timers) timer.unref()
    },
    stop: async () => {
      for (const timer of timers) clearTimeout(timer)
      stopping.abort()
      await running
    },
  }
}
