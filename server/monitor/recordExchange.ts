import type { ExchangeSummary } from '#contract/exchange.ts'
import type { Service } from '../service.ts'
import type { NewExchange } from '../storage/storedExchange.ts'
import { type Arrival, type Reply, type WrittenReply, writeReply } from './arrival.ts'
import { type Answered, toNewExchange } from './toNewExchange.ts'

/** Rows of reads and refusals wait this long at most, in milliseconds, to share a commit. */
const batchMs = 100
/** Or until this many wait: a larger batch would keep the requests behind it waiting for milliseconds. */
const batchSize = 64
/** Or until the bodies that they hold are this large, all together. */
const batchBytes = 1024 * 1024
/** Rows of requests that nobody let in are the only ones that a stranger can make: they have a budget of their own. */
const unauthenticatedRows = 5_000

/** Has the work of requests done, writes every exchange down and tells the live stream. */
export interface Recorder {
  /** For refusals: the row is written with the next batch. */
  readonly record: (arrival: Arrival, reply: WrittenReply) => void
  /**
   * Requests that arrive together are answered together, in their order and over one state of the database. Writes among them
   * share a commit with all of their rows, each in a savepoint of its own: whatever `work` throws undoes this one alone, and the
   * caller then records the failure. Where there are only reads, their rows are written with the next batch.
   *
   * @returns the reply, once it is certain: that of a write after the commit
   */
  readonly answer: (task: Task) => Promise<WrittenReply>
  /** Writes what waits. */
  readonly flush: () => void
  /** Writes what waits and ends the timer. */
  readonly stop: () => void
}

/** What a request asks for. */
export interface Task {
  readonly kind: 'read' | 'write'
  readonly arrival: Arrival
  readonly work: () => Reply
}

/** A task that waits for its turn. */
interface Waiting extends Task {
  readonly resolve: (reply: WrittenReply) => void
  readonly reject: (error: unknown) => void
}

/** What became of a task: what is to be written down of it, and what tells the caller. */
interface Outcome {
  readonly answered?: Answered
  readonly tell: () => void
}

interface WrittenRow {
  readonly slug: string | null
  readonly summary: ExchangeSummary
}

/**
 * @see Recorder
 * @param onWritten called after each commit with rows
 */
export function createRecorder(service: Service, onWritten: () => void = () => {}): Recorder {
  const { stores } = service
  let tasks: Waiting[] = []
  let rows: Answered[] = []
  let rowBytes = 0
  let unauthenticatedCount = 0
  let tokensFlushedMs = 0
  let timer: NodeJS.Timeout | undefined

  const insert = (exchange: NewExchange, { connection }: Arrival): WrittenRow[] => {
    if (exchange.tokenId === null) unauthenticatedCount += 1
    const id = stores.exchanges.insert(exchange)
    if (!service.events.isHeard()) return []
    return [{ slug: connection?.slug ?? null, summary: stores.exchanges.toSummary({ ...exchange, id }) }]
  }

  /** In the order of completion: what waits comes before what is written now. Only the commit makes it final. */
  const insertWaiting = (): WrittenRow[] => {
    if (performance.now() - tokensFlushedMs > batchMs) {
      service.tokens.flush()
      tokensFlushedMs = performance.now()
    }
    if (unauthenticatedCount > unauthenticatedRows / 10) {
      stores.exchanges.trimUnauthenticated(unauthenticatedRows)
      unauthenticatedCount = 0
    }
    const described = rows.flatMap((answered) => {
      const exchange = describeOrLog(answered)
      return exchange ? [() => insert(exchange, answered.arrival)] : []
    })
    try {
      return stores.inTransaction(() => described.flatMap((write) => write()))
    } catch {
      // One of them cannot be written: each by itself, so that the others, and the writes behind them, do not go with it.
      return described.flatMap(writeOrLog)
    }
  }

  const writeOrLog = (write: () => WrittenRow[]): WrittenRow[] => {
    try {
      return stores.inTransaction(write)
    } catch (error) {
      if (!stores.isInTransaction()) throw error
      service.log(error)
      return []
    }
  }

  /** The replies of these rows have gone out: one that cannot be made must not cost the others theirs. */
  const describeOrLog = (answered: Answered): NewExchange | undefined => {
    try {
      return toNewExchange(service, answered)
    } catch (error) {
      service.log(error)
      return undefined
    }
  }

  const publish = (written: readonly WrittenRow[]) => {
    onWritten()
    for (const { slug, summary } of written) service.events.publish({ type: 'exchange', connection: slug, exchange: summary })
  }

  const settle = () => {
    rows = []
    rowBytes = 0
    clearTimeout(timer)
    timer = undefined
  }

  const flush = () => {
    if (rows.length === 0) return
    try {
      publish(stores.inTransaction(insertWaiting))
    } finally {
      settle()
    }
  }

  const flushInBackground = () => {
    try {
      flush()
    } catch (error) {
      // Nobody waits for these rows any more, and the replies have gone out: all that is left is to say it.
      service.log(error)
    }
  }

  const keepRow = (answered: Answered) => {
    rows.push(answered)
    rowBytes += answered.arrival.bodySizeBytes + (answered.reply.text?.length ?? 0)
    timer ??= setTimeout(flushInBackground, batchMs)
  }

  const isFull = () => rows.length >= batchSize || rowBytes >= batchBytes

  const answerTogether = () => {
    const batch = tasks
    tasks = []
    try {
      if (batch.some(({ kind }) => kind === 'write')) answerWithCommit(batch)
      else answerReads(batch)
    } catch (error) {
      for (const { reject } of batch) reject(error)
    }
  }

  const answerReads = (batch: readonly Waiting[]) => {
    for (const { answered, tell } of stores.inSnapshot(() => batch.map(attempt))) {
      if (answered) keepRow(answered)
      tell()
    }
    // Once these replies have gone out.
    if (isFull()) setImmediate(flushInBackground)
  }

  /** One commit for all of them. No reply leaves before it. */
  const answerWithCommit = (batch: readonly Waiting[]) => {
    const { written, outcomes } = stores.inTransaction(() => {
      const earlier = insertWaiting()
      const done = batch.map(attemptWithRow)
      return { written: [...earlier, ...done.flatMap((outcome) => outcome.written)], outcomes: done }
    })
    settle()
    for (const { tell } of outcomes) tell()
    publish(written)
  }

  const attempt = ({ arrival, work, resolve, reject }: Waiting): Outcome => {
    try {
      const reply = writeReply(work())
      return { answered: { arrival, reply, endedMs: performance.now() }, tell: () => resolve(reply) }
    } catch (error) {
      return { tell: () => reject(error) }
    }
  }

  const attemptWithRow = ({ arrival, work, resolve, reject }: Waiting): Outcome & { readonly written: WrittenRow[] } => {
    try {
      return stores.inTransaction(() => {
        const reply = writeReply(work())
        const exchange = toNewExchange(service, { arrival, reply, endedMs: performance.now() })
        return { written: insert(exchange, arrival), tell: () => resolve(reply) }
      })
    } catch (error) {
      // A full disk undoes all of the transaction, and what came next would be committed by itself.
      if (!stores.isInTransaction()) throw error
      return { written: [], tell: () => reject(error) }
    }
  }

  return {
    record: (arrival, reply) => {
      keepRow({ arrival, reply, endedMs: performance.now() })
      if (isFull()) flushInBackground()
    },
    answer: (task) =>
      new Promise((resolve, reject) => {
        tasks.push({ ...task, resolve, reject })
        if (tasks.length === 1) setImmediate(answerTogether)
      }),
    flush,
    stop: () => {
      try {
        flush()
        stores.inTransaction(() => service.tokens.flush())
      } catch (error) {
        // The rest of the service has to end all the same.
        service.log(error)
      }
    },
  }
}
