import type { ExchangeSummary, Explanation } from '#contract/exchange.ts'
import type { Service } from '../service.ts'
import type { StoredConnection } from '../storage/connectionStore.ts'
import type { ExchangeProofQuery } from '../storage/exchangeStore.ts'

/** What belongs to another part of the service and is handed in. */
export interface SetupOptions {
  /** Looks an exchange up in the monitor's catalogue of explanations. */
  readonly explain: (exchange: ExchangeSummary) => Explanation
}

/** What every proof and every answer is read from. */
export interface Evidence extends SetupOptions {
  readonly service: Service
  readonly connection: StoredConnection
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
 * among them. It looks at the newest failures only, so that it stays cheap.
 */
export function findRefused({ service, connection }: Evidence, afterId = 0): ExchangeSummary | undefined {
  const { exchanges } = service.stores.exchanges.list(connection.id, { show: 'failures', simulated: 'no', limit: 20 })
  return exchanges.find(({ id, tokenLastFour }) => id > afterId && tokenLastFour === null)
}

/** Ids of the tokens that are active, the simulator's own apart: those that another took the place of are not. */
export function listCurrentTokenIds({ service, connection }: Evidence): number[] {
  return service.tokens
    .list(connection.id)
    .filter(({ status, kind }) => status === 'active' && kind !== 'simulator')
    .map(({ id }) => id)
}
