// RFC 7643 §4.1.1, §4.2: the life of a learner, as active and DELETE have it
import { describe, expect, it } from 'vitest'
import { aGroup, aPatch, aUser } from '../support/aUser.ts'
import { startService } from '../support/startService.ts'

const filterBy = (text: string) => `/Users?filter=${encodeURIComponent(text)}`
const setActive = (active: boolean) => aPatch({ op: 'replace', path: 'active', value: active })

async function startWithArchived() {
  const service = await startService()
  const { scim } = service
  const { id } = await scim.post('/Users', aUser({ externalId: 'e1' }))
  const group = await scim.post('/Groups', aGroup({ members: [{ value: id }] }))
  expect(await scim.patch(`/Users/${id}`, setActive(false))).toMatchObject({ status: 200, body: { active: false } })
  return { ...service, id, group }
}

describe('an archived learner', () => {
  it.each([
    'userName eq "MAYA.lindqvist@example.com"',
    'externalId eq "e1"',
    'emails.value eq "maya.lindqvist@example.com"',
    'active eq false',
    'groups.display eq "Platform Team"',
  ])('is found by %s, and by id', async (filter) => {
    const { scim, id } = await startWithArchived()
    expect((await scim.get(filterBy(filter))).body).toMatchObject({ totalResults: 1, Resources: [{ id, active: false }] })
    expect(await scim.get(`/Users/${id}`)).toMatchObject({ status: 200, body: { active: false } })
  })

  it('keeps its groups, since Entra ID sends memberships once, and is restored with them', async () => {
    const { scim, id, group } = await startWithArchived()
    expect((await scim.get(`/Groups/${group.id}`)).body).toMatchObject({ members: [{ value: id }] })
    expect(await scim.patch(`/Users/${id}`, setActive(true))).toMatchObject({
      status: 200,
      body: { active: true, groups: [{ value: group.id }] },
    })
  })

  it('keeps its userName from others', async () => {
    const { scim } = await startWithArchived()
    expect(await scim.post('/Users', aUser())).toMatchObject({ status: 409, body: { scimType: 'uniqueness' } })
  })

  it('may be changed without being restored', async () => {
    const { scim, id } = await startWithArchived()
    expect(await scim.put(`/Users/${id}`, aUser({ active: undefined, title: 'Guide' }))).toMatchObject({
      status: 200,
      body: { active: false, title: 'Guide' },
    })
  })
})

it('is active when created without a word on it, and archived from the start when created so', async () => {
  const { scim, lastExchange } = await startService()
  expect((await scim.post('/Users', aUser({ active: undefined }))).body).toMatchObject({ active: true })
  expect((await scim.post('/Users', aUser({ userName: 'b', active: false }))).body).toMatchObject({ active: false })
  expect(lastExchange()).toMatchObject({ status: 201, action: 'created' })
})
