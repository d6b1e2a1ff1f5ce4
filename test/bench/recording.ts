import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { runLoad } from './load.ts'
import { type Loads, loadNames, scimLoads } from './loads.ts'
import { readProcessorMs, type Server, startComposed } from './servers.ts'
import { toMs, toQuantile } from './times.ts'

const learners = 2_000
const measuredRounds = 5
const size = { count: 2_000, maxMs: 3_000 }

/**
 * What recording costs the SCIM path: the same listener with the product's recorder and with one that drops its rows, in processes
 * of their own, by turns, so that what else the machine does meets both. The processor's time covers the full text, which is made
 * on a thread of its own.
 */
export async function measureRecording(): Promise<object> {
  const dir = mkdtempSync(join(tmpdir(), 'rollcall-recording-'))
  const servers: Server[] = []
  try {
    const start = async (mode: 'recording' | 'dropping') => {
      const folder = join(dir, mode)
      mkdirSync(folder)
      const server = await startComposed(folder, mode)
      servers.push(server)
      const { ids } = await runLoad(server.target, { count: learners }, scimLoads(0, []).create)
      return { server, ids, held: learners }
    }
    const subjects = { recording: await start('recording'), dropping: await start('dropping') }
    const run = async (mode: keyof typeof subjects, name: keyof Loads) => {
      const subject = subjects[mode]
      const loads = scimLoads(name === 'create' ? subject.held : learners, subject.ids)
      const processorMs = readProcessorMs(subject.server.child.pid)
      const result = await runLoad(subject.server.target, size, loads[name])
      if (name === 'create') subject.held += result.count
      const usedMs = readProcessorMs(subject.server.child.pid) - processorMs
      return { perSecond: result.perSecond, requestMs: usedMs / result.count }
    }
    const rows = []
    for (const name of loadNames) {
      const rounds: Record<keyof typeof subjects, Awaited<ReturnType<typeof run>>>[] = []
      // The first round warms both up.
      for (let round = 0; round <= measuredRounds; round += 1) {
        const both = { recording: await run('recording', name), dropping: await run('dropping', name) }
        if (round > 0) rounds.push(both)
      }
      const middle = (toNumber: (round: (typeof rounds)[number]) => number) => toQuantile(rounds.map(toNumber), 0.5)
      const toShare = (share: number) => `${Math.round(share * 100)} %`
      rows.push({
        load: name,
        'with recording/s': Math.round(middle(({ recording }) => recording.perSecond)),
        'without/s': Math.round(middle(({ dropping }) => dropping.perSecond)),
        'recording takes of the requests/s': toShare(
          middle(({ recording, dropping }) => 1 - recording.perSecond / dropping.perSecond),
        ),
        'processor ms with': toHundredth(middle(({ recording }) => recording.requestMs)),
        'processor ms without': toHundredth(middle(({ dropping }) => dropping.requestMs)),
        'of the processor': toShare(middle(({ recording, dropping }) => 1 - dropping.requestMs / recording.requestMs)),
        'load average': toMs(loadavg()[0] ?? 0),
      })
    }
    console.table(rows)
    return rows
  } finally {
    await Promise.all(servers.map((server) => server.stop()))
    rmSync(dir, { recursive: true, force: true })
  }
}

const toHundredth = (ms: number) => Number(ms.toFixed(2))
