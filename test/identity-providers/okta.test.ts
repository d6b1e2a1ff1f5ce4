// Okta's requests as its own-app and catalog-app integrations send them
import { describe, expect, it } from 'vitest'
import { urns } from '#contract/scim/urns.ts'
import { createScimClient } from '../support/scimClient.ts'
import { startService } from '../support/startService.ts'

/** What Okta's SCIM client sends with each request. */
const oktaHeaders = {
  'User-Agent': 'Okta SCIM Client 1.0.0',
  Accept: 'application/scim+json',
  'Accept-Charset': 'utf-8',
  'Content-Type': 'application/scim+json; charset=utf-8',
}

const maya = {
  schemas: [urns.user],
  userName: 'maya.lindqvist@example.com',
  name: { givenName: 'Maya', familyName: 'Lindqvist' },
  emails: [{ primary: true, value: 'maya.lindqvist@example.com', type: 'work' }],
  displayName: 'Maya Lindqvist',
  locale: 'en-US',
  externalId: '00u1ab2cd3EF4gh5i6j7',
  groups: [],
  password: 'Xk29dmQa',
  active: true,
}

async function startOkta() {
  const service = await startService()
  const okta = createScimClient(service.scimUrl, service.token, oktaHeaders)
  const find = (userName: string) =>
    okta.get(`/Users?filter=userName%20eq%20%22${encodeURIComponent(userName)}%22&startIndex=1&count=100`)
  return { ...service, okta, find, create: () => okta.post('/Users', maya) }
}

describe('Okta, both kinds of app', () => {
  it('tests the connection with a page of two, and counts are integers', async () => {
    const { okta, lastExchange } = await startOkta()
    const reply = await okta.get('/Users?startIndex=1&count=2')
    expect(reply).toMatchObject({ status: 200, body: { totalResults: 0, startIndex: 1, itemsPerPage: 0, Resources: [] } })
    expect(lastExchange()).toMatchObject({ action: 'tested', caller: 'okta', sentence: 'Okta tested the connection' })
  })

  it('looks a user up, finds nobody, and creates one', async () => {
    const { okta, find, exchanges } = await startOkta()
    expect((await find('maya.lindqvist@example.com')).body).toMatchObject({ totalResults: 0, Resources: [] })
    const created = await okta.post('/Users', maya)
    expect(created).toMatchObject({ status: 201, body: { id: expect.any(String), active: true, userName: maya.userName } })
    expect(created.body).not.toHaveProperty('password')
    expect((await find('MAYA.Lindqvist@EXAMPLE.com')).body).toMatchObject({
      totalResults: 1,
      Resources: [{ id: created.id }],
    })
    expect(exchanges().map(({ action }) => action)).toEqual(['lookedUp', 'created', 'lookedUp'])
    expect(exchanges()[1]).toMatchObject({ sentence: 'Okta created Maya Lindqvist', resourceId: created.id })
  })

  it('updates by reading and putting back, and what it leaves out is cleared', async () => {
    const { okta, create } = await startOkta()
    const { id } = await create()
    const { body: read } = await okta.get(`/Users/${id}`)
    const { locale: _cleared, ...kept } = read
    const reply = await okta.put(`/Users/${id}`, {
      ...kept,
      name: { givenName: 'Maya', familyName: 'Berg' },
      displayName: 'Maya Berg',
    })
    expect(reply).toMatchObject({ status: 200, body: { id, displayName: 'Maya Berg', name: { familyName: 'Berg' } } })
    expect(reply.body).not.toHaveProperty('locale')
  })

  it('is told 409 with a detail for a second create of the same user', async () => {
    const { okta, create } = await startOkta()
    await create()
    expect(await okta.post('/Users', maya)).toMatchObject({
      status: 409,
      body: { scimType: 'uniqueness', detail: expect.stringContaining(maya.userName) },
    })
  })

  it('imports in pages of a hundred, in a stable order', async () => {
    const { okta } = await startOkta()
    for (let index = 0; index < 5; index += 1) await okta.post('/Users', { ...maya, userName: `user${index}@example.com` })
    const names = async (startIndex: number) => {
      const { body } = await okta.get(`/Users?startIndex=${startIndex}&count=2`)
      expect(body).toMatchObject({ totalResults: 5, startIndex })
      // The reply was just seen to be a ListResponse.
      return (body['Resources'] as { userName: string }[]).map(({ userName }) => userName)
    }
    expect([...(await names(1)), ...(await names(3)), ...(await names(5))]).toEqual(
      [0, 1, 2, 3, 4].map((index) => `user${index}@example.com`),
    )
  })
})

describe('Okta, an app of one’s own', () => {
  it('deactivates and reactivates by PUT', async () => {
    const { okta, create, exchanges, find } = await startOkta()
    const { id } = await create()
    const { body: read } = await okta.get(`/Users/${id}`)
    expect(await okta.put(`/Users/${id}`, { ...read, active: false })).toMatchObject({
      status: 200,
      body: { active: false },
    })
    expect(exchanges()[0]).toMatchObject({ action: 'archived', sentence: 'Okta archived Maya Lindqvist' })
    expect((await find(maya.userName)).body).toMatchObject({ totalResults: 1, Resources: [{ active: false }] })
    expect(await okta.put(`/Users/${id}`, { ...read, active: true })).toMatchObject({
      status: 200,
      body: { active: true },
    })
    expect(exchanges()[0]).toMatchObject({ action: 'restored' })
  })

  it('pushes a group and its members by PUT', async () => {
    const { okta, create } = await startOkta()
    const { id } = await create()
    const group = await okta.post('/Groups', { schemas: [urns.group], displayName: 'Platform Team', members: [] })
    expect(group.status).toBe(201)
    const path = `/Groups/${group.id}`
    const members = [{ value: id, display: maya.userName }]
    expect((await okta.put(path, { schemas: [urns.group], displayName: 'Platform Team', members })).status).toBe(200)
    expect((await okta.get(path)).body).toMatchObject({ members: [{ value: id, type: 'User' }] })
    expect((await okta.get(`/Users/${id}`)).body).toMatchObject({
      groups: [{ value: group.id, display: 'Platform Team' }],
    })
    expect((await okta.put(path, { schemas: [urns.group], displayName: 'Platform Team', members: [] })).body).not.toHaveProperty(
      'members',
    )
  })
})

describe('Okta, an app of the catalog', () => {
  const patchOf = (value: unknown) => ({ schemas: [urns.patchOp], Operations: [{ op: 'replace', value }] })

  it('deactivates and reactivates by a PATCH without path', async () => {
    const { okta, create, exchanges } = await startOkta()
    const { id } = await create()
    expect(await okta.patch(`/Users/${id}`, patchOf({ active: false }))).toMatchObject({
      status: 200,
      body: { active: false },
    })
    expect(exchanges()[0]).toMatchObject({ action: 'archived' })
    expect(await okta.patch(`/Users/${id}`, patchOf({ active: true }))).toMatchObject({
      status: 200,
      body: { active: true },
    })
  })

  it('changes members one by one and renames the group with its id in the value', async () => {
    const { okta, create } = await startOkta()
    const { id } = await create()
    const other = (await okta.post('/Users', { ...maya, userName: 'tomas.okoye@example.com' })).id
    const group = (
      await okta.post('/Groups', { schemas: [urns.group], displayName: 'Platform Team', members: [{ value: other }] })
    ).id
    const path = `/Groups/${group}`
    const membership = {
      schemas: [urns.patchOp],
      Operations: [
        { op: 'remove', path: `members[value eq "${other}"]` },
        { op: 'add', path: 'members', value: [{ value: id, display: maya.userName }] },
      ],
    }
    const changed = await okta.patch(path, membership)
    expect([changed.status, changed.headers.get('etag')]).toEqual([204, expect.stringMatching(/^W\//)])
    expect((await okta.patch(path, patchOf({ id: group, displayName: 'Platform & Tools' }))).status).toBe(204)
    expect((await okta.get(path)).body).toMatchObject({ displayName: 'Platform & Tools', members: [{ value: id }] })
    const all = { schemas: [urns.patchOp], Operations: [{ op: 'replace', path: 'members', value: [{ value: other }] }] }
    expect((await okta.patch(path, all)).status).toBe(204)
    expect((await okta.get(path)).body).toMatchObject({ members: [{ value: other }] })
    expect((await okta.delete(path)).status).toBe(204)
    expect((await okta.get(path)).status).toBe(404)
  })
})
