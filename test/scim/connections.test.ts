// Several connections behind one listener: each with its own roster and tokens
import { expect, it } from 'vitest'
import { createConnectionRemover } from '../../server/removeConnections.ts'
import { aGroup, aPatch, aUser } from '../support/aUser.ts'
import { createScimClient } from '../support/scimClient.ts'
import { startService } from '../support/startService.ts'

/** `default` and `acme`, each with a client that has its token. */
async function startTwo() {
  const first = await startService()
  const { service } = first.running
  const acme = service.stores.connections.create({ slug: 'acme', name: 'Acme' }, service.now())
  const acmeToken = service.tokens.reset(acme.id, 0).secret
  const acmeUrl = first.scimUrl.replace('/default/', '/acme/')
  const newest = (connectionId: number) => {
    first.running.flush()
    return service.stores.exchanges.list(connectionId, { limit: 10 }).exchanges
  }
  return { ...first, service, acme, acmeUrl, acmeToken, other: createScimClient(acmeUrl, acmeToken), newest }
}

it('keeps rosters apart: the same names and externalIds live side by side, and nobody finds those of the other', async () => {
  const { scim, other, acmeUrl } = await startTwo()
  const here = await scim.post('/Users', aUser({ userName: 'maya@example.com', externalId: '00u1' }))
  const there = await other.post('/Users', aUser({ userName: 'maya@example.com', externalId: '00u1' }))
  expect([here.status, there.status]).toEqual([201, 201])
  expect((await scim.post('/Users', aUser({ userName: 'MAYA@example.com' }))).status).toBe(409)
  expect((await other.get('/Users?filter=userName eq "maya@example.com"')).body).toMatchObject({
    totalResults: 1,
    Resources: [{ id: there.id, meta: { location: `${acmeUrl}/Users/${there.id}` } }],
  })
  for (const reply of [
    await other.get(`/Users/${here.id}`),
    await other.patch(`/Users/${here.id}`, aPatch({ op: 'replace', path: 'active', value: false })),
    await other.delete(`/Users/${here.id}`),
  ]) {
    expect(reply.status).toBe(404)
  }
  expect((await scim.get(`/Users/${here.id}`)).body).toMatchObject({ active: true })
})

it('takes no member from another connection into a group', async () => {
  const { scim, other } = await startTwo()
  const { id } = await scim.post('/Users', aUser())
  const group = await other.post('/Groups', aGroup({ displayName: 'Engineering' }))
  const reply = await other.patch(`/Groups/${group.id}`, aPatch({ op: 'add', path: 'members', value: [{ value: id }] }))
  expect(reply).toMatchObject({ status: 400, body: { scimType: 'invalidValue', detail: expect.stringContaining(id) } })
  expect((await other.post('/Groups', aGroup({ displayName: 'Sales', members: [{ value: id }] }))).status).toBe(400)
})

it('refuses the token of one at the other, and says what to compare', async () => {
  const { scim, scimUrl, acme, acmeToken, newest, lastExchange } = await startTwo()
  const stray = createScimClient(scimUrl, acmeToken)
  expect(await stray.get('/Users')).toMatchObject({
    status: 401,
    body: { detail: expect.stringContaining('belongs to another connection') },
  })
  expect(lastExchange()).toMatchObject({ status: 401, title: 'The token belongs to another connection' })
  expect((await scim.get('/Users')).status).toBe(200)
  expect(newest(acme.id)).toEqual([])
})

it('keeps what arrived apart, and shows to both what named no connection', async () => {
  const { scim, other, scimUrl, acme, newest } = await startTwo()
  await scim.post('/Users', aUser({ userName: 'here' }))
  await other.post('/Users', aUser({ userName: 'there' }))
  await fetch(scimUrl.replace('/default/', '/nobody/'))
  expect(newest(1).map(({ target, status }) => [target, status])).toEqual([
    ['/nobody/scim/v2', 404],
    ['/Users', 201],
  ])
  expect(newest(acme.id).map(({ status }) => status)).toEqual([404, 201])
})

it('pauses and switches one without the other', async () => {
  const { scim, other, service, acme } = await startTwo()
  service.stores.connections.change(acme.id, { settings: { ...acme.settings, paused: true } })
  const paused = await other.get('/Users')
  expect([paused.status, paused.headers.get('Retry-After')]).toEqual([503, '60'])
  expect((await scim.get('/Users')).status).toBe(200)
  service.stores.connections.change(acme.id, { settings: acme.settings })
  expect((await other.get('/Users')).status).toBe(200)
})

it('answers 404 from the moment that a connection is removed, and does not know its token any more', async () => {
  const { scim, other, scimUrl, service, acme, acmeToken, newest } = await startTwo()
  await other.post('/Users', aUser())
  const remover = createConnectionRemover(service)
  remover.remove(acme)
  expect(await other.get('/Users')).toMatchObject({ status: 404, body: { status: '404' } })
  expect(await createScimClient(scimUrl, acmeToken).get('/Users')).toMatchObject({
    status: 401,
    body: { detail: expect.stringContaining('not one of this connection') },
  })
  await remover.settled()
  expect(newest(1).map(({ status }) => status)).toEqual([401, 404])
  expect((await scim.get('/Users')).body).toMatchObject({ totalResults: 0 })
})

it('changes nothing for a request that a fault still held when its connection was removed', async () => {
  const { other, service, acme, newest } = await startTwo()
  service.faults.arm('acme', { kind: 'delay', action: 'any', count: 1, seconds: 1 })
  const held = other.post('/Users', aUser())
  await new Promise((resolve) => setTimeout(resolve, 300))
  const remover = createConnectionRemover(service)
  remover.remove(acme)
  expect(await held).toMatchObject({ status: 404 })
  await remover.settled()
  expect(service.stores.connections.removal.count(acme.id)).toEqual({ learners: 0, groups: 0, exchanges: 0, tokens: 0 })
  expect(newest(1)).toMatchObject([{ status: 404 }])
})

it('refuses no request while a token is rotated under load', async () => {
  const { scimUrl, service, token } = await startTwo()
  let current = token
  let isRotating = true
  const statuses: number[] = []
  const usedTokens = new Set<string>()
  /** A provider that learns of a new token late: each caller takes the one that it knew when it began its batch. */
  const call = async () => {
    while (isRotating) {
      const known = current
      usedTokens.add(known)
      const client = createScimClient(scimUrl, known)
      for (let count = 0; count < 3; count += 1) statuses.push((await client.get('/Users?count=1')).status)
    }
  }
  const callers = Array.from({ length: 4 }, call)
  for (let count = 0; count < 8; count += 1) {
    await new Promise((resolve) => setTimeout(resolve, 60))
    current = service.tokens.reset(1, 60).secret
  }
  isRotating = false
  await Promise.all(callers)
  expect(usedTokens.size).toBeGreaterThan(4)
  expect(statuses.length).toBeGreaterThan(50)
  expect(new Set(statuses)).toEqual(new Set([200]))
})
