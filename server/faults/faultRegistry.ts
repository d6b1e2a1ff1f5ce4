import { setTimeout as wait } from 'node:timers/promises'
import type { Action } from '#contract/exchange.ts'
import type { ArmedFault, FaultOrder } from '#contract/fault.ts'
import type { StreamEvent } from '#contract/streamEvent.ts'

/** How long a fault stays armed. */
const lifeMs = 15 * 60_000

/** The faults that wait for requests, each on one connection, named by its slug. In memory: a restart disarms them all. */
export interface FaultRegistry {
  /** False while nothing is armed anywhere. All that a request without a fault asks. */
  readonly isArmed: boolean
  /** Oldest first. */
  readonly list: (connection: string) => ArmedFault[]
  /** One of the same kind and action begins anew. */
  readonly arm: (connection: string, order: FaultOrder) => void
  /** @returns false where there is none with this id */
  readonly disarm: (connection: string, id: number) => boolean
  readonly disarmAll: (connection: string) => void
  /** The oldest fault that fits a request, used up once by it. */
  readonly take: (connection: string, action: Action) => ArmedFault | undefined
  /** The wait of a delay, which ends early where the service stops. */
  readonly hold: (seconds: number) => Promise<'over' | 'stopping'>
  /** Disarms all, and lets go what is held. */
  readonly stop: () => void
}

/** @see FaultRegistry */
export function createFaultRegistry({
  now,
  publish,
}: {
  readonly now: () => string
  readonly publish: (event: StreamEvent) => void
}): FaultRegistry {
  const armed = new Map<string, readonly ArmedFault[]>()
  const stopping = new AbortController()
  let newestId = 0

  /** Those that have grown too old by the clock are passed over, also where the machine slept through their timer. */
  const list = (connection: string) => (armed.get(connection) ?? []).filter(({ expiresAt }) => expiresAt > now())

  const set = (connection: string, faults: ArmedFault[]) => {
    if (faults.length === 0) armed.delete(connection)
    else armed.set(connection, faults)
    registry.isArmed = armed.size > 0
    publish({ type: 'faultsChanged', connection, faults })
  }

  const registry = {
    isArmed: false,
    list,
    arm: (connection: string, order: FaultOrder) => {
      const id = ++newestId
      const expiresAt = new Date(Date.parse(now()) + lifeMs).toISOString()
      const others = list(connection).filter(({ kind, action }) => kind !== order.kind || action !== order.action)
      set(connection, [...others, { ...order, id, left: order.count, expiresAt }])
      setTimeout(() => registry.disarm(connection, id), lifeMs).unref()
    },
    disarm: (connection: string, id: number) => {
      const before = armed.get(connection) ?? []
      if (!before.some((fault) => fault.id === id)) return false
      set(
        connection,
        list(connection).filter((fault) => fault.id !== id),
      )
      return true
    },
    disarmAll: (connection: string) => set(connection, []),
    take: (connection: string, action: Action) => {
      const faults = list(connection)
      const met = faults.find((fault) => fault.action === 'any' || fault.action === action)
      if (!met) return undefined
      const left = faults.map((fault) => (fault === met ? { ...met, left: met.left - 1 } : fault))
      set(
        connection,
        left.filter((fault) => fault.left > 0),
      )
      return met
    },
    // Nothing but the stop of the service ends the wait by an error.
    hold: (seconds: number) =>
      wait(seconds * 1000, 'over' as const, { signal: stopping.signal }).catch(() => 'stopping' as const),
    stop: () => {
      for (const connection of [...armed.keys()]) set(connection, [])
      stopping.abort()
    },
  }
  return registry
}
