import { parentPort, workerData } from 'node:worker_threads'
import { openExchangeReader } from './storage/exchangeExport.ts'
import { exportFile } from './support/export/exportFile.ts'
import type { ExportRun } from './support/export/exportRun.ts'

// Given by `createExporter`, in this same program.
const run = workerData as ExportRun
const reader = openExchangeReader(run.files)
const pieces = exportFile(run, () => reader.read(run.connection.id, run.query))

// One piece for each time that the other side asks: whoever does not read stops the work.
parentPort?.on('message', () => {
  const { done, value } = pieces.next()
  parentPort?.postMessage(done ? null : value)
  if (!done) return
  reader.close()
  parentPort?.close()
})
