import type { Connection, ConnectionSettings } from '#contract/connection.ts'
import { tolerances } from '../../protocol/tolerance/all.ts'
import type { Service } from '../../service.ts'
import type { StoredConnection } from '../../storage/connectionStore.ts'
import { invalid } from '../failure.ts'
import type { ConsoleHandlers } from '../routeTable.ts'

/** The connections and their settings. */
export function connectionHandlers(service: Service): Pick<ConsoleHandlers, 'listConnections' | 'changeConnection'> {
  return {
    listConnections: () => service.stores.connections.list().map(toConnection),
    changeConnection: ({ connection, body }) => {
      const { switches, settings, ...rest } = body
      for (const list of ['tolerancesOff', 'tolerancesOn'] as const) refuseUnknown(settings?.[list], connection.settings[list])
      const changed = service.stores.connections.change(connection.id, {
        ...rest,
        settings: { ...connection.settings, ...settings, switches: { ...connection.settings.switches, ...switches } },
      })
      service.events.publish({ type: 'setupChanged', connection: changed.slug })
      return toConnection(changed)
    },
  }
}

const known: ReadonlySet<string> = new Set(tolerances.map(({ name }) => name))

/** A misspelt name would switch nothing. One that is stored may come back: an older Rollcall knew it. */
function refuseUnknown(names: ConnectionSettings['tolerancesOff'] = [], stored: readonly string[]): void {
  const unknown = names.find((name) => !known.has(name) && !stored.includes(name))
  if (unknown !== undefined) throw invalid(`There is no tolerance named "${unknown.slice(0, 100)}".`)
}

/** Without what only the server knows of it. */
const toConnection = ({ slug, name, provider, settings, createdAt }: StoredConnection): Connection => ({
  slug,
  name,
  provider,
  settings,
  createdAt,
})
