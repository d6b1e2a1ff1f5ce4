import { Agent } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { urns } from '#contract/scim/urns.ts'
import { type LoadRequest, type LoadTarget, send } from './load.ts'

/** Requests of one series, each with its marker, `bench-{name}-{number}`, where its row shows it. */
interface Series {
  readonly name: string
  readonly perSecond: number
  readonly count: number
}

/**
 * Sends creates and look-ups, one to two, at a rate; slower where the answers are.
 *
 * @returns when each was answered, by marker, in milliseconds since 1970
 */
export async function sendAtRate(target: LoadTarget, { name, perSecond, count }: Series): Promise<Map<string, number>> {
  const agent = new Agent({ keepAlive: true, maxSockets: 16 })
  const replied = new Map<string, number>()
  const startedMs = performance.now()
  const sendOne = async (number: number) => {
    const marker = `bench-${name}-${number}`
    const { status, text } = await send(agent, target, toRequest(marker, number))
    replied.set(marker, performance.timeOrigin + performance.now())
    if (status > 299) throw new Error(`${marker}: ${status} ${text}`)
  }
  const sending = Array.from({ length: count }, async (_, number) => {
    await wait(Math.max(0, startedMs + (number * 1000) / perSecond - performance.now()))
    await sendOne(number)
  })
  await Promise.all(sending)
  agent.destroy()
  return replied
}

function toRequest(marker: string, number: number): LoadRequest {
  if (number % 3 > 0) return { method: 'GET', path: `/Users?filter=userName%20eq%20%22${marker}%22` }
  return {
    method: 'POST',
    path: '/Users',
    body: { schemas: [urns.user], userName: `${marker}-${Date.now()}@example.com`, displayName: marker, active: true },
  }
}
