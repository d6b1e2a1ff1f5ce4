import type { ErrorGroup, Finding } from '#contract/exchange.ts'

/** As many ids as an address holds with ease. */
const maxIds = 500

/** The filter of the activity list that leaves the exchanges of a cause. */
export function toSearchOfCause({ key, simulated }: ErrorGroup): string {
  return `?${new URLSearchParams({ simulated: simulated ? 'yes' : 'no', group: key })}`
}

/** The filter that leaves the exchanges that show a finding, the newest of them where they are very many. */
export function toSearchOfFinding({ exchangeIds }: Finding): string {
  return `?${new URLSearchParams({ ids: exchangeIds.slice(0, maxIds).join(',') })}`
}
