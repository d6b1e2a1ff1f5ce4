import { toErrorLog } from '../../monitor/errorLog.ts'
import { toFailureTrends, toTrendTimes } from '../../monitor/failureTrends.ts'
import { readFindings } from '../../monitor/findings/readFindings.ts'
import type { Search } from '../../search.ts'
import { type Service, toScimUrl } from '../../service.ts'
import type { ConsoleHandlers } from '../routeTable.ts'

type ErrorLogRoute = 'getErrorLog' | 'getFailureTrends' | 'listFindings' | 'ignoreCause' | 'heedCause'

/** The causes of failures, what several requests show together, and which of both are ignored. */
export function errorLogHandlers(
  service: Service,
  search: Pick<Search, 'failures' | 'count' | 'trends'>,
): Pick<ConsoleHandlers, ErrorLogRoute> {
  const { ignoredCauses } = service.stores
  return {
    getErrorLog: async ({ connection }) => {
      const [failures, { count, since }] = await Promise.all([search.failures(connection.id), search.count(connection.id)])
      return toErrorLog(failures, {
        provider: connection.provider,
        scimUrl: toScimUrl(service, connection.slug),
        exchangeCount: count,
        since,
        ignored: ignoredCauses.list(connection.id),
        now: service.now(),
      })
    },
    getFailureTrends: async ({ connection, query }) => {
      const times = toTrendTimes(service.now(), query.utcOffsetMinutes)
      const [byHour, byDay] = await Promise.all([
        search.trends(connection.id, times.hours),
        search.trends(connection.id, times.days),
      ])
      return toFailureTrends(times, byHour, byDay)
    },
    listFindings: ({ connection }) => readFindings(service, connection),
    ignoreCause: ({ connection, param, body }) => {
      ignoredCauses.set(connection.id, { key: param('key'), at: service.now(), ...body })
      service.events.publish({ type: 'causesChanged', connection: connection.slug })
      return { ignored: true }
    },
    heedCause: ({ connection, param }) => {
      ignoredCauses.remove(connection.id, param('key'))
      service.events.publish({ type: 'causesChanged', connection: connection.slug })
      return { ignored: false }
    },
  }
}
