import type { Arrival } from '../monitor/arrival.ts'
import type { Tolerances } from '../protocol/tolerance/tolerance.ts'

/** The tolerances of an exchange: those that its connection has on; each use is noted once. */
export function tolerancesOf(arrival: Arrival): Tolerances {
  return {
    use: (tolerance) => {
      const settings = arrival.connection?.settings
      if (settings?.strict) return false
      if (settings?.tolerancesOff.includes(tolerance.name)) return false
      if (tolerance.comesOff && !settings?.tolerancesOn.includes(tolerance.name)) return false
      arrival.tolerances.set(tolerance.name, { name: tolerance.name, reason: tolerance.reason })
      return true
    },
  }
}
