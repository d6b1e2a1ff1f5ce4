import { Worker } from 'node:worker_threads'
import type { Density, ExchangePage } from '#contract/exchange.ts'
import type { LearnerPage, LearnerQuery } from '#contract/learner.ts'
import type { ExchangeCount } from './storage/exchangeCount.ts'
import type { DensityQuery } from './storage/exchangeDensity.ts'
import type { FailureCounts } from './storage/failureTrends.ts'
import type { ExchangeListQuery, FailureRow } from './storage/storedExchange.ts'

/** The databases of a data folder: the service's own, and the full text made from it. */
export interface SearchFiles {
  readonly database: string
  readonly text: string
}

/** What may take a look at all exchanges, or at all learners. */
export type SearchQuestion =
  | { readonly kind: 'list'; readonly connectionId: number; readonly query: ExchangeListQuery }
  | { readonly kind: 'density' | 'trends'; readonly connectionId: number; readonly query: DensityQuery }
  | { readonly kind: 'failures' | 'count'; readonly connectionId: number }
  | { readonly kind: 'learners'; readonly connectionId: number; readonly query: LearnerQuery }

/** What the thread is told. */
export type SearchRequest =
  | { readonly kind: 'wake' | 'stop' }
  | { readonly kind: 'ask'; readonly id: number; readonly question: SearchQuestion }

/** What it answers when it is asked. */
export type SearchReply = { readonly id: number; readonly result: unknown } | { readonly id: number; readonly failure: string }

/** Lists and counts exchanges, and finds learners, on a thread of its own, where a look at all of them holds nobody up, and makes exchanges findable by their words. */
export interface Search {
  readonly list: (connectionId: number, query: ExchangeListQuery) => Promise<ExchangePage>
  readonly density: (connectionId: number, query: DensityQuery) => Promise<Density>
  readonly failures: (connectionId: number) => Promise<FailureRow[]>
  readonly count: (connectionId: number) => Promise<ExchangeCount>
  readonly learners: (connectionId: number, query: LearnerQuery) => Promise<LearnerPage>
  readonly trends: (connectionId: number, query: DensityQuery) => Promise<FailureCounts>
  /** New rows are there: they become findable once it is quiet. */
  readonly wake: () => void
  readonly stop: () => Promise<void>
}

/** Rows become findable once none has arrived for this long, so that a burst of requests has the processor for itself. In milliseconds. */
const quietMs = 1000
/** Or at the latest so long after the first of them; whoever looks for words before has them taken in first. */
const latestMs = 30_000

/** It holds a page of a list, or one exchange, and never many. */
const maxHeapMb = 128

interface Waiting {
  readonly resolve: (result: unknown) => void
  readonly reject: (error: Error) => void
}

/** After a failure the thread is not started again for this long: what has failed once mostly fails again. */
const restMs = 10_000
/** What is under way is not worth more than this at the end. */
const stopPatienceMs = 2_000

/** @param entry of the thread, built or not */
export function createSearch(
  files: SearchFiles,
  { entry, log = () => {} }: { readonly entry: URL; readonly log?: (error: unknown) => void },
): Search {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | undefined
  let timer: NodeJS.Timeout | undefined
  let firstWakeMs: number | undefined
  let lastId = 0
  let failedMs = Number.NEGATIVE_INFINITY
  let isStopped = false

  const fail = (error: Error) => {
    log(error)
    worker = undefined
    failedMs = performance.now()
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }

  const start = (): Worker => {
    const started = new Worker(entry, {
      workerData: files,
      name: 'search',
      resourceLimits: { maxOldGenerationSizeMb: maxHeapMb },
    })
    started.unref()
    started.on('error', fail)
    started.on('exit', () => started === worker && fail(new Error('The search has ended.')))
    started.on('message', (reply: SearchReply) => {
      const asked = waiting.get(reply.id)
      waiting.delete(reply.id)
      if ('result' in reply) asked?.resolve(reply.result)
      else asked?.reject(new Error(reply.failure))
    })
    return started
  }

  const tell = (request: SearchRequest) => {
    worker ??= start()
    worker.postMessage(request)
  }

  const ask = (question: SearchQuestion): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (isStopped) return reject(new Error('The search has ended.'))
      lastId += 1
      waiting.set(lastId, { resolve, reject })
      tell({ kind: 'ask', id: lastId, question })
    })

  const wakeNow = () => {
    firstWakeMs = undefined
    if (performance.now() - failedMs > restMs) tell({ kind: 'wake' })
  }

  return {
    // The thread answers each question with what it was asked for.
    list: (connectionId, query) => ask({ kind: 'list', connectionId, query }) as Promise<ExchangePage>,
    density: (connectionId, query) => ask({ kind: 'density', connectionId, query }) as Promise<Density>,
    failures: (connectionId) => ask({ kind: 'failures', connectionId }) as Promise<FailureRow[]>,
    count: (connectionId) => ask({ kind: 'count', connectionId }) as Promise<ExchangeCount>,
    learners: (connectionId, query) => ask({ kind: 'learners', connectionId, query }) as Promise<LearnerPage>,
    trends: (connectionId, query) => ask({ kind: 'trends', connectionId, query }) as Promise<FailureCounts>,
    wake: () => {
      if (isStopped) return
      const now = performance.now()
      firstWakeMs ??= now
      clearTimeout(timer)
      timer = setTimeout(wakeNow, Math.max(0, Math.min(quietMs, firstWakeMs + latestMs - now))).unref()
    },
    stop: async () => {
      isStopped = true
      clearTimeout(timer)
      const ending = worker
      worker = undefined
      for (const { reject } of waiting.values()) reject(new Error('The search has ended.'))
      waiting.clear()
      if (!ending) return
      // Nothing else may be left that keeps the process until the thread has ended.
      ending.ref()
      const impatience = setTimeout(() => void ending.terminate(), stopPatienceMs)
      await new Promise((resolve) => ending.once('exit', resolve).postMessage({ kind: 'stop' } satisfies SearchRequest))
      clearTimeout(impatience)
    },
  }
}
