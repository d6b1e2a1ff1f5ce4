import type { ErrorGroup, Finding } from '#contract/exchange.ts'

/** As many ids as an address holds with ease. */
const maxIds = 500

/** The exchanges of a cause in the activity list. */
export function toActivityOfCause(connection: string, group: ErrorGroup): string {
  const query = new URLSearchParams({ simulated: group.simulated ? 'yes' : 'no', group: group.key })
  return `/${connection}/activity?${query}`
}

/** The exchanges that show a finding, the newest of them where they are very many; undefined where there are none. */
export function toActivityOfFinding(connection: string, { exchangeIds }: Finding): string | undefined {
  if (exchangeIds.length === 0) return undefined
  return `/${connection}/activity?${new URLSearchParams({ ids: exchangeIds.slice(0, maxIds).join(',') })}`
}
