import type { Search } from '../../search.ts'
import type { Service } from '../../service.ts'
import { notFound } from '../failure.ts'
import type { ConsoleHandlers } from '../routeTable.ts'

/** The roster: learners, deleted ones too, and groups. */
export function learnerHandlers(
  service: Service,
  search: Pick<Search, 'learners'>,
): Pick<ConsoleHandlers, 'listLearners' | 'getLearner' | 'listGroups'> {
  const { resources } = service.stores
  return {
    // A page has an index; to find a name may take a look at all.
    listLearners: ({ connection, query }) =>
      query.search.trim() === '' ? resources.listLearners(connection.id, query) : search.learners(connection.id, query),
    getLearner: ({ connection, param }) => {
      const id = param('learner')
      const summary = resources.findLearner(connection.id, id)
      if (!summary) throw notFound(`The connection "${connection.slug}" has no learner ${id}.`)
      return { summary }
    },
    listGroups: ({ connection, query }) => resources.listGroups(connection.id, query),
  }
}
