import { join } from 'node:path'
import { listen } from '../../server/listen.ts'
import { writeReply } from '../../server/monitor/arrival.ts'
import { createRecorder, type Recorder, type Task } from '../../server/monitor/recordExchange.ts'
import { createScimServer } from '../../server/scim/scimServer.ts'
import { createSearch } from '../../server/search.ts'
import { openDatabase } from '../../server/storage/openDatabase.ts'
import type { Stores } from '../../server/storage/stores.ts'
import { aService } from '../support/aService.ts'

/**
 * The SCIM listener put together from the product's own parts, with its recorder or with one that drops each row: what lies between
 * the two is the price of recording. `composed.ts DIR recording|dropping`; prints its port.
 */
const [dir = '', recording] = process.argv.slice(2)
const files = { database: join(dir, 'rollcall.db'), text: join(dir, 'rollcall-text.db') }
const service = aService({ db: openDatabase(files.database), now: () => new Date().toISOString() })
service.tokens.setEnvironmentToken(1, process.env['ROLLCALL_TOKEN'] ?? '')

const searchEntry = new URL('../../server/searchWorker.ts', import.meta.url)
const recorder =
  recording === 'recording'
    ? createRecorder(service, createSearch(files, { entry: searchEntry }).wake)
    : createDropping(service.stores)
const address = await listen(createScimServer(service, recorder), { host: '127.0.0.1', port: 0, option: '--scim-port' })
process.stdout.write(`${address.slice(address.lastIndexOf(':') + 1)}\n`)

/** Answers as the recorder does, those together that arrive together and each write in a savepoint of its own, and keeps no row. */
function createDropping(stores: Stores): Recorder {
  let waiting: { readonly task: Task; readonly tell: (outcome: () => ReturnType<typeof writeReply>) => void }[] = []

  const attempt = (work: () => ReturnType<typeof writeReply>) => {
    try {
      const reply = work()
      return () => reply
    } catch (error) {
      return () => {
        throw error
      }
    }
  }
  const answerTogether = () => {
    const batch = waiting
    waiting = []
    const isWrite = batch.some(({ task }) => task.kind === 'write')
    const outcomes = (isWrite ? stores.inTransaction : stores.inSnapshot)(() =>
      batch.map(({ task }) =>
        attempt(() => (isWrite ? stores.inTransaction(() => writeReply(task.work())) : writeReply(task.work()))),
      ),
    )
    for (const [index, { tell }] of batch.entries()) {
      const outcome = outcomes[index]
      if (outcome) tell(outcome)
    }
  }
  return {
    record: () => {},
    answer: (task) =>
      new Promise((resolve, reject) => {
        const tell = (outcome: () => ReturnType<typeof writeReply>) => {
          try {
            resolve(outcome())
          } catch (error) {
            reject(error)
          }
        }
        waiting.push({ task, tell })
        if (waiting.length === 1) setImmediate(answerTogether)
      }),
    flush: () => {},
    stop: () => {},
  }
}
