import type { Schema } from '#contract/scim/schema.ts'
import { readSchema } from '../../protocol/schemas/readSchema.ts'
import { securityJourneySchema } from '../../protocol/schemas/securityJourney.ts'
import { ScimError } from '../../protocol/scimError.ts'
import type { Service } from '../../service.ts'
import type { StoredConnection } from '../../storage/connectionStore.ts'
import { notFound } from '../failure.ts'
import type { ConsoleHandlers } from '../routeTable.ts'

/** Each is looked at for every attribute that a request names. */
const maxExtensions = 20

const examples = [securityJourneySchema]

/** The custom extensions of a connection. */
export function extensionHandlers(
  service: Service,
): Pick<ConsoleHandlers, 'listExtensions' | 'addExtension' | 'changeExtension' | 'removeExtension'> {
  const { connections } = service.stores
  return {
    listExtensions: ({ connection }) => ({ extensions: connection.extensions, examples }),
    addExtension: ({ connection, body }) =>
      orRefused(() => {
        const schema = readSchema(body.schema)
        const reason = whyNot(connection, schema)
        if (reason !== undefined) return { result: 'refused', reason }
        connections.addExtension(connection.id, schema)
        service.events.publish({ type: 'setupChanged', connection: connection.slug })
        return { result: 'added', extension: schema }
      }),
    changeExtension: ({ connection, param, body }) => {
      const { id } = getExtension(connection, param('urn'))
      return orRefused(() => {
        const given = readSchema(body.schema)
        if (given.id.toLowerCase() !== id.toLowerCase()) {
          const reason = `id must stay ${id}, under which the values of the learners are stored. For another URN add another extension.`
          return { result: 'refused', reason }
        }
        // As it was spelled first: the values of the learners are stored under it.
        const schema = { ...given, id }
        connections.changeExtension(connection.id, schema)
        service.events.publish({ type: 'setupChanged', connection: connection.slug })
        return { result: 'changed', extension: schema }
      })
    },
    removeExtension: ({ connection, param }) => {
      const { id } = getExtension(connection, param('urn'))
      const { extensions } = connections.removeExtension(connection.id, id)
      service.events.publish({ type: 'setupChanged', connection: connection.slug })
      return { extensions, examples }
    },
  }
}

/** What the work answers, or why the schema was refused. */
function orRefused<Reply>(work: () => Reply): Reply | { readonly result: 'refused'; readonly reason: string } {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof ScimError)) throw error
    return { result: 'refused', reason: error.detail }
  }
}

function getExtension(connection: StoredConnection, urn: string): Schema {
  const schema = findExtension(connection, urn)
  if (!schema) throw notFound(`The connection "${connection.slug}" has no extension ${urn}.`)
  return schema
}

function findExtension({ extensions }: StoredConnection, urn: string): Schema | undefined {
  return extensions.find(({ id }) => id.toLowerCase() === urn.toLowerCase())
}

function whyNot(connection: StoredConnection, { id }: Schema): string | undefined {
  if (findExtension(connection, id)) {
    return `The connection has an extension with the URN ${id} already. Edit that one, or remove it first; the values of the learners stay stored.`
  }
  return connection.extensions.length >= maxExtensions ? `A connection takes ${maxExtensions} extensions at most.` : undefined
}
