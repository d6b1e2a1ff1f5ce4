// RFC 7644 §3.3
import { expect, it } from 'vitest'
import { urns } from '#contract/scim/urns.ts'
import { aUser } from '../support/aUser.ts'
import { startService } from '../support/startService.ts'

it('answers 201 with the whole resource, its Location and its version', async () => {
  const { scim, scimUrl } = await startService()
  const reply = await scim.post('/Users', aUser({ [urns.enterpriseUser]: { department: 'Platform' } }))
  expect(reply.status).toBe(201)
  expect(reply.body).toMatchObject({
    schemas: [urns.user, urns.enterpriseUser],
    id: expect.any(String),
    userName: 'maya.lindqvist@example.com',
    active: true,
    [urns.enterpriseUser]: { department: 'Platform' },
    meta: { resourceType: 'User', location: `${scimUrl}/Users/${reply.id}`, version: reply.headers.get('etag') },
  })
  expect(reply.headers.get('location')).toBe(`${scimUrl}/Users/${reply.id}`)
})

it('makes a learner active who comes without active', async () => {
  const { scim } = await startService()
  expect((await scim.post('/Users', aUser({ active: undefined }))).body).toMatchObject({ active: true })
})

it('answers 409 uniqueness when the userName is taken, whatever its case, naming attribute, value and id', async () => {
  const { scim, lastExchange } = await startService()
  const first = await scim.post('/Users', aUser({ userName: 'bjensen' }))
  const reply = await scim.post('/Users', aUser({ userName: 'BJensen' }))
  expect(reply).toMatchObject({ status: 409, body: { scimType: 'uniqueness', status: '409' } })
  expect(reply.body['detail']).toContain('userName "BJensen"')
  expect(reply.body['detail']).toContain(first.id)
  expect(lastExchange()).toMatchObject({ status: 409, action: 'created', title: expect.any(String) })
})

it.each([
  ['an accent as a character of its own', 'Zoe\u0308@example.com', 'zo\u00eb@example.com'],
  ['full-width letters', '\uff22jensen', 'bjensen'],
  ['a Greek capital', '\u03a3\u039f\u03a6\u0399\u0391', '\u03c3\u03bf\u03c6\u03b9\u03b1'],
])('takes %s for the same userName (RFC 7644 §5)', async (_, one, other) => {
  const { scim } = await startService()
  const { id } = await scim.post('/Users', aUser({ userName: one }))
  expect(await scim.post('/Users', aUser({ userName: other }))).toMatchObject({ status: 409, body: { scimType: 'uniqueness' } })
  const found = await scim.get(`/Users?filter=${encodeURIComponent(`userName eq "${other}"`)}`)
  // It is kept as it came.
  expect(found.body['Resources']).toMatchObject([{ id, userName: one }])
})

it('says in the 409 that the holder is archived, and restores that learner instead where the connection is set so', async () => {
  const { scim, running } = await startService()
  const first = await scim.post('/Users', aUser())
  await scim.patch(`/Users/${first.id}`, {
    schemas: [urns.patchOp],
    Operations: [{ op: 'replace', path: 'active', value: false }],
  })
  expect((await scim.post('/Users', aUser())).body['detail']).toMatch(/archived/)

  const { connections } = running.service.stores
  connections.change(1, { settings: { ...connections.get(1).settings, createMeetsArchived: 'restore' } })
  expect(await scim.post('/Users', aUser({ title: 'Engineer' }))).toMatchObject({
    status: 201,
    body: { id: first.body['id'], active: true, title: 'Engineer' },
  })
})

it('restores by externalId too, where nobody has the userName and one archived learner has the externalId', async () => {
  const { scim, running, lastExchange } = await startService()
  const { connections } = running.service.stores
  connections.change(1, { settings: { ...connections.get(1).settings, createMeetsArchived: 'restore' } })
  const archive = async (userName: string, externalId: string) =>
    (await scim.post('/Users', aUser({ userName, externalId, active: false }))).id
  const renamed = await archive('maya.lindqvist', '00u1')
  for (const userName of ['one', 'two']) await archive(userName, '00u2')
  await scim.post('/Users', aUser({ userName: 'taken', externalId: '00u3' }))

  expect(await scim.post('/Users', aUser({ userName: 'maya.berg', externalId: '00u1' }))).toMatchObject({
    status: 201,
    body: { id: renamed, userName: 'maya.berg', active: true },
  })
  expect(lastExchange()).toMatchObject({ action: 'restored' })
  const { body } = await scim.post('/Users', aUser({ userName: 'three', externalId: '00u2' }))
  expect((await scim.get('/Users?count=0')).body).toMatchObject({ totalResults: 5 })
  expect(body).toMatchObject({ userName: 'three' })
  expect((await scim.post('/Users', aUser({ userName: 'taken', externalId: '00u2' }))).status).toBe(409)
})

it('accepts a password, and neither returns nor stores it', async () => {
  const { scim, running, lastExchange } = await startService()
  const reply = await scim.post('/Users', aUser({ password: 'Xk29dmQa' }))
  expect(reply.status).toBe(201)
  expect(reply.text).not.toContain('Xk29dmQa')
  const stored = running.service.stores.exchanges.get(lastExchange().id)
  expect(JSON.stringify(stored)).not.toContain('Xk29dmQa')
  expect(stored?.notKept).toContain('password')
})

it('names the attribute that is missing or of the wrong type', async () => {
  const { scim } = await startService()
  expect((await scim.post('/Users', { schemas: [urns.user] })).body).toMatchObject({
    scimType: 'invalidValue',
    detail: expect.stringContaining('userName'),
  })
  expect((await scim.post('/Users', aUser({ name: 'Maya' }))).body).toMatchObject({
    scimType: 'invalidValue',
    detail: expect.stringContaining('name'),
  })
})

it('lets an externalId repeat, and warns in the monitor', async () => {
  const { scim, lastExchange } = await startService()
  await scim.post('/Users', aUser({ externalId: 'e1' }))
  const reply = await scim.post('/Users', aUser({ externalId: 'e1', userName: 'another@example.com' }))
  expect(reply.status).toBe(201)
  expect(lastExchange().title).toMatch(/externalId/)
})

it('ignores what only the service gives, and what no schema of it defines', async () => {
  const { scim, scimUrl } = await startService()
  const reply = await scim.post(
    '/Users',
    aUser({
      schemas: [urns.user, 'urn:example:params:scim:schemas:Badge'],
      id: 'mine',
      meta: { resourceType: 'Group', created: '2001-01-01T00:00:00Z', location: 'https://example.com/mine' },
      groups: [{ value: 'g1', display: 'Admins' }],
      'urn:example:params:scim:schemas:Badge': { number: 7 },
      shoeSize: 41,
    }),
  )
  expect(reply.status).toBe(201)
  expect(reply.id).not.toBe('mine')
  const location = `${scimUrl}/Users/${reply.id}`
  expect(reply.body).toEqual({ ...aUser(), id: reply.id, meta: expect.objectContaining({ resourceType: 'User', location }) })
})

it('takes a type that is not among the canonicalValues: RFC 7643 §2.3.1 leaves it to the service to restrict them', async () => {
  const { scim } = await startService()
  const emails = [{ value: 'maya@example.com', type: 'Alumni' }]
  expect(await scim.post('/Users', aUser({ emails }))).toMatchObject({ status: 201, body: { emails } })
})
