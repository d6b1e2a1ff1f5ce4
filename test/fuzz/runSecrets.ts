import { setTimeout as wait } from 'node:timers/promises'
import { startHostileService } from './hostileService.ts'
import { createRandom } from './random.ts'
import { patienceMs } from './runFuzz.ts'
import { aSecretRequest } from './secretRequests.ts'
import { findSecrets, findSecretsIn, type Secrets } from './secrets.ts'
import { createWire } from './wire.ts'

/** What a run of requests with secrets in odd places showed. */
export interface SecretsReport {
  readonly requests: number
  readonly counts: Readonly<Record<string, number>>
  /** Where a secret was found afterwards. Empty: nowhere. */
  readonly leaks: readonly string[]
  /** Statuses that nothing from outside may cause. */
  readonly failures: readonly string[]
}

/**
 * Sends requests with secrets to a service of its own, and looks for them in all its files, while it runs and after its end, and
 * in all that it wrote.
 *
 * @param lookEvery so many requests lie between two looks; the first leak ends the run
 */
export async function runSecrets({
  seed,
  count,
  lookEvery = count,
}: {
  seed: number
  count: number
  lookEvery?: number
}): Promise<SecretsReport> {
  const environment = 'Vw7kQ2pXz9LmT4rBn8sHj3Fd6Gc'
  const service = await startHostileService({ ROLLCALL_TOKEN: environment })
  const secrets: Secrets = {
    own: service.connections[0].token,
    environment,
    foreign: 'Zt5yNb1WqK8vUe3RhMx7PoCa2Ls',
    password: 'Jg4DkT9wXs6QnVb2LyHc8Rf',
  }
  const ids: string[] = Array.from({ length: 16 }, () => 'none')
  const counts: Record<string, number> = {}
  const leaks: string[] = []
  const failures: string[] = []
  const wire = createWire(service.port, patienceMs)
  let created = 0
  try {
    for (let index = 0; index < count && leaks.length === 0; index += 1) {
      const request = aSecretRequest(createRandom(seed * 1_000_003 + index), { secrets, ids })
      const { replies, end } = await wire.send(request)
      if (end === 'hung') failures.push(`request ${index} hung`)
      for (const { status, body } of replies) {
        counts[status] = (counts[status] ?? 0) + 1
        if (status >= 500 && status !== 501) failures.push(`request ${index}: ${status}`)
        const id = status === 201 ? /"id":"([\w-]{36})"/.exec(body.toString())?.[1] : undefined
        if (id !== undefined) ids[created++ % ids.length] = id
      }
      if ((index + 1) % lookEvery === 0) {
        // Rows of reads and refusals are written within 100 ms.
        await wait(150)
        leaks.push(...findSecretsIn(service.dataDir, secrets).map((leak) => `by request ${index}: ${leak}`))
      }
    }
    wire.close()
    await service.stop()
    leaks.push(...findSecretsIn(service.dataDir, secrets))
    leaks.push(...findSecrets(service.spawned.output(), secrets).map((leak) => `output: ${leak}`))
    return { requests: count, counts, leaks, failures }
  } finally {
    await service.spawned.end('SIGKILL')
    service.removeFolder()
  }
}
