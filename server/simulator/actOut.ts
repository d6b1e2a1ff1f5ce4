import { Agent } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { Service } from '../service.ts'
import type { StoredConnection } from '../storage/connectionStore.ts'
import { Memory } from './memory.ts'
import type { Profile, SimulatedRequest, Step } from './profile.ts'
import { type SimulatedReply, sendRequest } from './sendRequest.ts'
import { SimulationFailed } from './simulationFailed.ts'

/** One run: who acts, against what, and how fast. */
interface Act {
  readonly connection: StoredConnection
  readonly profile: Profile
  /** Marks each exchange of the run. */
  readonly run: string
  /** The simulator's own token. */
  readonly token: string
  /** Between two requests, so that the live screen can be followed. */
  readonly gapMs: number
  readonly timeoutMs: number
  /** Ends the run after the request under way. */
  readonly signal: AbortSignal
  /** Told after each reply. */
  readonly onProgress: (sent: number, total: number) => void
}

/** What a provider takes for success. */
const expected: Readonly<Record<SimulatedRequest['method'], readonly number[]>> = {
  GET: [200],
  POST: [201],
  PUT: [200],
  PATCH: [200, 204],
}

/** All requests that a profile may send to a connection: without groups where they are switched off. */
export function selectSteps(profile: Profile, connection: StoredConnection): readonly Step[] {
  const groupSteps = connection.settings.switches.groups ? profile.groupSteps : []
  return [...profile.learnerSteps, ...groupSteps, ...profile.closingSteps]
}

/** How many of `steps` will be sent. What has not been looked for yet counts as missing, as it is in a first run. */
export function countSteps(steps: readonly Step[], memory: Memory): number {
  return steps.filter((step) => isDue(step, memory)).length
}

function isDue({ when, subject }: Step, memory: Memory): boolean {
  if (when === undefined || subject === undefined) return true
  const wasFound = memory.wasFound(subject) ?? false
  if (when === 'foundInactive') return wasFound && memory.get(subject)['active'] === false
  return (when === 'found') === wasFound
}

/**
 * Sends a profile's requests one after the other until the last reply.
 *
 * @throws SimulationFailed when a request got no reply or another than the provider needs, or the run was stopped
 */
export async function actOut(service: Service, act: Act): Promise<void> {
  const { connection, profile, signal } = act
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const route = {
    agent,
    address: service.addresses.scim,
    basePath: `/${connection.slug}/scim/v2`,
    timeoutMs: act.timeoutMs,
  }
  const memory = new Memory(service.createId())
  const steps = selectSteps(profile, connection)
  let sent = 0
  try {
    for (const [index, step] of steps.entries()) {
      if (!isDue(step, memory)) continue
      const request = step.toRequest(memory)
      const headers = [...profile.toHeaders(act.token, request.body), ['Rollcall-Simulation', act.run] as const]
      const reply = await sendRequest(route, request, headers).catch((cause: unknown) => {
        const reason = cause instanceof Error ? cause.message : String(cause)
        throw new SimulationFailed(`While ${step.doing}, Rollcall's SCIM listener could not be reached: ${reason}`, { cause })
      })
      sent += 1
      if (!expected[request.method].includes(reply.status)) throw new SimulationFailed(toMessage(step, reply))
      if (step.subject) {
        memory.learn(step.subject, reply.body)
        refuseReal(service, connection, step, memory)
      }
      act.onProgress(sent, sent + countSteps(steps.slice(index + 1), memory))
      // Stopped meanwhile: the next look at the signal says so.
      await wait(act.gapMs, undefined, { signal }).catch(() => undefined)
      if (signal.aborted) throw new SimulationFailed('The run was stopped.')
    }
  } finally {
    agent.destroy()
  }
}

function toMessage(step: Step, { status, body }: SimulatedReply): string {
  const detail = body?.['detail']
  return `While ${step.doing}, the answer was ${status}${typeof detail === 'string' ? `: ${detail}` : '.'}`
}

/** The simulator changes nothing that a real provider made: what a look-up finds must be its own. */
function refuseReal(service: Service, { id }: StoredConnection, { subject, doing }: Step, memory: Memory): void {
  if (!subject || memory.wasFound(subject) !== true) return
  const resource = service.stores.resources.find(id, subject === 'group' ? 'Group' : 'User', memory.idOf(subject))
  if (!resource || resource.simulated) return
  throw new SimulationFailed(
    `While ${doing}, something real of that name was found. The simulator changes only what it made itself, so it stops here.`,
  )
}
