// The requests of OneLogin, JumpCloud, PingOne, Google, CyberArk, Keycloak, authentik and Rippling, as far as they are known
import { describe, expect, it } from 'vitest'
import { urns } from '#contract/scim/urns.ts'
import { aGroup, aPatch, aUser } from '../support/aUser.ts'
import { createScimClient } from '../support/scimClient.ts'
import { startService } from '../support/startService.ts'

/** A service, and the names of the rules that the last request bent. */
async function start() {
  const service = await startService()
  const { stores } = service.running.service
  const bent = () => stores.exchanges.get(service.lastExchange().id)?.tolerances.map(({ name }) => name)
  return { ...service, bent }
}

const filterBy = (text: string) => `filter=${encodeURIComponent(text)}`

describe('OneLogin', () => {
  it('is switched on by a look-up of somebody who is not there: 200 with an empty list', async () => {
    const { scim } = await start()
    expect(await scim.get(`/Users?${filterBy('userName eq "nobody@example.com"')}`)).toMatchObject({
      status: 200,
      body: { totalResults: 0, Resources: [] },
    })
  })

  it('creates from a template that has an object for emails', async () => {
    const { scim, bent } = await start()
    const emails = { value: 'maya@example.com', type: 'work', primary: true }
    expect(await scim.post('/Users', aUser({ emails }))).toMatchObject({ status: 201, body: { emails: [emails] } })
    expect(bent()).toEqual(['value-without-list'])
  })

  it('suspends and brings back by PUT', async () => {
    const { scim, lastExchange } = await start()
    const { id } = await scim.post('/Users', aUser())
    expect(await scim.put(`/Users/${id}`, aUser({ active: false }))).toMatchObject({ status: 200, body: { active: false } })
    expect(lastExchange()).toMatchObject({ action: 'archived' })
    expect(await scim.put(`/Users/${id}`, aUser({ active: true }))).toMatchObject({ status: 200, body: { active: true } })
    expect(lastExchange()).toMatchObject({ action: 'restored' })
  })

  it('changes members in the form of SCIM 1.1', async () => {
    const { scim, bent } = await start()
    const maya = await scim.post('/Users', aUser())
    const tomas = await scim.post('/Users', aUser({ userName: 'tomas' }))
    const { id } = await scim.post('/Groups', aGroup({ members: [{ value: tomas.id }] }))
    const members = [
      { value: maya.id, operation: 'add' },
      { value: tomas.id, operation: 'delete' },
    ]
    expect((await scim.patch(`/Groups/${id}`, { members })).status).toBe(204)
    expect(bent()).toEqual(['missing-schema', 'operation-in-member'])
    const { body } = await scim.get(`/Groups/${id}`)
    expect(body['members']).toEqual([expect.objectContaining({ value: maya.id })])
  })
})

describe('JumpCloud', () => {
  it('tests the connection by creating a user and a group and removing them again', async () => {
    const { scim } = await start()
    const email = 'scim-test@example.com'
    expect((await scim.get(`/Users?${filterBy(`emails.value eq "${email}"`)}`)).body).toMatchObject({ totalResults: 0 })
    const user = await scim.post('/Users', aUser({ userName: email, emails: [{ value: email, type: 'work' }] }))
    const group = await scim.post('/Groups', aGroup({ displayName: 'JumpCloud test' }))
    expect([user.status, user.id, group.status]).toEqual([201, expect.stringMatching(/./), 201])
    for (const path of [`/Groups/${group.id}`, `/Users/${user.id}`]) expect((await scim.delete(path)).status).toBe(204)
  })

  it('with a slash behind its base URL doubles it, and is served', async () => {
    const { scim, bent } = await start()
    expect((await scim.get('//Users?count=1')).status).toBe(200)
    expect(bent()).toEqual(['doubled-slash'])
  })

  it('renames a group without a path and adds members by one', async () => {
    const { scim } = await start()
    const user = await scim.post('/Users', aUser())
    const { id } = await scim.post('/Groups', aGroup())
    await scim.patch(`/Groups/${id}`, aPatch({ op: 'replace', value: { displayName: 'Renamed' } }))
    await scim.patch(`/Groups/${id}`, aPatch({ op: 'add', path: 'members', value: [{ value: user.id }] }))
    expect((await scim.get(`/Groups/${id}`)).body).toMatchObject({ displayName: 'Renamed', members: [{ value: user.id }] })
  })
})

it('PingOne probes a user of id 0: 404 with a SCIM error', async () => {
  const { scim } = await start()
  const reply = await scim.get('/Users/0')
  expect([reply.status, reply.headers.get('content-type')]).toEqual([404, expect.stringContaining('application/scim+json')])
  expect(reply.body).toMatchObject({ schemas: [urns.error], status: '404' })
})

describe('Google', () => {
  it('reads the attributes of the core user from its schema', async () => {
    const { scim } = await start()
    const { body } = await scim.get(`/Schemas/${urns.user}`)
    const names = Array.isArray(body['attributes']) ? body['attributes'].map(({ name }) => name) : []
    expect(names).toEqual(expect.arrayContaining(['userName', 'name', 'emails', 'active']))
  })

  it('deletes somebody who is active, or weeks after a suspension: 204, then 404', async () => {
    const { scim } = await start()
    for (const active of [true, false]) {
      const { id } = await scim.post('/Users', aUser({ userName: String(active) }))
      if (!active) await scim.patch(`/Users/${id}`, aPatch({ op: 'replace', path: 'active', value: false }))
      expect((await scim.delete(`/Users/${id}`)).status).toBe(204)
      expect((await scim.get(`/Users/${id}`)).status).toBe(404)
    }
  })
})

it('CyberArk verifies by discovery, each thing by itself, with the URN escaped, and a page of one', async () => {
  const { scim } = await start()
  for (const path of [
    '/ServiceProviderConfig',
    '/ResourceTypes/User',
    '/ResourceTypes/Group',
    `/Schemas/${encodeURIComponent(urns.user)}`,
    `/Schemas/${encodeURIComponent(urns.enterpriseUser)}`,
    '/Users?count=1',
  ]) {
    const reply = await scim.get(path)
    expect([path, reply.status]).toEqual([path, 200])
  }
})

describe('Keycloak', () => {
  it('creates with an e-mail address that has neither type nor primary, and posts application/json', async () => {
    const { scimUrl, token } = await start()
    const keycloak = createScimClient(scimUrl, token, { 'Content-Type': 'application/json; charset=UTF-8' })
    const emails = [{ value: 'tomas.okoye@example.com' }]
    const reply = await keycloak.post('/Users', aUser({ userName: 'tomas', externalId: '7c1e', emails, roles: [] }))
    expect(reply).toMatchObject({ status: 201, body: { emails, externalId: '7c1e' } })
    expect(reply.body).not.toHaveProperty('roles')
  })

  it('disables by a PATCH with text for a boolean', async () => {
    const { scim, bent } = await start()
    const { id } = await scim.post('/Users', aUser())
    expect(await scim.patch(`/Users/${id}`, aPatch({ op: 'replace', path: 'active', value: 'false' }))).toMatchObject({
      status: 200,
      body: { active: false },
    })
    expect(bent()).toEqual(['string-boolean'])
  })

  it('puts a group with members by value and $ref, and patches it attribute by attribute', async () => {
    const { scim, scimUrl } = await start()
    const { id: member } = await scim.post('/Users', aUser())
    const { id } = await scim.post('/Groups', aGroup())
    const members = [{ value: member, $ref: `${scimUrl}/Users/${member}` }]
    expect(await scim.put(`/Groups/${id}`, aGroup({ members }))).toMatchObject({
      status: 200,
      body: { members: [{ value: member }] },
    })
    const changed = aPatch(
      { op: 'replace', path: 'displayName', value: 'Crew' },
      { op: 'replace', path: 'externalId', value: '9f2' },
      { op: 'remove', path: 'members' },
    )
    expect((await scim.patch(`/Groups/${id}`, changed)).status).toBe(204)
    const { body } = await scim.get(`/Groups/${id}`)
    expect(body).toMatchObject({ displayName: 'Crew', externalId: '9f2' })
    expect(body).not.toHaveProperty('members')
  })
})

describe('authentik', () => {
  it('creates without a look-up, and after a 409 links by a filter without quotation marks', async () => {
    const { scim, bent } = await start()
    const priya = aUser({ userName: 'priya', emails: [{ value: 'priya.raman@example.com', type: 'other', primary: true }] })
    const { id } = await scim.post('/Users', priya)
    expect((await scim.post('/Users', priya)).status).toBe(409)
    expect((await scim.get(`/Users?${filterBy('userName eq priya')}`)).body).toMatchObject({
      totalResults: 1,
      Resources: [{ id }],
    })
    expect(bent()).toEqual(['unquoted-value'])
  })

  it('is told 404 for an update of somebody who is gone, so that it creates again', async () => {
    const { scim } = await start()
    const { id } = await scim.post('/Users', aUser())
    await scim.delete(`/Users/${id}`)
    expect((await scim.put(`/Users/${id}`, aUser())).status).toBe(404)
    expect((await scim.post('/Users', aUser())).status).toBe(201)
  })

  it('patches a group by the whole of it, and members one operation each', async () => {
    const { scim, bent } = await start()
    const one = await scim.post('/Users', aUser())
    const two = await scim.post('/Users', aUser({ userName: 'two' }))
    const { id, body } = await scim.post('/Groups', aGroup({ members: [{ value: one.id }] }))
    const whole = { ...body, displayName: 'Crew', members: [{ value: one.id }] }
    expect((await scim.patch(`/Groups/${id}`, aPatch({ op: 'replace', value: whole }))).status).toBe(204)
    expect(bent()).toEqual(['read-only-in-value'])
    await scim.patch(
      `/Groups/${id}`,
      aPatch(
        { op: 'add', path: 'members', value: [{ value: two.id }] },
        { op: 'remove', path: 'members', value: [{ value: one.id }] },
      ),
    )
    expect(bent()).toEqual(['remove-listed-values'])
    const { body: read } = await scim.get(`/Groups/${id}`)
    expect(read).toMatchObject({ displayName: 'Crew' })
    expect(read['members']).toEqual([expect.objectContaining({ value: two.id })])
  })
})

it('Rippling looks up by externalId', async () => {
  const { scim } = await start()
  const { id } = await scim.post('/Users', aUser({ externalId: 'rip-7' }))
  expect((await scim.get(`/Users?${filterBy('externalId eq "rip-7"')}`)).body).toMatchObject({
    totalResults: 1,
    Resources: [{ id }],
  })
})
