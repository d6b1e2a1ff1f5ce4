// Entra ID's requests, as it sends them by default and with aadOptscim062020
import { describe, expect, it } from 'vitest'
import { urns } from '#contract/scim/urns.ts'
import { createScimClient } from '../support/scimClient.ts'
import { startService } from '../support/startService.ts'

const guid = 'c51c5d6e-0f4a-4b0e-a2cb-6a1f0d2e77aa'

const maya = {
  schemas: [urns.user, urns.enterpriseUser],
  externalId: 'mlindqvist',
  userName: 'maya.lindqvist@example.com',
  active: true,
  displayName: 'Maya Lindqvist',
  title: 'Engineer',
  preferredLanguage: 'en-GB',
  emails: [{ primary: true, type: 'work', value: 'maya.lindqvist@example.com' }],
  meta: { resourceType: 'User' },
  name: { formatted: 'Maya Lindqvist', familyName: 'Lindqvist', givenName: 'Maya' },
  roles: [],
  [urns.enterpriseUser]: { department: 'Platform', manager: 'a-manager-id' },
}

async function startEntra() {
  const service = await startService()
  const entra = createScimClient(service.scimUrl, service.token, {
    ADSCIMVersion: '5.0',
    'Content-Type': 'application/scim+json; charset=utf-8',
  })
  const created = async () => `/Users/${(await entra.post('/Users', maya)).id}`
  const patch = (path: string, ...operations: object[]) => entra.patch(path, { schemas: [urns.patchOp], Operations: operations })
  return { ...service, entra, created, patch }
}

it('tests the connection by looking for a user and a group that nobody has, and finds empty lists', async () => {
  const { entra, exchanges } = await startEntra()
  for (const path of [
    `/Users?filter=userName+eq+"${guid}"`,
    `/Groups?excludedAttributes=members&filter=displayName+eq+"${guid}"`,
  ]) {
    expect(await entra.get(path)).toMatchObject({ status: 200, body: { totalResults: 0, Resources: [] } })
  }
  expect(exchanges()).toMatchObject([
    { action: 'tested' },
    { action: 'tested', caller: 'entra', sentence: 'Entra ID tested the connection' },
  ])
})

it('creates a user with the enterprise extension, and gets the manager back as an object', async () => {
  const { entra, lastExchange } = await startEntra()
  const reply = await entra.post('/Users', maya)
  expect(reply).toMatchObject({
    status: 201,
    body: { externalId: 'mlindqvist', [urns.enterpriseUser]: { department: 'Platform', manager: { value: 'a-manager-id' } } },
  })
  expect(lastExchange()).toMatchObject({ sentence: 'Entra ID created Maya Lindqvist' })
})

it.each([
  'userName+eq+"maya.lindqvist@example.com"',
  'userName+eq+"MAYA.LINDQVIST@example.com"',
  'externalId+eq+"mlindqvist"',
  'emails%5Btype+eq+%22work%22%5D.value+eq+%22maya.lindqvist%40example.com%22',
  'emails[type eq "work"].value eq "Maya.Lindqvist@example.com"',
])('matches a user by %s, archived or not', async (filter) => {
  const { entra, created, patch } = await startEntra()
  const path = await created()
  expect((await entra.get(`/Users?aadOptscim062020&filter=${filter}`)).body).toMatchObject({ totalResults: 1 })
  await patch(path, { op: 'Replace', path: 'active', value: 'False' })
  expect((await entra.get(`/Users?filter=${filter}`)).body).toMatchObject({ totalResults: 1, Resources: [{ active: false }] })
})

describe('updates, by default', () => {
  it('changes attributes one operation each, creating the values that a path names', async () => {
    const { created, patch, running, lastExchange } = await startEntra()
    const reply = await patch(
      await created(),
      { op: 'Replace', path: 'displayName', value: 'Maya Lindqvist-Berg' },
      { op: 'Replace', path: 'name.familyName', value: 'Lindqvist-Berg' },
      { op: 'Replace', path: 'emails[type eq "work"].value', value: 'maya.berg@example.com' },
      { op: 'Add', path: 'phoneNumbers[type eq "mobile"].value', value: '+46 70 555 01 00' },
      { op: 'Add', path: 'addresses[type eq "work"].formatted', value: 'Storgatan 1' },
      { op: 'Add', path: `${urns.enterpriseUser}:department`, value: 'Security' },
    )
    expect(reply).toMatchObject({
      status: 200,
      body: {
        displayName: 'Maya Lindqvist-Berg',
        name: { familyName: 'Lindqvist-Berg', givenName: 'Maya' },
        emails: [{ type: 'work', primary: true, value: 'maya.berg@example.com' }],
        phoneNumbers: [{ type: 'mobile', value: '+46 70 555 01 00' }],
        addresses: [{ type: 'work', formatted: 'Storgatan 1' }],
        [urns.enterpriseUser]: { department: 'Security' },
      },
    })
    const stored = running.service.stores.exchanges.get(lastExchange().id)
    expect(stored?.changes.map(({ attribute }) => attribute).sort()).toEqual(
      [
        'addresses[type eq "work"].formatted',
        'displayName',
        'emails[type eq "work"].value',
        'name.familyName',
        'phoneNumbers[type eq "mobile"].value',
        `${urns.enterpriseUser}:department`,
      ].sort(),
    )
    expect(stored?.tolerances.map(({ name }) => name)).toContain('capitalised-op')
  })

  it('deactivates and reactivates with text for a boolean', async () => {
    const { created, patch, exchanges } = await startEntra()
    const path = await created()
    expect(await patch(path, { op: 'Replace', path: 'active', value: 'False' })).toMatchObject({
      status: 200,
      body: { active: false },
    })
    expect(exchanges()[0]).toMatchObject({ action: 'archived', sentence: 'Entra ID archived Maya Lindqvist' })
    expect(await patch(path, { op: 'Replace', path: 'active', value: 'True' })).toMatchObject({ body: { active: true } })
  })

  it.each([
    ['a plain id', 'manager', 'boss'],
    ['a plain id under the URN', `${urns.enterpriseUser}:manager`, 'boss'],
    ['a list with an object', `${urns.enterpriseUser}:manager`, [{ $ref: '../Users/boss', value: 'boss' }]],
  ])('sets the manager by %s, and clears it again', async (_name, path, value) => {
    const { created, patch } = await startEntra()
    const user = await created()
    expect((await patch(user, { op: 'Add', path, value })).body).toMatchObject({
      [urns.enterpriseUser]: { manager: { value: 'boss' } },
    })
    expect((await patch(user, { op: 'Replace', path, value: '' })).body[urns.enterpriseUser]).not.toHaveProperty('manager')
  })

  it('is told whether somebody has a manager', async () => {
    const { entra, created } = await startEntra()
    const id = (await created()).replace('/Users/', '')
    const total = async (manager: string) =>
      (await entra.get(`/Users?attributes=id&filter=id+eq+"${id}"+and+manager+eq+"${manager}"`)).body['totalResults']
    expect([await total('a-manager-id'), await total('another-id')]).toEqual([1, 0])
  })

  it('takes a role as JSON inside a text, a value in a list of one, and no operations at all', async () => {
    const { created, patch } = await startEntra()
    const user = await created()
    const role = { op: 'Add', path: 'roles', value: [{ value: '{"id":"1","value":"Admin","displayName":"Admin"}' }] }
    expect((await patch(user, role)).body).toMatchObject({ roles: [{ value: 'Admin' }] })
    expect((await patch(user, { op: 'Replace', path: 'title', value: ['Lead'] })).body).toMatchObject({ title: 'Lead' })
    expect((await patch(user)).status).toBe(200)
  })

  it('clears an attribute by an empty text', async () => {
    const { created, patch } = await startEntra()
    expect((await patch(await created(), { op: 'Replace', path: 'title', value: '' })).body).not.toHaveProperty('title')
  })

  it('deletes for good', async () => {
    const { entra, created } = await startEntra()
    const path = await created()
    expect((await entra.delete(path)).status).toBe(204)
    expect((await entra.get(path)).status).toBe(404)
    expect((await entra.post('/Users', maya)).status).toBe(201)
  })
})

it('updates with aadOptscim062020 by one operation without path, with dotted and URN keys', async () => {
  const { created, patch, lastExchange } = await startEntra()
  const reply = await patch(
    `${await created()}?aadOptscim062020`,
    { op: 'replace', path: 'emails[type eq "work"].value', value: 'maya.berg@example.com' },
    {
      op: 'replace',
      value: {
        displayName: 'Maya Berg',
        'name.familyName': 'Berg',
        active: false,
        [`${urns.enterpriseUser}:department`]: 'Security',
      },
    },
  )
  expect(reply.body).toMatchObject({
    displayName: 'Maya Berg',
    name: { familyName: 'Berg', givenName: 'Maya' },
    active: false,
    [urns.enterpriseUser]: { department: 'Security' },
  })
  expect(lastExchange()).toMatchObject({ action: 'archived' })
})

describe('groups', () => {
  const adscim = 'http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group'

  it('creates, finds, renames and fills a group, and takes out only the members it lists', async () => {
    const { entra, created, patch } = await startEntra()
    const [one, two] = [(await created()).slice(7), (await entra.post('/Users', { ...maya, userName: 'tomas@example.com' })).id]
    const group = await entra.post('/Groups', {
      schemas: [urns.group, adscim],
      externalId: '8aa1a0c0',
      displayName: 'Platform Team',
      meta: { resourceType: 'Group' },
    })
    expect(group.status).toBe(201)
    const path = `/Groups/${group.id}`
    expect(
      (
        await patch(path, {
          op: 'Add',
          path: 'members',
          value: [
            { $ref: null, value: one },
            { $ref: null, value: two },
          ],
        })
      ).status,
    ).toBe(204)
    const found = await entra.get('/Groups?excludedAttributes=members&filter=displayName+eq+"Platform Team"')
    expect(found.body).toMatchObject({ totalResults: 1 })
    expect(found.text).not.toContain('members')
    expect((await patch(path, { op: 'Remove', path: 'members', value: [{ $ref: null, value: one }] })).status).toBe(204)
    expect((await entra.get(path)).body).toMatchObject({ members: [{ value: two }] })
    expect((await patch(path, { op: 'Replace', path: 'displayName', value: 'Platform & Tools' })).status).toBe(204)
    expect((await entra.get(path)).body).toMatchObject({ displayName: 'Platform & Tools', members: [{ value: two }] })
    expect((await patch(path, { op: 'remove', path: `members[value eq "${two}"]` })).status).toBe(204)
    expect((await entra.get(path)).body).not.toHaveProperty('members')
  })

  it('is told which member does not exist', async () => {
    const { entra, patch } = await startEntra()
    const group = await entra.post('/Groups', { schemas: [urns.group], displayName: 'Platform Team' })
    const reply = await patch(`/Groups/${group.id}`, { op: 'Add', path: 'members', value: [{ value: 'nobody' }] })
    expect(reply).toMatchObject({ status: 400, body: { scimType: 'invalidValue', detail: expect.stringContaining('nobody') } })
  })
})
