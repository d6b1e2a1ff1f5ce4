import type { Action, ExchangeSummary } from '#contract/exchange.ts'
import { callerNames } from '#contract/provider.ts'
import type { Instead } from '#contract/setup.ts'
import type { Trace } from '../../storage/exchangeTraces.ts'
import type { StoredExchange } from '../../storage/storedExchange.ts'
import type { Evidence } from '../evidence.ts'
import { toLabels } from '../providerLabels.ts'

/** What may have come instead: null where it did not. */
export type Candidate = (evidence: Evidence) => Instead | null

/** The newest of those that came. */
export function findNewestInstead(evidence: Evidence, candidates: readonly Candidate[]): Instead | null {
  const found = candidates.flatMap((find) => find(evidence) ?? [])
  return found.sort((one, other) => other.exchange.id - one.exchange.id)[0] ?? null
}

/** The newest real success of an action that came in with a token, with all that is kept of it. */
export function findReal({ service, connection }: Evidence, ...actions: Action[]): StoredExchange | undefined {
  const { exchanges } = service.stores
  const found = exchanges.newest(connection.id, { actions, simulated: false, succeeded: true, authenticated: true })
  return found && exchanges.get(found.id)
}

/** The newest real look-up of a person, not the reading of one whose id is known. */
export function findLookUp({ service, connection }: Evidence): Trace | undefined {
  return service.stores.traces
    .recent(connection.id, { action: 'lookedUp', outcome: 'succeeded' })
    .find(({ resourceType, target }) => resourceType === 'User' && toSought(target) !== null)
}

/** Whom a look-up asks for: the value of the first comparison in its filter. */
export function toSought(target: string): string | null {
  const filter = new URLSearchParams(target.slice(target.indexOf('?') + 1)).get('filter')
  const [, value] = /\beq\s+"((?:[^"\\]|\\.)*)"/i.exec(filter ?? '') ?? []
  return value?.replace(/\\(.)/g, '$1') ?? null
}

/** As a line of the list. */
export function toSummary({ service }: Evidence, exchange: StoredExchange): ExchangeSummary {
  return service.stores.exchanges.toSummary(exchange)
}

/** Who sent it, at the beginning of a sentence. */
export function toWho({ connection }: Evidence, { caller }: Pick<ExchangeSummary, 'caller'>): string {
  return caller === 'unknown' ? toLabels(connection.provider).name : callerNames[caller]
}

/** Whom it was about. */
export const toName = ({ resourceName }: Pick<StoredExchange, 'resourceName'>): string => resourceName ?? 'a learner'
