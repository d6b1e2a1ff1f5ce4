import { mkdirSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { simulateMonth } from './simulateMonth.ts'

// `npm run month -- DIR [--count 100000] [--seed 1] [--until 2026-11-20T12:00:00Z]`: a month of traffic into a data folder.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    until: { type: 'string' },
  },
})
const [dataDir] = positionals
if (dataDir === undefined) throw new Error('Which folder? npm run month -- DIR')
mkdirSync(dataDir, { recursive: true })
const startedMs = performance.now()
const report = await simulateMonth({
  dataDir,
  count: Number(values.count),
  seed: Number(values.seed),
  until: values.until === undefined ? new Date() : new Date(values.until),
  onProgress: (sent) => process.stdout.write(`${sent} sent\n`),
})
const seconds = (performance.now() - startedMs) / 1000
process.stdout.write(`${report.sent} requests in ${seconds.toFixed(1)} s; by status: ${JSON.stringify(report.byStatus)}\n`)
