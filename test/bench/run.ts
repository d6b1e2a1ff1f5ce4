import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildIfStale } from '../../tools/buildIfStale.ts'
import { simulateMonth } from '../month/simulateMonth.ts'
import { measureEndpoint } from './endpoint.ts'
import { measureMonitor } from './monitor.ts'
import { measureRecording } from './recording.ts'
import { measureScreen } from './screen.ts'

// `npm run bench -- [endpoint] [recording] [monitor] [screen] [--large] [--month DIR]`: those parts, or all of them. With
// `--month` a copy of the month in that folder is taken (`npm run month` makes one), else one is made for this run.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { large: { type: 'boolean', default: false }, month: { type: 'string' } },
})

let hasMonth = false
const monthDir = mkdtempSync(join(tmpdir(), 'rollcall-month-'))

/** The folder with a month of 100,000 exchanges; filled when it is first asked for. */
const getMonth = async (): Promise<string> => {
  if (hasMonth) return monthDir
  hasMonth = true
  if (values.month !== undefined) {
    cpSync(values.month, monthDir, { recursive: true })
    return monthDir
  }
  const startedMs = performance.now()
  const { sent } = await simulateMonth({ dataDir: monthDir, count: 100_000, seed: 1, until: new Date() })
  console.log(`A month of ${sent} exchanges in ${Math.round((performance.now() - startedMs) / 1000)} s`)
  return monthDir
}

const parts: Readonly<Record<string, () => Promise<object>>> = {
  endpoint: () => measureEndpoint([2_000, 100_000, ...(values.large ? [1_000_000] : [])]),
  recording: measureRecording,
  monitor: async () => measureMonitor(await getMonth()),
  screen: async () => measureScreen(await getMonth()),
}

await buildIfStale()
const results: Record<string, object> = {}
try {
  for (const name of positionals.length > 0 ? positionals : Object.keys(parts)) {
    const part = parts[name]
    if (!part) throw new Error(`There is no part ${name}: ${Object.keys(parts).join(', ')}.`)
    // What else the machine does at the time is part of each figure.
    console.log(`\n${name}, at a load average of ${loadavg()[0]?.toFixed(1)}`)
    results[name] = await part()
  }
  mkdirSync('test-results', { recursive: true })
  writeFileSync('test-results/bench.json', `${JSON.stringify(results, null, 2)}\n`)
} finally {
  rmSync(monthDir, { recursive: true, force: true })
}
