import { randomUUID } from 'node:crypto'
import express from 'express'
import SCIMMY from 'scimmy'
import SCIMMYRouters from 'scimmy-routers'

/**
 * SCIMMY with scimmy-routers over its users in memory, as its documentation sets it up: the ready-made way to a SCIM endpoint
 * in Node. Prints its port.
 */
interface Asked {
  readonly id?: string
  readonly filter?: { readonly match: (all: Record<string, unknown>[]) => Record<string, unknown>[] }
}

const users = new Map<string, Record<string, unknown>>()

SCIMMY.Resources.declare(SCIMMY.Resources.User, {
  egress: (resource: Asked) => {
    if (resource.id !== undefined) {
      const found = users.get(resource.id)
      if (!found) throw new SCIMMY.Types.Error(404, '', `No user ${resource.id}`)
      return found
    }
    const all = [...users.values()]
    return resource.filter ? resource.filter.match(all) : all
  },
  ingress: (resource: Asked, data: Record<string, unknown>) => {
    const id = resource.id ?? randomUUID()
    const now = new Date().toISOString()
    const user = { ...data, id, meta: { resourceType: 'User', created: now, lastModified: now } }
    users.set(id, user)
    return user
  },
  degress: (resource: Asked) => {
    users.delete(resource.id ?? '')
  },
})

const app = express()
app.use('/scim', new SCIMMYRouters({ type: 'bearer', handler: () => 'bench' }))
const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`)
})
// A page takes it so long that connections of other requests would be taken for idle ones.
server.keepAliveTimeout = 65_000
