import { parseArgs } from 'node:util'
import { collectGarbage } from './collectGarbage.ts'
import { startHostileService } from './hostileService.ts'
import { type FuzzReport, runFuzz } from './runFuzz.ts'
import { runSecrets } from './runSecrets.ts'

// The long form: `npm run fuzz -- [--seed 1] [--count 100000] [--from 0]`. The same seed sends the same requests.
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '100000' },
    from: { type: 'string', default: '0' },
  },
})
const seed = Number(values.seed)
const from = Number(values.from)
const to = from + Number(values.count)
const warmUp = Math.min(to, from + 10_000)

/** What the process may hold more at the end than after its warm-up, in MiB: SQLite's page caches, of the service and of its search. */
const statedCachesMiB = 32 + 8 + 2
const say = (line: string) => void process.stdout.write(`${line}\n`)
const toMiB = (bytes: number | undefined) => (bytes === undefined ? undefined : Math.round(bytes / 2 ** 20))

const service = await startHostileService({ NODE_OPTIONS: '--inspect=127.0.0.1:0' })
/** Without what is garbage already: when V8 clears it away is its own affair. */
const measure = async () => {
  const untidied = toMiB(service.readResidentBytes())
  await collectGarbage(service.spawned)
  return { untidied, tidied: toMiB(service.readResidentBytes()) }
}
try {
  const onProgress = (sent: number) => say(`${sent} sent, ${toMiB(service.readResidentBytes()) ?? '?'} MiB resident`)
  const start = await measure()
  const warm = await runFuzz(service, { seed, from, to: warmUp, onProgress })
  const before = await measure()
  const main = await runFuzz(service, { seed, from: warmUp, to, onProgress })
  const after = await measure()
  const { integrity, complaints } = await service.stop()

  for (const report of [warm, main]) tell(report)
  for (const [when, { untidied, tidied }] of Object.entries({
    'at the start': start,
    'after the warm-up': before,
    'at the end': after,
  }))
    say(`resident ${when}: ${untidied} MiB, ${tidied} MiB without garbage`)
  say(`integrity_check: ${integrity}`)
  if (complaints.length > 0) say(`the service said:\n${complaints.slice(0, 60).join('\n')}`)
  const hasGrown = before.tidied !== undefined && after.tidied !== undefined && after.tidied > before.tidied + statedCachesMiB
  if (hasGrown) say(`The process has grown by more than its stated caches (${statedCachesMiB} MiB).`)
  if (warm.faults.length + main.faults.length + complaints.length > 0 || integrity !== 'ok' || hasGrown) process.exitCode = 1
} finally {
  await service.stop().catch(() => undefined)
  service.removeFolder()
}

const { requests, leaks, failures } = await runSecrets({ seed, count: Math.ceil((to - from) / 10), lookEvery: 500 })
say(`${requests} requests with secrets in odd places: ${leaks.length} leaks, ${failures.length} failures`)
for (const found of [...leaks, ...failures].slice(0, 20)) say(`  ${found.replace(/[^ -~]/g, '.')}`)
if (leaks.length + failures.length > 0) process.exitCode = 1

function tell({ requests, replies, durationMs, counts, faults, slowest }: FuzzReport): void {
  say(`${requests} requests, ${replies} replies in ${(durationMs / 1000).toFixed(1)} s; ${faults.length} faults`)
  for (const [what, count] of Object.entries(counts).sort(([one], [other]) => one.localeCompare(other)))
    say(`  ${what}: ${count}`)
  for (const { durationMs: slow, index, start } of slowest) say(`  slow: ${slow} ms, request ${index}: ${start.slice(0, 160)}`)
  for (const fault of faults.slice(0, 20))
    say(`  FAULT ${fault.faults.join(', ')} (${fault.kind}, request ${fault.index}): ${fault.start.slice(0, 500)}`)
}
