import type { HistoryPage, HistoryState } from '#contract/history.ts'
import { readHistory } from '../../server/console/history/readHistory.ts'
import { readState } from '../../server/console/history/readState.ts'
import { findSubject, type Subject } from '../../server/console/history/subject.ts'
import { startService, type TestService } from './startService.ts'

/** A running service, with the histories of its learners and groups as the console reads them. */
export async function startHistory() {
  const started: TestService = await startService()
  const { running } = started
  const { service } = running
  const getSubject = (id: string): Subject => {
    running.flush()
    const subject = findSubject(service, service.stores.connections.get(1), id)
    if (!subject) throw new Error(`Nothing is known of ${id}.`)
    return subject
  }
  return {
    ...started,
    service,
    getSubject,
    historyOf: (id: string, page: { before?: number; limit?: number } = {}): HistoryPage =>
      readHistory(service, service.stores.connections.get(1), { subject: getSubject(id), limit: 100, ...page }),
    stateOf: (id: string, at: { at?: number; against?: number } = {}): HistoryState => readState(getSubject(id), at),
    /** Searches the roster. */
    find: (search: string): string[] =>
      service.stores.resources.listLearners(1, { search, offset: 0, limit: 10 }).learners.map(({ id }) => id),
  }
}
