import { Readable } from 'node:stream'
import { callbackify } from 'node:util'
import { Worker } from 'node:worker_threads'
import type { ExchangeFiles } from '../../storage/exchangeExport.ts'
import type { ExportRun } from './exportRun.ts'

/** Each has a thread and a connection to the database. */
const maxExports = 3
/** For the values of some hundred thousand persons; a worker that needs more ends, and the service goes on. */
const maxHeapMb = 1024

/** Writes files of exchanges on threads of their own, so that the listeners go on answering. */
export interface Exporter {
  /** The file, as fast as it is read; destroying it ends the work. undefined where as many are being written as may be. */
  readonly open: (run: Omit<ExportRun, 'files'>) => Readable | undefined
  /** How many are being written. */
  readonly count: () => number
  /** Ends all of them. */
  readonly stop: () => Promise<void>
}

/** @param worker the worker's entry, built or not */
export function createExporter({ files, worker: entry }: { files: ExchangeFiles; worker: URL }): Exporter {
  const open = new Set<Readable>()

  const start = (run: ExportRun): Readable => {
    const worker = new Worker(entry, { workerData: run, name: 'export', resourceLimits: { maxOldGenerationSizeMb: maxHeapMb } })
    const pieces = new Readable({
      highWaterMark: 256 * 1024,
      read: () => worker.postMessage('next'),
      destroy: (error, done) => callbackify(() => worker.terminate())((failure) => done(failure ?? error)),
    })
    open.add(pieces)
    pieces.on('close', () => open.delete(pieces))
    let isWhole = false
    worker.on('message', (piece: string | null) => {
      isWhole = piece === null
      pieces.push(piece)
    })
    worker.on('error', (error) => pieces.destroy(error))
    // Half a file must not look like a whole one.
    worker.on('exit', () => !isWhole && !pieces.destroyed && pieces.destroy(new Error('The export has ended early.')))
    return pieces
  }

  return {
    open: (run) => (open.size < maxExports ? start({ files, ...run }) : undefined),
    count: () => open.size,
    stop: async () => {
      await Promise.all([...open].map((pieces) => new Promise((resolve) => pieces.once('close', resolve).destroy())))
    },
  }
}
