import type { Search } from '../../search.ts'
import type { Service } from '../../service.ts'
import type { StoredConnection } from '../../storage/connectionStore.ts'
import type { ExchangeListQuery, StoredExchange } from '../../storage/storedExchange.ts'
import { explainExchange } from '../explainExchange.ts'
import { notFound } from '../failure.ts'
import { readMoves } from '../history/moves.ts'
import type { ConsoleHandlers, Reply } from '../routeTable.ts'

/** What arrived: the list, and one exchange whole. */
export function exchangeHandlers(
  service: Service,
  search: Pick<Search, 'list' | 'density'>,
): Pick<ConsoleHandlers, 'listExchanges' | 'getDensity' | 'getExchange'> {
  const { exchanges } = service.stores
  return {
    // The newest are at hand; to narrow them may take a look at all.
    listExchanges: ({ connection, query }) =>
      isNarrowed(query) ? search.list(connection.id, query) : exchanges.list(connection.id, query),
    getDensity: ({ connection, query }) => {
      const stretchMs = query.stretchSeconds * 1000
      const runningSince = Math.floor(Date.parse(service.now()) / stretchMs) * stretchMs
      const since = new Date(runningSince - (query.stretches - 1) * stretchMs).toISOString()
      return search.density(connection.id, { ...query, since })
    },
    getExchange: ({ connection, param }) => toDetail(service, connection, findListed(service, connection, param('exchange'))),
  }
}

/** @throws ConsoleError notFound where the connection has no exchange of this id */
export function findListed(service: Service, connection: StoredConnection, id: string): StoredExchange {
  const exchange = service.stores.exchanges.get(Number(id))
  // One without a connection belongs to every connection's list.
  if (!exchange || (exchange.connectionId !== null && exchange.connectionId !== connection.id)) {
    throw notFound(`The connection "${connection.slug}" has no exchange ${id}.`)
  }
  return exchange
}

function isNarrowed(query: ExchangeListQuery): boolean {
  const conditions = { ...query, show: query.show === 'all' ? undefined : query.show, before: undefined, limit: undefined }
  return Object.values(conditions).some((condition) => condition !== undefined)
}

function toDetail(service: Service, connection: StoredConnection, exchange: StoredExchange): Reply<'getExchange'> {
  const summary = service.stores.exchanges.toSummary(exchange)
  // Of all connections: a refused request may have brought the token of another one.
  const token = service.stores.tokens.listAll().find(({ id }) => id === exchange.tokenId)
  return {
    summary,
    connection: exchange.connectionId === null ? null : connection.slug,
    request: exchange.request,
    response: exchange.response,
    tokenLabel: token?.label ?? null,
    refusedCredential: exchange.refusedCredential,
    changes: exchange.changes,
    moves: readMoves(service, connection, exchange),
    changedNothing: exchange.changedNothing,
    notKept: exchange.notKept,
    tolerances: exchange.tolerances,
    explanation: exchange.explanationId === null ? null : explainExchange(service, connection, summary),
    mark: service.stores.exchangeMarks.get(exchange.id) ?? null,
  }
}
