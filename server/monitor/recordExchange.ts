import type { ExchangeSummary } from '#contract/exchange.ts'
import type { Service } from '../service.ts'
import type { NewExchange } from '../storage/exchangeStore.ts'
import type { Arrival, Reply } from './arrival.ts'
import { toNewExchange } from './toNewExchange.ts'

/** Rows of reads and refusals wait this long at most, in milliseconds, to share a commit. */
const batchMs = 100
/** Or until this many wait: a larger batch would keep the requests behind it waiting for milliseconds. */
const batchSize = 64
/** Rows of requests that nobody let in are the only ones that a stranger can make: they have a budget of their own. */
const unauthenticatedRows = 5_000

/** Writes every exchange down and tells the live stream. */
export interface Recorder {
  /** For reads and refusals, whose rows are written in batches. */
  readonly record: (arrival: Arrival, reply: Reply) => void
  /**
   * For writes: does the work, writes its exchange and commits both at once. Writes that arrive together share a commit,
   * each in a savepoint of its own: whatever `work` throws undoes this one alone, and the caller then records the failure.
   *
   * @returns the reply, once it is certain: after the commit
   */
  readonly recordWrite: (arrival: Arrival, work: () => Reply) => Promise<Reply>
  /** Writes what waits. */
  readonly flush: () => void
  /** Writes what waits and ends the timer. */
  readonly stop: () => void
}

/** A write that waits for its turn. */
interface Write {
  readonly arrival: Arrival
  readonly work: () => Reply
  readonly resolve: (reply: Reply) => void
  readonly reject: (error: unknown) => void
}

/** @see Recorder */
export function createRecorder(service: Service): Recorder {
  const { stores } = service
  let waiting: { slug: string | null; exchange: NewExchange }[] = []
  let writes: Write[] = []
  let unauthenticatedCount = 0
  let tokensFlushedMs = 0
  let timer: NodeJS.Timeout | undefined

  /** In the order of completion: what waits comes before what is written now. Only the commit makes it final. */
  const insertAll = (entries: typeof waiting): { slug: string | null; summary: ExchangeSummary }[] => {
    if (performance.now() - tokensFlushedMs > batchMs) {
      service.tokens.flush()
      tokensFlushedMs = performance.now()
    }
    unauthenticatedCount += entries.filter(({ exchange }) => exchange.tokenId === null).length
    if (unauthenticatedCount > unauthenticatedRows / 10) {
      stores.exchanges.trimUnauthenticated(unauthenticatedRows)
      unauthenticatedCount = 0
    }
    return entries.map(({ slug, exchange }) => ({
      slug,
      summary: stores.exchanges.toSummary({ ...exchange, id: stores.exchanges.insert(exchange) }),
    }))
  }

  const publish = (written: ReturnType<typeof insertAll>) => {
    for (const { slug, summary } of written) service.events.publish({ type: 'exchange', connection: slug, exchange: summary })
  }

  const settle = () => {
    waiting = []
    clearTimeout(timer)
    timer = undefined
  }

  const flush = () => {
    const entries = waiting
    settle()
    if (entries.length === 0) return
    publish(stores.inTransaction(() => insertAll(entries)))
  }

  const flushInBackground = () => {
    try {
      flush()
    } catch (error) {
      // Nobody waits for these rows any more, and the replies have gone out: all that is left is to say it.
      service.log(error)
    }
  }

  /** One commit for all writes that have arrived by now. No reply leaves before it. */
  const commitWrites = () => {
    const batch = writes
    writes = []
    try {
      const { written, outcomes } = stores.inTransaction(() => {
        const earlier = insertAll(waiting)
        const done = batch.map(attempt)
        return { written: [...earlier, ...done.flatMap((outcome) => outcome.written)], outcomes: done }
      })
      settle()
      publish(written)
      for (const { settleWrite } of outcomes) settleWrite()
    } catch (error) {
      for (const { reject } of batch) reject(error)
    }
  }

  const attempt = ({ arrival, work, resolve, reject }: Write) => {
    try {
      const { reply, written } = stores.inTransaction(() => {
        const done = work()
        const own = { slug: arrival.connection?.slug ?? null, exchange: toNewExchange(service, arrival, done) }
        return { reply: done, written: insertAll([own]) }
      })
      return { written, settleWrite: () => resolve(reply) }
    } catch (error) {
      return { written: [], settleWrite: () => reject(error) }
    }
  }

  return {
    record: (arrival, reply) => {
      waiting.push({ slug: arrival.connection?.slug ?? null, exchange: toNewExchange(service, arrival, reply) })
      if (waiting.length >= batchSize) flushInBackground()
      else timer ??= setTimeout(flushInBackground, batchMs)
    },
    recordWrite: (arrival, work) =>
      new Promise((resolve, reject) => {
        writes.push({ arrival, work, resolve, reject })
        if (writes.length === 1) setImmediate(commitWrites)
      }),
    flush,
    stop: () => {
      flush()
      stores.inTransaction(() => service.tokens.flush())
    },
  }
}
