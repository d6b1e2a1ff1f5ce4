import type { Service } from '../../service.ts'
import type { StoredConnection } from '../../storage/connectionStore.ts'
import { notFound } from '../failure.ts'
import { readHistory } from '../history/readHistory.ts'
import { readState } from '../history/readState.ts'
import { findSubject } from '../history/subject.ts'
import type { ConsoleHandlers } from '../routeTable.ts'

/** What touched a learner or group, and what it was at any moment. */
export function historyHandlers(service: Service): Pick<ConsoleHandlers, 'getHistory' | 'getHistoryState' | 'listMembers'> {
  const getSubject = (connection: StoredConnection, id: string) => {
    const subject = findSubject(service, connection, id)
    if (!subject) throw notFound(`The connection "${connection.slug}" knows no learner or group ${id}.`)
    return subject
  }
  return {
    getHistory: ({ connection, param, query }) =>
      readHistory(service, connection, { subject: getSubject(connection, param('resource')), ...query }),
    getHistoryState: ({ connection, param, query }) => readState(getSubject(connection, param('resource')), query),
    listMembers: ({ connection, param, query: { at = Number.MAX_SAFE_INTEGER, ...page } }) =>
      getSubject(connection, param('resource')).membersAfter(at, page),
  }
}
