import { toResource } from '../../operations/toResource.ts'
import { getResourceType } from '../../protocol/schemas/resourceTypes.ts'
import { type Service, toScimUrl } from '../../service.ts'
import { notFound } from '../failure.ts'
import type { ConsoleHandlers } from '../routeTable.ts'

/** A learner's newest exchanges that are sent along; the activity list, narrowed to the learner, has the rest. */
const historyLength = 200

/** The roster: learners, deleted ones too, and groups. */
export function learnerHandlers(service: Service): Pick<ConsoleHandlers, 'listLearners' | 'getLearner' | 'listGroups'> {
  const { exchanges, memberships, resources } = service.stores
  return {
    listLearners: ({ connection, query }) => resources.listLearners(connection.id, query),
    getLearner: ({ connection, param }) => {
      const id = param('learner')
      const learner = resources.findLearner(connection.id, id)
      if (!learner) throw notFound(`The connection "${connection.slug}" has no learner ${id}.`)
      return {
        summary: learner.summary,
        resource: toResource(
          { service, connection, baseUrl: toScimUrl(service, connection.slug) },
          getResourceType('User', connection.extensions),
          { stored: learner.resource },
        ),
        extensions: connection.extensions.map((schema) => ({ id: schema.id, name: schema.name })),
        groups: memberships.ofMember(learner.resource),
        history: exchanges.ofResource(connection.id, id, historyLength),
      }
    },
    listGroups: ({ connection }) => resources.listGroups(connection.id),
  }
}
