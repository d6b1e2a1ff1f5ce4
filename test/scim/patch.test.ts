// RFC 7644 §3.5.2: modifying with PATCH
import { describe, expect, it } from 'vitest'
import { urns } from '#contract/scim/urns.ts'
import { aGroup, aPatch, aUser } from '../support/aUser.ts'
import { startService } from '../support/startService.ts'

type Operation = Record<string, unknown>

const work = { type: 'work', streetAddress: '100 Universal City Plaza', locality: 'Hollywood', primary: true }
const home = { type: 'home', streetAddress: '456 Hollywood Blvd', locality: 'Hollywood' }

/** A learner with something of each kind. */
const babs = aUser({
  schemas: [urns.user, urns.enterpriseUser],
  userName: 'bjensen',
  name: { givenName: 'Barbara', familyName: 'Jensen' },
  nickName: 'Barb',
  emails: [
    { value: 'bjensen@example.com', type: 'work', primary: true },
    { value: 'babs@jensen.org', type: 'home' },
  ],
  addresses: [work, home],
  [urns.enterpriseUser]: { department: 'Tours', costCenter: '4130' },
})

async function patchBabs(...operations: readonly Operation[]) {
  const service = await startService()
  const created = await service.scim.post('/Users', babs)
  expect(created.status).toBe(201)
  const reply = await service.scim.patch(`/Users/${created.id}`, aPatch(...operations))
  return { ...service, created, reply }
}

/** A group with these learners, the first ones as its members. */
async function startWithGroup(memberCount: number) {
  const service = await startService()
  const { scim } = service
  const ids: string[] = []
  for (const userName of ['babs', 'james', 'ann']) ids.push((await scim.post('/Users', aUser({ userName }))).id)
  const members = ids.slice(0, memberCount).map((value) => ({ value }))
  const group = await scim.post('/Groups', aGroup({ displayName: 'Tour Guides', members }))
  const patch = (...operations: readonly Operation[]) => scim.patch(`/Groups/${group.id}`, aPatch(...operations))
  const listMembers = async () => {
    const { body } = await scim.get(`/Groups/${group.id}`)
    return Array.isArray(body['members']) ? body['members'].map(({ value }) => ids.indexOf(value)) : []
  }
  return { ...service, ids, group, patch, listMembers }
}

describe('add (§3.5.2.1)', () => {
  it('adds a member to a group and answers 204 with ETag and Location; the same again changes nothing', async () => {
    const { ids, group, patch, listMembers } = await startWithGroup(0)
    const add = { op: 'add', path: 'members', value: [{ display: 'Babs Jensen', $ref: `../Users/${ids[0]}`, value: ids[0] }] }
    const reply = await patch(add)
    expect([reply.status, reply.text, reply.headers.get('location')]).toEqual([204, '', group.headers.get('location')])
    expect(await listMembers()).toEqual([0])
    expect((await patch(add)).headers.get('etag')).toBe(reply.headers.get('etag'))
  })

  it('adds attributes without a path: a value to a list, and a plain one in the place of the old', async () => {
    const { reply } = await patchBabs({
      op: 'add',
      value: { emails: [{ value: 'babs@other.org', type: 'other' }], nickname: 'Babs' },
    })
    expect(reply).toMatchObject({ status: 200, body: { nickName: 'Babs' } })
    expect(reply.body['emails']).toHaveLength(3)
  })

  it.each<[string, Operation, object]>([
    ['an attribute that has no value', { path: 'title', value: 'Guide' }, { title: 'Guide' }],
    ['an attribute in the place of its value', { path: 'nickName', value: 'Babs' }, { nickName: 'Babs' }],
    ['a sub-attribute', { path: 'name.middleName', value: 'Jane' }, { name: { givenName: 'Barbara', middleName: 'Jane' } }],
    [
      'sub-attributes to a complex attribute',
      { path: 'name', value: { middleName: 'Jane' } },
      { name: { givenName: 'Barbara', familyName: 'Jensen', middleName: 'Jane' } },
    ],
    ['an attribute by its full name', { path: `${urns.user}:title`, value: 'Guide' }, { title: 'Guide' }],
    [
      'an attribute of an extension',
      { path: `${urns.enterpriseUser}:employeeNumber`, value: '701984' },
      { [urns.enterpriseUser]: { department: 'Tours', employeeNumber: '701984' } },
    ],
    [
      'an extension under its URN',
      { value: { [urns.enterpriseUser]: { division: 'Parks' } } },
      { [urns.enterpriseUser]: { department: 'Tours', division: 'Parks' } },
    ],
    ['a dotted key', { value: { 'name.middleName': 'Jane' } }, { name: { familyName: 'Jensen', middleName: 'Jane' } }],
    [
      'a sub-attribute to selected values',
      { path: 'addresses[type eq "home"].region', value: 'CA' },
      { addresses: [work, { ...home, region: 'CA' }] },
    ],
  ])('adds %s', async (_name, operation, expected) => {
    const { reply } = await patchBabs({ op: 'add', ...operation })
    expect(reply).toMatchObject({ status: 200, body: expected })
  })

  it('brings the URN of an extension into schemas', async () => {
    const { scim } = await startService()
    const { id } = await scim.post('/Users', aUser())
    const path = `${urns.enterpriseUser}:employeeNumber`
    expect((await scim.patch(`/Users/${id}`, aPatch({ op: 'add', path, value: '701984' }))).body).toMatchObject({
      schemas: [urns.user, urns.enterpriseUser],
    })
    expect((await scim.patch(`/Users/${id}`, aPatch({ op: 'remove', path }))).body).toMatchObject({ schemas: [urns.user] })
  })

  it('adds no value that is there already', async () => {
    const { reply, created } = await patchBabs({ op: 'add', path: 'emails', value: [{ value: 'babs@jensen.org', type: 'home' }] })
    expect(reply.body['emails']).toEqual(created.body['emails'])
  })
})

describe('remove (§3.5.2.2)', () => {
  it('removes one member, all members, and one with another added in the same request', async () => {
    const { ids, patch, listMembers } = await startWithGroup(2)
    expect((await patch({ op: 'remove', path: `members[value eq "${ids[0]}"]` })).status).toBe(204)
    expect(await listMembers()).toEqual([1])
    await patch(
      { op: 'remove', path: `members[value eq"${ids[1]}"]` },
      { op: 'add', path: 'members', value: [{ value: ids[2] }] },
    )
    expect(await listMembers()).toEqual([2])
    expect((await patch({ op: 'remove', path: 'members' })).status).toBe(204)
    expect(await listMembers()).toEqual([])
  })

  it('of a member who is none changes nothing and succeeds', async () => {
    const { ids, group, patch } = await startWithGroup(1)
    const reply = await patch({ op: 'remove', path: `members[value eq "${ids[2]}"]` })
    expect([reply.status, reply.headers.get('etag')]).toEqual([204, group.headers.get('etag')])
  })

  it('removes the values that a filter selects', async () => {
    const { reply } = await patchBabs({ op: 'remove', path: 'emails[type eq "work" and value ew "example.com"]' })
    expect(reply.body['emails']).toEqual([{ value: 'babs@jensen.org', type: 'home' }])
  })

  it.each<[string, string, string]>([
    ['an attribute', 'nickName', 'nickName'],
    ['a multi-valued attribute', 'emails', 'emails'],
    ['the last value of an attribute', 'emails[value co "@"]', 'emails'],
    ['a complex attribute', 'name', 'name'],
    ['an extension', urns.enterpriseUser, urns.enterpriseUser],
  ])('of %s leaves it unassigned', async (_name, path, attribute) => {
    const { reply } = await patchBabs({ op: 'remove', path })
    expect(reply.status).toBe(200)
    expect(reply.body).not.toHaveProperty([attribute])
  })

  it('removes a sub-attribute of selected values', async () => {
    const { reply } = await patchBabs({ op: 'remove', path: 'addresses[type eq "home"].locality' })
    expect(reply.body['addresses']).toEqual([work, { type: 'home', streetAddress: '456 Hollywood Blvd' }])
  })
})

describe('replace (§3.5.2.3)', () => {
  it('replaces all members: by removing and adding, or at once', async () => {
    const { ids, patch, listMembers } = await startWithGroup(1)
    await patch({ op: 'remove', path: 'members' }, { op: 'add', path: 'members', value: [{ value: ids[1] }, { value: ids[2] }] })
    expect(await listMembers()).toEqual([1, 2])
    await patch({ op: 'replace', path: 'members', value: [{ value: ids[0] }, { value: ids[1] }] })
    expect(await listMembers()).toEqual([0, 1])
  })

  it('replaces a whole selected value, and takes primary from the others', async () => {
    const value = {
      type: 'home',
      streetAddress: '911 Universal City Plaza',
      locality: 'Hollywood',
      region: 'CA',
      postalCode: '91608',
      country: 'US',
      formatted: '911 Universal City Plaza\nHollywood, CA 91608 US',
      primary: true,
    }
    const { reply } = await patchBabs({ op: 'replace', path: 'addresses[type eq "home"]', value })
    expect(reply.body['addresses']).toEqual([{ ...work, primary: false }, value])
  })

  it('replaces a sub-attribute of selected values', async () => {
    const { reply } = await patchBabs({
      op: 'replace',
      path: 'addresses[type eq "work"].streetAddress',
      value: '1010 Broadway Ave',
    })
    expect(reply.body['addresses']).toEqual([{ ...work, streetAddress: '1010 Broadway Ave' }, home])
  })

  it('replaces attributes without a path and leaves the others', async () => {
    const emails = [
      { value: 'bjensen@example.com', type: 'work', primary: true },
      { value: 'babs@jensen.org', type: 'home' },
    ]
    const { reply } = await patchBabs({ op: 'replace', value: { emails, nickname: 'Babs' } })
    expect(reply.body).toMatchObject({ emails, nickName: 'Babs', name: { familyName: 'Jensen' }, addresses: [work, home] })
  })

  it('of a complex attribute leaves the sub-attributes that it does not name', async () => {
    const { reply } = await patchBabs({ op: 'replace', path: 'name', value: { familyName: 'Smith' } })
    expect(reply.body['name']).toEqual({ givenName: 'Barbara', familyName: 'Smith' })
  })

  it('of an attribute without a value is an add', async () => {
    const { reply } = await patchBabs({ op: 'replace', path: 'title', value: 'Guide' })
    expect(reply.body).toMatchObject({ title: 'Guide' })
  })
})

it.each<[string, Operation]>([
  ['removed', { op: 'remove', path: 'active' }],
  ['set to null', { op: 'replace', path: 'active', value: null }],
  ['set to nothing in a value without a path', { op: 'replace', value: { active: null, title: 'Guide' } }],
])('keeps active as it was where it is %s: only true brings an archived learner back', async (_name, operation) => {
  const { scim } = await startService()
  for (const active of [false, true]) {
    const { id } = await scim.post('/Users', aUser({ userName: String(active), active }))
    expect(await scim.patch(`/Users/${id}`, aPatch(operation))).toMatchObject({ status: 200, body: { active } })
  }
  expect((await scim.get('/Users?filter=active%20eq%20true')).body).toMatchObject({ totalResults: 1 })
})

describe('the patch operations of a request', () => {
  it('are applied in order, each to what the one before left', async () => {
    const { reply } = await patchBabs(
      { op: 'add', path: 'title', value: 'Guide' },
      { op: 'replace', path: 'title', value: 'Cook' },
      { op: 'remove', path: 'emails[type eq "work"]' },
      { op: 'replace', path: 'emails[type eq "home"].primary', value: true },
    )
    expect(reply.body).toMatchObject({ title: 'Cook', emails: [{ value: 'babs@jensen.org', primary: true }] })
  })

  it('are done whole or not at all', async () => {
    const { scim, created, reply } = await patchBabs(
      { op: 'replace', path: 'title', value: 'Cook' },
      { op: 'replace', path: 'shoeSize', value: 41 },
    )
    expect(reply.status).toBe(400)
    expect((await scim.get(`/Users/${created.id}`)).body).toEqual(created.body)
  })

  it('of a group undo its members too when one fails', async () => {
    const { ids, patch, listMembers } = await startWithGroup(1)
    const reply = await patch(
      { op: 'add', path: 'members', value: [{ value: ids[1] }] },
      { op: 'add', path: 'members', value: [{ value: 'nobody' }] },
    )
    expect(reply).toMatchObject({ status: 400, body: { scimType: 'invalidValue', detail: expect.stringContaining('nobody') } })
    expect(await listMembers()).toEqual([0])
  })
})

describe('primary (§3.5.2)', () => {
  it.each<[string, Operation]>([
    ['added with a value', { op: 'add', path: 'emails', value: [{ value: 'new@example.com', primary: true }] }],
    ['set on a value', { op: 'replace', path: 'emails[type eq "home"].primary', value: true }],
  ])('stays with one value when it is %s', async (_name, operation) => {
    const { reply } = await patchBabs(operation)
    const emails = Array.isArray(reply.body['emails']) ? reply.body['emails'] : []
    expect(emails.filter((email) => email.primary === true)).toHaveLength(1)
    expect(emails[0]).toMatchObject({ value: 'bjensen@example.com', primary: false })
  })

  it('twice in one request is refused', async () => {
    const twice = [
      { value: 'a@example.com', primary: true },
      { value: 'b@example.com', primary: true },
    ]
    const { reply, scim } = await patchBabs({ op: 'replace', path: 'emails', value: twice })
    expect(reply).toMatchObject({ status: 400, body: { scimType: 'invalidValue', detail: expect.stringContaining('emails') } })
    expect(await scim.post('/Users', aUser({ emails: twice }))).toMatchObject({ status: 400, body: { scimType: 'invalidValue' } })
  })
})

describe('a PATCH that cannot be done', () => {
  it.each<[string, Operation, string]>([
    ['noTarget for a remove without a path', { op: 'remove' }, 'noTarget'],
    [
      'noTarget for a filter that selects nothing',
      { op: 'replace', path: 'addresses[locality sw "X"]', value: { region: 'CA' } },
      'noTarget',
    ],
    ['invalidPath for a path that cannot be read', { op: 'replace', path: 'name..familyName', value: 'x' }, 'invalidPath'],
    ['invalidPath for an attribute that does not exist', { op: 'replace', path: 'shoeSize', value: 41 }, 'invalidPath'],
    ['mutability for a read-only attribute', { op: 'replace', path: 'id', value: 'x' }, 'mutability'],
    ['mutability for a read-only sub-attribute', { op: 'replace', path: 'meta.created', value: 'x' }, 'mutability'],
    ['mutability for removing what is required', { op: 'remove', path: 'userName' }, 'mutability'],
    ['invalidValue for a value of the wrong type', { op: 'replace', path: 'active', value: 'perhaps' }, 'invalidValue'],
    ['invalidValue for an add without a value', { op: 'add', path: 'title' }, 'invalidValue'],
    ['invalidSyntax for an op that does not exist', { op: 'move', path: 'title', value: 'x' }, 'invalidSyntax'],
    ['invalidFilter for a filter on an unknown sub-attribute', { op: 'remove', path: 'emails[shoe eq "x"]' }, 'invalidFilter'],
  ])('is answered 400 %s', async (_name, operation, scimType) => {
    const { reply, lastExchange } = await patchBabs(operation)
    expect(reply).toMatchObject({
      status: 400,
      body: { schemas: [urns.error], status: '400', scimType, detail: expect.any(String) },
    })
    expect(lastExchange()).toMatchObject({ status: 400, scimType, title: expect.any(String) })
  })

  it('is answered 409 uniqueness for a name that is taken', async () => {
    const { scim } = await startService()
    await scim.post('/Users', aUser({ userName: 'taken' }))
    const { id } = await scim.post('/Users', aUser({ userName: 'free' }))
    expect(await scim.patch(`/Users/${id}`, aPatch({ op: 'replace', path: 'userName', value: 'TAKEN' }))).toMatchObject({
      status: 409,
      body: { scimType: 'uniqueness', detail: expect.stringContaining('userName') },
    })
  })

  it.each<[string, unknown]>([
    ['a body without Operations', { schemas: [urns.patchOp] }],
    ['Operations that are no list', { schemas: [urns.patchOp], Operations: {} }],
  ])('is answered 400 invalidSyntax for %s', async (_name, body) => {
    const { scim } = await startService()
    const { id } = await scim.post('/Users', aUser())
    expect(await scim.patch(`/Users/${id}`, body)).toMatchObject({ status: 400, body: { scimType: 'invalidSyntax' } })
  })
})

describe('the reply', () => {
  it('holds the attributes that are asked for, for a group too, and is then 200', async () => {
    const { group, scim } = await startWithGroup(0)
    const rename = aPatch({ op: 'replace', path: 'displayName', value: 'Crew' })
    expect(await scim.patch(`/Groups/${group.id}?attributes=displayName`, rename)).toMatchObject({
      status: 200,
      body: { id: group.id, displayName: 'Crew' },
    })
    const reply = await scim.patch(`/Groups/${group.id}?excludedAttributes=members,meta`, rename)
    expect(reply.body).toEqual({ schemas: [urns.group], id: group.id, displayName: 'Crew' })
  })

  it('is 204 for users too by a setting of the connection', async () => {
    const { scim, running } = await startService()
    const { connections } = running.service.stores
    connections.change(1, { settings: { ...connections.get(1).settings, userPatchNoContent: true } })
    const { id } = await scim.post('/Users', aUser())
    const reply = await scim.patch(`/Users/${id}`, aPatch({ op: 'replace', path: 'title', value: 'Cook' }))
    expect([reply.status, reply.text]).toEqual([204, ''])
  })
})
