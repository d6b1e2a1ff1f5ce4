import type { Connection } from '#contract/connection.ts'
import type { Service } from '../../service.ts'
import type { StoredConnection } from '../../storage/connectionStore.ts'
import type { ConsoleHandlers } from '../routeTable.ts'

/** The connections and their settings. */
export function connectionHandlers(service: Service): Pick<ConsoleHandlers, 'listConnections' | 'changeConnection'> {
  return {
    listConnections: () => service.stores.connections.list().map(toConnection),
    changeConnection: ({ connection, body }) => {
      const { switches, settings, ...rest } = body
      const changed = service.stores.connections.change(connection.id, {
        ...rest,
        settings: { ...connection.settings, ...settings, switches: { ...connection.settings.switches, ...switches } },
      })
      service.events.publish({ type: 'setupChanged', connection: changed.slug })
      return toConnection(changed)
    },
  }
}

/** Without what only the server knows of it. */
const toConnection = ({ slug, name, provider, settings, createdAt }: StoredConnection): Connection => ({
  slug,
  name,
  provider,
  settings,
  createdAt,
})
