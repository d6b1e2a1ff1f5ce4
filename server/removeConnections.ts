import { setTimeout as wait } from 'node:timers/promises'
import type { ConnectionContents } from '#contract/connection.ts'
import type { Service } from './service.ts'
import type { StoredConnection } from './storage/connectionStore.ts'

/** What is removed before requests have their turn again: about a millisecond's work. */
const sliceSize = 50
/** A slice takes no more than this share of the time: where it takes longer, the pause after it is longer. */
const removeShare = 0.2
/** The shortest pause. */
const pauseMs = 4
/** A request that was let in before, and held by a fault, may be written down as late as this. */
const lateMs = 10 * 60_000
/** How often what came late is looked for. */
const passMs = 5 * 60_000

/** Removes connections: nobody finds one from the first moment on, and what it had goes bit by bit, across restarts too. */
export interface ConnectionRemover {
  readonly remove: (connection: StoredConnection) => ConnectionContents
  /** Goes on with what an earlier run left, and looks for it again every few minutes. */
  readonly start: () => void
  /** Resolves when nothing is left of the removed connections but what may still come late. */
  readonly settled: () => Promise<void>
  /** Ends after the slice under way. */
  readonly stop: () => Promise<void>
}

/** @see ConnectionRemover */
export function createConnectionRemover(service: Service): ConnectionRemover {
  const { connections, inTransaction } = service.stores
  const { removal } = connections
  const stopping = new AbortController()
  const { signal } = stopping

  const empty = async (connectionId: number): Promise<void> => {
    while (!signal.aborted) {
      const startedMs = performance.now()
      if (!inTransaction(() => removal.removeSome(connectionId, sliceSize))) return
      const tookMs = performance.now() - startedMs
      await wait(Math.max(pauseMs, tookMs / removeShare - tookMs), undefined, { signal })
    }
  }

  const pass = async (): Promise<void> => {
    for (const { id, removedAt } of removal.listBegun()) {
      await empty(id)
      if (!signal.aborted && Date.parse(service.now()) - Date.parse(removedAt) > lateMs) removal.finish(id)
    }
  }

  let running: Promise<void> = Promise.resolve()
  const run = () => {
    running = running.then(pass).catch((error: unknown) => {
      if (!signal.aborted) service.log(error)
    })
  }
  let timer: NodeJS.Timeout | undefined

  return {
    remove: (connection) => {
      const contents = inTransaction(() => {
        const counted = removal.count(connection.id)
        removal.begin(connection.id, service.now())
        return counted
      })
      service.tokens.reload()
      service.faults.disarmAll(connection.slug)
      service.events.publish({ type: 'connectionRemoved', connection: connection.slug })
      run()
      return contents
    },
    start: () => {
      run()
      timer = setInterval(run, passMs).unref()
    },
    settled: () => running,
    stop: () => {
      clearInterval(timer)
      stopping.abort()
      return running
    },
  }
}
