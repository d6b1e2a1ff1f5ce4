import { Worker } from 'node:worker_threads'
import type { Density, ExchangePage } from '#contract/exchange.ts'
import type { DensityQuery } from './storage/exchangeDensity.ts'
import type { ExchangeListQuery } from './storage/exchangeStore.ts'

/** The databases of a data folder: the service's own, and the full text made from it. */
export interface SearchFiles {
  readonly database: string
  readonly text: string
}

/** What may take a look at all exchanges. */
export type SearchQuestion =
  | { readonly kind: 'list'; readonly connectionId: number; readonly query: ExchangeListQuery }
  | { readonly kind: 'density'; readonly connectionId: number; readonly query: DensityQuery }

/** What the thread is told. */
export type SearchRequest =
  | { readonly kind: 'wake' | 'stop' }
  | { readonly kind: 'ask'; readonly id: number; readonly question: SearchQuestion }

/** What it answers when it is asked. */
export type SearchReply = { readonly id: number; readonly result: unknown } | { readonly id: number; readonly failure: string }

/** Lists and counts exchanges on a thread of its own, where a look at all of them holds nobody up, and makes them findable by their words. */
export interface Search {
  readonly list: (connectionId: number, query: ExchangeListQuery) => Promise<ExchangePage>
  readonly density: (connectionId: number, query: DensityQuery) => Promise<Density>
  /** New rows are there: they become findable soon. */
  readonly wake: () => void
  readonly stop: () => Promise<void>
}

/** The first rows are seldom looked for within this time, and a service that lives shorter needs no thread. In milliseconds. */
const patienceMs = 1000

/** It holds a page of a list, or one exchange, and never many. */
const maxHeapMb = 128

interface Waiting {
  readonly resolve: (result: unknown) => void
  readonly reject: (error: Error) => void
}

/** @param entry of the thread, built or not */
export function createSearch(files: SearchFiles, entry: URL): Search {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | undefined
  let timer: NodeJS.Timeout | undefined
  let lastId = 0

  const fail = (error: Error) => {
    worker = undefined
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
      lastId += 1
      waiting.set(lastId, { resolve, reject })
      tell({ kind: 'ask', id: lastId, question })
    })

  const wakeNow = () => {
    timer = undefined
    tell({ kind: 'wake' })
  }

  return {
    // The thread answers each question with what it was asked for.
    list: (connectionId, query) => ask({ kind: 'list', connectionId, query }) as Promise<ExchangePage>,
    density: (connectionId, query) => ask({ kind: 'density', connectionId, query }) as Promise<Density>,
    wake: () => {
      timer ??= setTimeout(wakeNow, worker ? patienceMs / 4 : patienceMs).unref()
    },
    stop: async () => {
      clearTimeout(timer)
      if (!worker) return
      // Nothing else may be left that keeps the process alive until it has.
      worker.ref()
      const ended = new Promise((resolve) => worker?.once('exit', resolve))
      tell({ kind: 'stop' })
      await ended
    },
  }
}
