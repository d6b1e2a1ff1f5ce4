import type { Connection, ConnectionSettings } from '#contract/connection.ts'
import type { NewConnection } from '#contract/console.ts'
import { findSlugFault, suggestSlug } from '#contract/slug.ts'
import { tolerances } from '../../protocol/tolerance/all.ts'
import type { ConnectionRemover } from '../../removeConnections.ts'
import type { Service } from '../../service.ts'
import type { Simulator } from '../../simulator/runSimulation.ts'
import type { StoredConnection } from '../../storage/connectionStore.ts'
import { invalid } from '../failure.ts'
import { type ConsoleHandlers, getConnection } from '../routeTable.ts'
import { forgetPlacesOfRemoved } from './places.ts'

/** The connections and their settings. */
export function connectionHandlers(
  service: Service,
  { remover, simulator }: { readonly remover: ConnectionRemover; readonly simulator: Simulator },
): Pick<
  ConsoleHandlers,
  'listConnections' | 'createConnection' | 'changeConnection' | 'getConnectionContents' | 'removeConnection'
> {
  const { connections, inTransaction } = service.stores

  const create = ({ name, slug, like, provider }: NewConnection): StoredConnection => {
    const about = { name, slug }
    const made =
      like === undefined
        ? connections.create(about, service.now())
        : connections.duplicate(getConnection(service, like).id, about, service.now())
    return provider === undefined ? made : connections.change(made.id, { provider })
  }

  return {
    listConnections: () => connections.list().map(toConnection),
    createConnection: ({ body }) => {
      const taken = connections.list().map(({ slug }) => slug)
      const fault = findSlugFault(body.slug, taken)
      if (fault !== undefined) return { result: 'refused', reason: fault, suggestion: suggestSlug(body.slug || body.name, taken) }
      const connection = inTransaction(() => create(body))
      service.events.publish({ type: 'connectionsChanged' })
      return { result: 'created', connection: toConnection(connection) }
    },
    getConnectionContents: ({ connection }) => connections.removal.count(connection.id),
    removeConnection: ({ connection }) => {
      if (connections.list().length === 1) return { result: 'onlyOne' }
      simulator.forget(connection.slug)
      const contents = remover.remove(connection)
      forgetPlacesOfRemoved(service)
      return { result: 'removed', contents }
    },
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
