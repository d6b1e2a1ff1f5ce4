import { setTimeout as wait } from 'node:timers/promises'
import type { Act } from './act.ts'
import type { Memory } from './memory.ts'
import { findWrongSetup, type PlannedStep, stormAttempts } from './mistakes.ts'
import { profiles } from './profiles.ts'
import { createAgent, type SimulatedReply, type SimulatedRequest, sendRequest } from './sendRequest.ts'
import { SimulationFailed } from './simulationFailed.ts'

/** What a provider takes for success. */
const expected: Readonly<Record<SimulatedRequest['method'], readonly number[]>> = {
  GET: [200],
  POST: [201],
  PUT: [200],
  PATCH: [200, 204],
  DELETE: [204],
}

/** In seconds, where the endpoint says that it is too much and not for how long to wait. */
const defaultRetryAfter = 1

/** Sends the steps of a run over one connection, at its rate and with what its mistake spoils. */
export function createSender(act: Act) {
  const { order, signal, timeoutMs, secondMs = 1000 } = act
  const profile = profiles[order.profile]
  const wrongSetup = findWrongSetup(order.mistake)
  const token = wrongSetup?.toToken(act.token) ?? act.token
  const url = wrongSetup?.toUrl(act.url) ?? act.url
  const agent = createAgent(url)
  let sent = 0
  let nextAt = 0

  const pause = (ms: number) => wait(Math.max(0, ms), undefined, { signal }).catch(() => undefined)

  const sendOnce = async (request: SimulatedRequest, step: PlannedStep): Promise<SimulatedReply> => {
    const headers = [
      ...profile.toHeaders(token, request.body),
      ['Rollcall-Simulation', act.run] as const,
      ...(step.refusal === 429 ? [['Rollcall-Simulation-Answer', '429'] as const] : []),
    ]
    nextAt = performance.now() + act.gapMs
    const reply = await sendRequest({ url, agent, timeoutMs }, request, headers).catch((cause: unknown) => {
      const reason = cause instanceof Error ? cause.message : String(cause)
      throw new SimulationFailed(`While ${step.doing}, the SCIM endpoint could not be reached: ${reason}`, { cause })
    })
    sent += 1
    return reply
  }

  /**
   * Waits where it is told to, and gives up after some attempts.
   *
   * @returns undefined where the run was cancelled
   * @throws SimulationFailed when the reply is none that the run can go on with
   */
  const send = async (step: PlannedStep, memory: Memory): Promise<SimulatedReply | undefined> => {
    const request = step.toRequest(memory)
    for (let attempt = 1; ; attempt += 1) {
      await pause(nextAt - performance.now())
      if (signal.aborted) return undefined
      const reply = await sendOnce(request, step)
      if (reply.status === 429 && attempt < stormAttempts) {
        await pause((reply.retryAfter ?? defaultRetryAfter) * secondMs)
        continue
      }
      if (!isAccepted(step, request, reply) && !wrongSetup) throw new SimulationFailed(toMessage(step, reply))
      return reply
    }
  }

  return { send, countSent: () => sent, end: () => agent.destroy() }
}

function isAccepted({ refusal, takesConflict }: PlannedStep, { method }: SimulatedRequest, { status }: SimulatedReply): boolean {
  if (refusal !== undefined) return status === refusal
  return expected[method].includes(status) || (takesConflict === true && status === 409)
}

function toMessage({ doing, refusal }: PlannedStep, { status, body }: SimulatedReply): string {
  const detail = body?.['detail']
  const told = typeof detail === 'string' ? `: ${detail}` : '.'
  return refusal === undefined
    ? `While ${doing}, the answer was ${status}${told}`
    : `While ${doing}, the answer was to be ${refusal} and was ${status}${told}`
}
