import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { runLoad } from './load.ts'
import { type Loads, loadNames, scimLoads } from './loads.ts'
import { type Server, startComposed } from './servers.ts'
import { toMs, toQuantile } from './times.ts'

const learners = 2_000
const rounds = 5
const size = { count: 2_000, maxMs: 3_000 }

/**
 * What recording costs the SCIM path: the same listener with the product's recorder and with one that drops its rows, in processes
 * of their own, by turns, so that what else the machine does meets both.
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
      const result = await runLoad(subject.server.target, size, loads[name])
      if (name === 'create') subject.held += result.count
      return result.perSecond
    }
    const rows = []
    for (const name of loadNames) {
      const pairs: Record<keyof typeof subjects, number>[] = []
      // The first round warms both up.
      for (let round = 0; round <= rounds; round += 1) {
        const pair = { recording: await run('recording', name), dropping: await run('dropping', name) }
        if (round > 0) pairs.push(pair)
      }
      const shares = pairs.map(({ recording, dropping }) => 1 - recording / dropping)
      const middle = (mode: 'recording' | 'dropping') =>
        Math.round(
          toQuantile(
            pairs.map((pair) => pair[mode]),
            0.5,
          ),
        )
      rows.push({
        load: name,
        'with recording/s': middle('recording'),
        'without/s': middle('dropping'),
        'recording takes': `${toMs(toQuantile(shares, 0.5) * 100)} %`,
        'in the rounds': shares.map((share) => Math.round(share * 100)).join(' '),
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
