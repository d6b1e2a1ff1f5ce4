import type { Arrival } from '../monitor/arrival.ts'
import type { Tolerances } from '../protocol/tolerance/tolerance.ts'

/** The tolerances of an exchange: those that its connection has not switched off; each use is noted once. */
export function tolerancesOf(arrival: Arrival): Tolerances {
  return {
    use: (tolerance) => {
      if (arrival.connection?.settings.tolerancesOff.includes(tolerance.name)) return false
      arrival.tolerances.set(tolerance.name, { name: tolerance.name, reason: tolerance.reason })
      return true
    },
  }
}
