import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRandom } from '../fuzz/random.ts'
import { spawnService } from '../support/spawnService.ts'
import { findLosses } from './findLosses.ts'
import { type RoundOfWrites, writeUntilKilled } from './writeUntilKilled.ts'

/** What some rounds of kill -9 showed. */
export interface CrashReport {
  readonly rounds: number
  readonly acknowledged: number
  /** Under way when the service died. */
  readonly unanswered: number
  /** Empty: nothing is lost. */
  readonly losses: readonly string[]
}

const token = 'a-token-that-outlives-its-service'

/**
 * Round after round on one data folder: concurrent writes, `kill -9` in the middle, a restart, and a look at everything that
 * was acknowledged in this round; at the end once more at all rounds.
 */
export async function runCrashes({
  rounds,
  seed,
  onRound,
}: {
  rounds: number
  seed: number
  onRound?: (round: number, report: CrashReport) => void
}): Promise<CrashReport> {
  const dataDir = mkdtempSync(join(tmpdir(), 'rollcall-crash-'))
  const env = { ROLLCALL_TOKEN: token }
  const random = createRandom(seed)
  const known: RoundOfWrites[] = []
  const losses: string[] = []
  const toReport = (): CrashReport => {
    const writes = known.flatMap(({ learners }) => learners.flatMap((learner) => learner.writes))
    const members = known.flatMap(({ group }) => group.members)
    const acknowledged = writes.filter(({ isAcknowledged }) => isAcknowledged).length + members.length
    const unanswered =
      writes.length + members.length - acknowledged + known.reduce((sum, round) => sum + round.unansweredCreates, 0)
    return { rounds: known.length, acknowledged, unanswered, losses }
  }
  let service = await spawnService(dataDir, { env })
  try {
    for (let round = 1; round <= rounds; round += 1) {
      const { scimUrl } = service.ready
      const { child } = service
      const written = await writeUntilKilled(
        { scimUrl, token, seed: seed * 1_000 + round },
        { kill: () => void child.kill('SIGKILL'), afterMs: 80 + random.below(400) },
      )
      await service.end('SIGKILL')
      known.push(written)
      service = await spawnService(dataDir, { env })
      losses.push(...(await findLosses({ dataDir, scimUrl: service.ready.scimUrl, token }, [written])))
      onRound?.(round, toReport())
    }
    if (rounds > 1) losses.push(...(await findLosses({ dataDir, scimUrl: service.ready.scimUrl, token }, known)))
    return toReport()
  } finally {
    await service.end('SIGKILL')
    rmSync(dataDir, { recursive: true, force: true })
  }
}
