import type { Service } from '../../service.ts'
import { notFound } from '../failure.ts'
import type { ConsoleHandlers } from '../routeTable.ts'

/** The roster: learners, deleted ones too, and groups. */
export function learnerHandlers(service: Service): Pick<ConsoleHandlers, 'listLearners' | 'getLearner' | 'listGroups'> {
  const { resources } = service.stores
  return {
    listLearners: ({ connection, query }) => resources.listLearners(connection.id, query),
    getLearner: ({ connection, param }) => {
      const id = param('learner')
      const summary = resources.findLearner(connection.id, id)
      if (!summary) throw notFound(`The connection "${connection.slug}" has no learner ${id}.`)
      return { summary }
    },
    listGroups: ({ connection, query }) => resources.listGroups(connection.id, query),
  }
}
