import { parentPort, workerData } from 'node:worker_threads'
import { assertNever } from './protocol/assertNever.ts'
import type { SearchFiles, SearchQuestion, SearchReply, SearchRequest } from './search.ts'
import { openExchangeSearch } from './storage/exchangeSearch.ts'

/** How many exchanges are made findable between two looks at what else is to do. */
const sliceSize = 200
/** How often what was removed is taken out. It is not found meanwhile either. */
const pruneMs = 10 * 60_000

type Asked = Extract<SearchRequest, { kind: 'ask' }>

// Given by `createSearch`, in this same program.
const search = openExchangeSearch(workerData as SearchFiles)
search.prune()
setInterval(search.prune, pruneMs).unref()
let isIndexing = false
/** Questions for words wait until what arrived before them can be found. */
let waiting: Asked[] = []

/** The thread ends by it; where the full text is damaged, the next one finds none and makes it anew. */
const fail = (error: unknown): never => {
  if (error instanceof Error && 'code' in error && /^SQLITE_(CORRUPT|NOTADB)/.test(String(error.code))) search.discard()
  throw error
}

const indexSlice = (): void => {
  try {
    isIndexing = search.indexNext(sliceSize) === sliceSize
  } catch (error) {
    fail(error)
  }
  if (isIndexing) return void setImmediate(indexSlice)
  const asked = waiting
  waiting = []
  for (const one of asked) reply(one)
}

const index = (): void => {
  if (!isIndexing) indexSlice()
}

const answer = (question: SearchQuestion): unknown => {
  switch (question.kind) {
    case 'list':
      return search.list(question.connectionId, question.query)
    case 'density':
      return search.density(question.connectionId, question.query)
    case 'failures':
      return search.failures(question.connectionId)
    case 'count':
      return search.count(question.connectionId)
    case 'learners':
      return search.learners(question.connectionId, question.query)
    case 'trends':
      return search.trends(question.connectionId, question.query)
    default:
      return assertNever(question)
  }
}

const tryToAnswer = ({ id, question }: Asked): SearchReply => {
  try {
    return { id, result: answer(question) }
  } catch (error) {
    setImmediate(fail, error)
    return { id, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

const reply = (asked: Asked): void => parentPort?.postMessage(tryToAnswer(asked))

parentPort?.on('message', (request: SearchRequest) => {
  switch (request.kind) {
    case 'wake':
      index()
      return
    case 'ask':
      if (request.question.kind !== 'list' || request.question.query.text === undefined) return reply(request)
      waiting.push(request)
      index()
      return
    case 'stop':
      search.close()
      process.exit()
  }
})
