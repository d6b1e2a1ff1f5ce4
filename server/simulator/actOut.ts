import type { Act } from './act.ts'
import { createSender } from './createSender.ts'
import { Memory } from './memory.ts'
import { findWrongSetup } from './mistakes.ts'
import { countRequests, planRun } from './planRun.ts'
import { SimulationFailed } from './simulationFailed.ts'

/**
 * Sends a provider's requests one after the other until the last reply.
 *
 * @throws SimulationFailed when a request got no reply or another than the provider needs, or a mistake was not refused
 */
export async function actOut(act: Act): Promise<'finished' | 'cancelled'> {
  const isWrongSetup = findWrongSetup(act.order.mistake) !== undefined
  const steps = planRun(act.order)
  const memory = new Memory(act.guid)
  const sender = createSender(act)
  let doing = ''
  let rest = steps
  const tell = () => {
    const sent = sender.countSent()
    const left = rest
    act.onProgress({ sent, countAll: () => sent + countRequests(left, memory), doing })
  }
  try {
    for (const [index, step] of steps.entries()) {
      if (!memory.isDue(step)) continue
      doing = step.doing
      rest = steps.slice(index)
      tell()
      const reply = await sender.send(step, memory)
      if (reply === undefined) return 'cancelled'
      if (isWrongSetup && reply.status >= 400 && reply.status < 500) {
        rest = []
        return 'finished'
      }
      memory.learn(step, reply)
      if (step.subject !== undefined && memory.outcomeOf(step.subject) === 'found') act.checkFound(step, memory)
      rest = steps.slice(index + 1)
    }
  } finally {
    tell()
    sender.end()
  }
  if (isWrongSetup)
    throw new SimulationFailed('The mistake was not noticed: every request was answered as if nothing were wrong.')
  return 'finished'
}
