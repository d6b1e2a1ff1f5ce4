import type { Service } from '../../service.ts'
import { invalid, notFound } from '../failure.ts'
import type { ConsoleHandlers } from '../routeTable.ts'

/** Making and ending the tokens of a connection. */
export function tokenHandlers(service: Service): Pick<ConsoleHandlers, 'issueToken' | 'revokeToken'> {
  return {
    issueToken: ({ connection, body }) => {
      if (body.expiresAt !== null && Date.parse(body.expiresAt) <= Date.parse(service.now())) {
        throw invalid(`expiresAt: ${body.expiresAt} is over already.`)
      }
      const expiresAt = body.expiresAt === null ? null : new Date(body.expiresAt).toISOString()
      const issued = service.stores.inTransaction(() => {
        // "I have stored it" was said of the token before.
        service.stores.connections.changeSetup(connection.id, { tokenStored: false })
        return service.tokens.reset(connection.id, body.overlapMinutes, expiresAt)
      })
      service.events.publish({ type: 'setupChanged', connection: connection.slug })
      return issued
    },
    revokeToken: ({ connection, param }) => {
      const id = Number(param('token'))
      if (!service.tokens.list(connection.id).some((token) => token.id === id)) {
        throw notFound(`The connection "${connection.slug}" has no token ${param('token')}.`)
      }
      service.tokens.revoke(connection.id, id)
      service.events.publish({ type: 'setupChanged', connection: connection.slug })
      return service.tokens.list(connection.id)
    },
  }
}
