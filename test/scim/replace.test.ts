// RFC 7644 §3.5.1: replacing with PUT
import { describe, expect, it } from 'vitest'
import { urns } from '#contract/scim/urns.ts'
import { aGroup, aPatch, aUser } from '../support/aUser.ts'
import { startService } from '../support/startService.ts'

it('replaces the attributes of a user and answers 200 with the whole of it (the example of §3.5.1)', async () => {
  const { scim } = await startService()
  const created = await scim.post('/Users', aUser({ userName: 'bjensen', roles: [{ value: 'guide' }], title: 'Guide' }))
  const body = {
    schemas: [urns.user],
    id: created.id,
    userName: 'bjensen',
    externalId: 'bjensen',
    name: { formatted: 'Ms. Barbara J Jensen III', familyName: 'Jensen', givenName: 'Barbara', middleName: 'Jane' },
    roles: [],
    emails: [{ value: 'bjensen@example.com' }, { value: 'babs@jensen.org' }],
  }
  const reply = await scim.put(`/Users/${created.id}`, body, { 'If-Match': created.headers.get('etag') ?? '' })
  const { roles: _, ...kept } = body
  expect(reply.status).toBe(200)
  expect(reply.headers.get('location')).toBe(created.headers.get('location'))
  expect(reply.body).toEqual({
    ...kept,
    active: true,
    meta: { ...(created.body['meta'] as object), lastModified: expect.any(String), version: reply.headers.get('etag') },
  })
  expect((await scim.get(`/Users/${created.id}`)).body).toEqual(reply.body)
})

describe('an attribute that the body leaves out', () => {
  it('is cleared, and so is one that is null or an empty list', async () => {
    const { scim } = await startService()
    const { id } = await scim.post(
      '/Users',
      aUser({
        title: 'Cook',
        nickName: 'May',
        schemas: [urns.user, urns.enterpriseUser],
        [urns.enterpriseUser]: { department: 'Tours' },
      }),
    )
    const { body } = await scim.put(`/Users/${id}`, aUser({ nickName: null, emails: [] }))
    for (const name of ['title', 'nickName', 'emails', urns.enterpriseUser]) expect(body).not.toHaveProperty([name])
    expect(body).toMatchObject({ schemas: [urns.user] })
  })

  it('is kept where it is active: an update that does not mention it brings nobody back', async () => {
    const { scim } = await startService()
    const { id } = await scim.post('/Users', aUser({ active: false }))
    expect((await scim.put(`/Users/${id}`, aUser({ active: undefined }))).body).toMatchObject({ active: false })
  })

  it('is kept where it is the members of a group; an empty list removes them', async () => {
    const { scim } = await startService()
    const user = await scim.post('/Users', aUser())
    const group = await scim.post('/Groups', aGroup({ members: [{ value: user.id }] }))
    expect((await scim.put(`/Groups/${group.id}`, aGroup({ displayName: 'Crew' }))).body).toMatchObject({
      displayName: 'Crew',
      members: [{ value: user.id }],
    })
    expect((await scim.put(`/Groups/${group.id}`, aGroup({ members: [] }))).body).not.toHaveProperty('members')
  })
})

it('replaces the members of a group: those who are not listed go', async () => {
  const { scim } = await startService()
  const ids: string[] = []
  for (const userName of ['a', 'b', 'c']) ids.push((await scim.post('/Users', aUser({ userName }))).id)
  const group = await scim.post('/Groups', aGroup({ members: [{ value: ids[0] }, { value: ids[1] }] }))
  const reply = await scim.put(`/Groups/${group.id}`, aGroup({ members: [{ value: ids[1] }, { value: ids[2] }] }))
  expect(reply.body).toMatchObject({ members: [{ value: ids[1] }, { value: ids[2] }] })
})

it('ignores read-only attributes, whatever they say', async () => {
  const { scim } = await startService()
  const created = await scim.post('/Users', aUser())
  const reply = await scim.put(
    `/Users/${created.id}`,
    aUser({ id: 'mine', meta: { created: 'never' }, groups: [{ value: 'g' }] }),
  )
  expect(reply).toMatchObject({ status: 200, body: { id: created.id, meta: created.body['meta'] } })
  expect(reply.body).not.toHaveProperty('groups')
})

it('creates nothing: 404 for an id that does not exist', async () => {
  const { scim } = await startService()
  expect((await scim.put('/Users/mine', aUser())).status).toBe(404)
  expect((await scim.get('/Users')).body).toMatchObject({ totalResults: 0 })
})

it('answers 400 when a required attribute is missing or a value has the wrong type, and changes nothing', async () => {
  const { scim } = await startService()
  const created = await scim.post('/Users', aUser())
  for (const [attributes, named] of [
    [{ userName: undefined }, 'userName'],
    [{ emails: [{ value: {} }] }, 'emails.value'],
    [{ active: 'perhaps' }, 'active'],
  ] as const) {
    expect(await scim.put(`/Users/${created.id}`, aUser(attributes))).toMatchObject({
      status: 400,
      body: { scimType: 'invalidValue', detail: expect.stringContaining(named) },
    })
  }
  expect((await scim.get(`/Users/${created.id}`)).body).toEqual(created.body)
})

it('answers 409 uniqueness to a name that another one has, and lets a resource keep its own in another case', async () => {
  const { scim } = await startService()
  await scim.post('/Users', aUser({ userName: 'taken' }))
  const { id } = await scim.post('/Users', aUser({ userName: 'mine' }))
  expect(await scim.put(`/Users/${id}`, aUser({ userName: 'Taken' }))).toMatchObject({
    status: 409,
    body: { scimType: 'uniqueness' },
  })
  expect((await scim.put(`/Users/${id}`, aUser({ userName: 'MINE' }))).body).toMatchObject({ userName: 'MINE' })
})

it('archives and restores by active, and the monitor says so', async () => {
  const { scim, lastExchange } = await startService()
  const { id } = await scim.post('/Users', aUser())
  await scim.put(`/Users/${id}`, aUser({ active: false }))
  expect(lastExchange()).toMatchObject({ action: 'archived' })
  await scim.patch(`/Users/${id}`, aPatch({ op: 'replace', path: 'active', value: true }))
  expect(lastExchange()).toMatchObject({ action: 'restored' })
})
