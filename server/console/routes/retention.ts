import type { Retention } from '../../monitor/retention.ts'
import type { Service } from '../../service.ts'
import type { ConsoleHandlers } from '../routeTable.ts'
import { findListed } from './exchanges.ts'

type RetentionRoutes = 'markExchange' | 'getClearing' | 'clearExchanges' | 'undoClearing' | 'getStoredAmount'

/** What of the exchanges stays: marks, clearing the list with its undo, and how much is stored. */
export function retentionHandlers(service: Service, retention: Retention): Pick<ConsoleHandlers, RetentionRoutes> {
  const { exchanges, exchangeMarks, exchangeClearing } = service.stores
  return {
    markExchange: ({ connection, body, param }) => {
      const { id, connectionId } = findListed(service, connection, param('exchange'))
      const mark = exchangeMarks.change(id, body)
      const slug = connectionId === null ? null : connection.slug
      service.events.publish({ type: 'exchangeMarked', connection: slug, exchange: id, mark })
      return mark
    },
    getClearing: ({ connection }) => exchangeClearing.preview(connection.id, exchanges.newestId()),
    clearExchanges: ({ connection, body }) => {
      const taken = retention.clear(connection.id, Math.min(body.upTo, exchanges.newestId()))
      service.events.publish({ type: 'listCleared', connection: connection.slug })
      return taken
    },
    undoClearing: ({ connection }) => {
      if (!retention.undo(connection.id)) return { result: 'tooLate' }
      service.events.publish({ type: 'listCleared', connection: connection.slug })
      return { result: 'undone' }
    },
    getStoredAmount: ({ connection }) => retention.measure(connection.id),
  }
}
