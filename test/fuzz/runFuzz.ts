import { setTimeout as wait } from 'node:timers/promises'
import { findFaults } from './findFaults.ts'
import type { HostileService } from './hostileService.ts'
import { createRandom } from './random.ts'
import type { StrangeRequest } from './requestBytes.ts'
import { aStrangeRequest } from './strangeRequests.ts'
import { createWire, type Outcome } from './wire.ts'

/** What a run of strange requests showed. */
export interface FuzzReport {
  readonly seed: number
  readonly requests: number
  readonly replies: number
  readonly durationMs: number
  /** How often each status came, and how each request ended. */
  readonly counts: Readonly<Record<string, number>>
  readonly faults: readonly Fault[]
  readonly slowest: readonly { readonly durationMs: number; readonly index: number; readonly start: string }[]
}

/** A request that was answered wrongly. */
export interface Fault {
  readonly index: number
  readonly kind: string
  readonly faults: readonly string[]
  /** The beginning of its bytes. */
  readonly start: string
}

/** How a run goes. */
export interface FuzzOptions {
  readonly seed: number
  /** Numbers of the first request, and of the one after the last. */
  readonly from: number
  readonly to: number
  /** Told now and then how far it is. */
  readonly onProgress?: (sent: number) => void
}

/** A request is answered or its connection closed within this time. */
export const patienceMs = 5_000

const concurrency = 8
/** The ids that requests are about; new ones push old ones out. */
const idCount = 48

/** Sends the requests `from` to `to` of a seed over raw sockets, eight at a time, and judges every answer. */
export async function runFuzz(service: HostileService, { seed, from, to, onProgress }: FuzzOptions): Promise<FuzzReport> {
  const counts: Record<string, number> = {}
  const faults: Fault[] = []
  const slowest: { durationMs: number; index: number; start: string }[] = []
  const ids: string[] = Array.from({ length: idCount }, () => 'none')
  const startedMs = performance.now()
  let next = from
  let replies = 0
  let created = 0

  const count = (what: string) => {
    counts[what] = (counts[what] ?? 0) + 1
  }
  const note = (index: number, request: StrangeRequest, outcome: Outcome) => {
    count(`${request.kind}: ${outcome.end}`)
    replies += outcome.replies.length
    for (const { status, body } of outcome.replies) {
      count(String(status))
      const id = status === 201 ? /"id":"([\w-]{36})"/.exec(body.toString())?.[1] : undefined
      if (id !== undefined) ids[created++ % idCount] = id
    }
    const found = findFaults(request, outcome)
    if (found.length > 0) faults.push({ index, kind: request.kind, faults: found, start: startOf(request) })
    slowest.push({ durationMs: Math.round(outcome.durationMs), index, start: startOf(request) })
    slowest.sort((one, other) => other.durationMs - one.durationMs)
    slowest.length = Math.min(slowest.length, 5)
  }
  const work = async () => {
    const wire = createWire(service.port, patienceMs)
    while (next < to && service.spawned.child.exitCode === null && service.spawned.child.signalCode === null) {
      const index = next
      next += 1
      const request = aStrangeRequest(createRandom(seed * 1_000_003 + index), { connections: service.connections, ids })
      note(index, request, await wire.send(request))
      if ((index + 1) % 5_000 === 0) onProgress?.(index + 1)
    }
    wire.close()
  }
  await Promise.all(Array.from({ length: concurrency }, work))
  // Requests that were cut off may still be at work.
  await wait(200)
  if (service.spawned.child.exitCode !== null || service.spawned.child.signalCode !== null)
    faults.push({ index: next, kind: 'process', faults: ['the process ended'], start: service.spawned.output().slice(-2_000) })
  return { seed, requests: next - from, replies, durationMs: performance.now() - startedMs, counts, faults, slowest }
}

const startOf = ({ pieces }: StrangeRequest) => JSON.stringify((pieces[0] ?? Buffer.alloc(0)).subarray(0, 700).toString('latin1'))
