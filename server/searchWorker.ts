import { parentPort, workerData } from 'node:worker_threads'
import { assertNever } from './protocol/assertNever.ts'
import type { SearchFiles, SearchQuestion, SearchReply, SearchRequest } from './search.ts'
import { openExchangeSearch } from './storage/exchangeSearch.ts'

/** How many exchanges are made findable between two looks at what else is to do. */
const sliceSize = 200
/** How often what was removed is taken out. It is not found meanwhile either. */
const pruneMs = 10 * 60_000

// Given by `createSearch`, in this same program.
const search = openExchangeSearch(workerData as SearchFiles)
search.prune()
setInterval(search.prune, pruneMs).unref()
let isIndexing = false

const indexSlice = (): void => {
  isIndexing = search.indexNext(sliceSize) === sliceSize
  if (isIndexing) setImmediate(indexSlice)
}

const answer = (question: SearchQuestion): unknown => {
  switch (question.kind) {
    case 'list':
      // What arrived last can be found as well.
      if (question.query.text !== undefined) while (search.indexNext(sliceSize) > 0);
      return search.list(question.connectionId, question.query)
    case 'density':
      return search.density(question.connectionId, question.query)
    default:
      return assertNever(question)
  }
}

const tryToAnswer = (id: number, question: SearchQuestion): SearchReply => {
  try {
    return { id, result: answer(question) }
  } catch (error) {
    return { id, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

parentPort?.on('message', (request: SearchRequest) => {
  switch (request.kind) {
    case 'wake':
      if (!isIndexing) indexSlice()
      return
    case 'ask':
      parentPort?.postMessage(tryToAnswer(request.id, request.question))
      return
    case 'stop':
      search.close()
      parentPort?.close()
  }
})
