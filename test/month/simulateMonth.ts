import { Agent } from 'node:http'
import { startService } from '../../server/index.ts'
import { toMonth } from './calendar.ts'
import { planMonth } from './planMonth.ts'
import type { Answer, Deed, Planned, Script } from './script.ts'
import { sendPlanned } from './sendPlanned.ts'

/** Which month is simulated, and into which folder. */
export interface MonthOptions {
  readonly dataDir: string
  /** The least number of requests. */
  readonly count: number
  readonly seed: number
  /** When the month ends. */
  readonly until: Date
  readonly onProgress?: (sent: number) => void
}

/** What was sent: how many requests, and how many were answered with each status. */
export interface MonthReport {
  readonly sent: number
  readonly byStatus: Readonly<Record<number, number>>
}

/** A story under way, and its next step. */
interface Running {
  readonly script: Script
  readonly next: Planned | Deed
}

/**
 * Fills a data folder with a month of traffic from several providers: each request over real HTTP to a real service, whose clock
 * is moved to the time of the request. The same seed and the same end send the same requests in the same order.
 */
export async function simulateMonth(options: MonthOptions): Promise<MonthReport> {
  const month = toMonth(options.until.getTime())
  let nowMs = month.since
  const running = await startService(
    {
      dataDir: options.dataDir,
      host: '127.0.0.1',
      scimPort: 0,
      consolePort: 0,
      publicUrl: null,
      rendererDir: options.dataDir,
    },
    { now: () => new Date(nowMs).toISOString() },
  )
  const { stores, tokens, faults } = running.service
  const connection = stores.connections.get(1)
  stores.connections.change(connection.id, { name: 'Acme', provider: 'okta-own' })
  stores.connections.changeSetup(connection.id, { tokenStored: true, connectionTicked: true, provisioningTicked: true })
  const stage = {
    issueToken: () => tokens.reset(connection.id, 24 * 60).secret,
    armFault: faults.arm.bind(faults, connection.slug),
  }
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const byStatus: Record<number, number> = {}
  let sent = 0

  /** @returns the answer; nothing where an administrator did something here */
  const take = async (step: Planned | Deed): Promise<Answer> => {
    // Rows that wait for their batch were answered at the time before.
    nowMs = Math.max(nowMs, step.at)
    if ('deed' in step) {
      step.deed()
      return { status: 0, body: null }
    }
    const answer = await sendPlanned(running.scimUrl, agent, step)
    byStatus[answer.status] = (byStatus[answer.status] ?? 0) + 1
    sent += 1
    if (sent % 5_000 === 0) options.onProgress?.(sent)
    return answer
  }

  try {
    await play(planMonth({ seed: options.seed, count: options.count, month, stage }), { until: month.until, take })
    faults.disarmAll(connection.slug)
    return { sent, byStatus }
  } finally {
    agent.destroy()
    await running.stop()
  }
}

/** Takes the steps of all stories in the order of their times, one at a time. What is later than `until` does not happen. */
async function play(
  scripts: readonly Script[],
  { until, take }: { until: number; take: (step: Planned | Deed) => Promise<Answer> },
): Promise<void> {
  // The latest first, so that the next one is taken from the end.
  const queue: Running[] = []
  const put = (script: Script, { value, done }: IteratorResult<Planned | Deed, void>) => {
    if (done || value.at >= until) return
    queue.splice(findPlace(queue, value.at), 0, { script, next: value })
  }
  for (const script of scripts) put(script, script.next())
  for (let running = queue.pop(); running; running = queue.pop()) {
    put(running.script, running.script.next(await take(running.next)))
  }
}

/** The first place of those that are not later: what is planned for the same time is taken in the order in which it was planned. */
function findPlace(queue: readonly Running[], at: number): number {
  let [low, high] = [0, queue.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((queue[middle]?.next.at ?? 0) > at) low = middle + 1
    else high = middle
  }
  return low
}
