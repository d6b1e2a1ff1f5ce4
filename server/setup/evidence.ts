import type { ExchangeSummary, Explanation } from '#contract/exchange.ts'
import type { ReachFacts } from '../reach/readReach.ts'
import type { Service } from '../service.ts'
import type { StoredConnection } from '../storage/connectionStore.ts'
import type { ExchangeProofQuery } from '../storage/storedExchange.ts'

/** What belongs to another part of the service and is handed in. */
export interface SetupOptions {
  /** Looks an exchange up in the monitor's catalogue of explanations. */
  readonly explain: (exchange: ExchangeSummary) => Explanation
  /** What is switched on here and never came, although there was reason enough for it to come. */
  readonly listNeverSeen: () => readonly NeverSeen[]
}

/** An action of a provider. */
export type NeverSeen = 'create' | 'update' | 'deactivate'

/** What every proof and every answer is read from. */
export interface Evidence extends SetupOptions {
  readonly service: Service
  readonly connection: StoredConnection
}

/** With what this machine knows of the way from outside. */
export interface ReachEvidence extends Evidence {
  readonly reach: ReachFacts
}

/** The newest exchange (or the oldest) that fits, whether or not it succeeded. */
export function findExchange(
  { service, connection }: Evidence,
  query: Omit<ExchangeProofQuery, 'succeeded'>,
): ExchangeSummary | undefined {
  const found = [true, false]
    .map((succeeded) => service.stores.exchanges.newest(connection.id, { ...query, succeeded }))
    .filter((exchange) => exchange !== undefined)
  return found.sort((left, right) => (query.oldest ? left.id - right.id : right.id - left.id))[0]
}

/**
 * The newest real request that nobody let in, after the exchange `afterId`; wrong paths that name no connection are
 * among them, checks of our own are not. It looks at the newest failures only, so that it stays cheap.
 */
export function findRefused({ service, connection }: Evidence, afterId = 0): ExchangeSummary | undefined {
  const { exchanges } = service.stores.exchanges.list(connection.id, { show: 'failures', simulated: 'no', limit: 20 })
  // An old token is known by its last four characters and lets nobody in all the same.
  return exchanges.find(
    ({ id, status, caller, tokenLastFour }) =>
      id > afterId && caller !== 'rollcall' && (status === 401 || tokenLastFour === null),
  )
}

/** Ids of the tokens that are active, the simulator's own apart: those that another took the place of are not. */
export function listCurrentTokenIds({ service, connection }: Evidence): number[] {
  return service.tokens
    .list(connection.id)
    .filter(({ status, kind }) => status === 'active' && kind !== 'simulator')
    .map(({ id }) => id)
}
