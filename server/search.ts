import { Worker } from 'node:worker_threads'
import type { ExchangePage } from '#contract/exchange.ts'
import type { ExchangeListQuery } from './storage/exchangeStore.ts'

/** The databases of a data folder: the service's own, and the full text made from it. */
export interface SearchFiles {
  readonly database: string
  readonly text: string
}

/** What the thread is asked. */
export type SearchRequest =
  | { readonly kind: 'wake' | 'stop' }
  | { readonly kind: 'list'; readonly id: number; readonly connectionId: number; readonly query: ExchangeListQuery }

/** What it answers to `list`. */
export type SearchReply = { readonly id: number; readonly page: ExchangePage } | { readonly id: number; readonly failure: string }

/** Lists exchanges on a thread of its own, where a look at all of them holds nobody up, and makes them findable by their words. */
export interface Search {
  readonly list: (connectionId: number, query: ExchangeListQuery) => Promise<ExchangePage>
  /** New rows are there: they become findable soon. */
  readonly wake: () => void
  readonly stop: () => Promise<void>
}

/** The first rows are seldom looked for within this time, and a service that lives shorter needs no thread. In milliseconds. */
const patienceMs = 1000

interface Waiting {
  readonly resolve: (page: ExchangePage) => void
  readonly reject: (error: Error) => void
}

/** @param worker the thread's entry, built or not */
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
    const started = new Worker(entry, { workerData: files, name: 'search' })
    started.unref()
    started.on('error', fail)
    started.on('exit', () => started === worker && fail(new Error('The search has ended.')))
    started.on('message', (reply: SearchReply) => {
      const asked = waiting.get(reply.id)
      waiting.delete(reply.id)
      if ('page' in reply) asked?.resolve(reply.page)
      else asked?.reject(new Error(reply.failure))
    })
    return started
  }

  const ask = (request: SearchRequest) => {
    worker ??= start()
    worker.postMessage(request)
  }

  return {
    list: (connectionId, query) =>
      new Promise((resolve, reject) => {
        lastId += 1
        waiting.set(lastId, { resolve, reject })
        ask({ kind: 'list', id: lastId, connectionId, query })
      }),
    wake: () => {
      if (timer) return
      timer = setTimeout(
        () => {
          timer = undefined
          ask({ kind: 'wake' })
        },
        worker ? patienceMs / 4 : patienceMs,
      ).unref()
    },
    stop: async () => {
      clearTimeout(timer)
      const ending = worker
      if (!ending) return
      const ended = new Promise((resolve) => ending.once('exit', resolve))
      ask({ kind: 'stop' })
      await ended
    },
  }
}
