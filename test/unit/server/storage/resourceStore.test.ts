import { describe, expect, it } from 'vitest'
import type { GroupQuery } from '#contract/learner.ts'
import { urns } from '#contract/scim/urns.ts'
import { at, openStores } from './aStore.ts'

const later = '2026-03-02T08:00:00.000Z'
const wholeRoster = { search: '', offset: 0, limit: 50 }

describe('the resource store', () => {
  it('gives back what was inserted', () => {
    const { stores, connectionId, insertUser } = openStores()
    const inserted = insertUser({ userName: 'maya', title: 'Engineer' }, { id: 'u1' })
    expect(inserted).toMatchObject({
      id: 'u1',
      resourceType: 'User',
      version: 1,
      created: at,
      lastModified: at,
      simulated: false,
    })
    expect(stores.resources.find(connectionId, 'User', 'u1')).toEqual(inserted)
    expect(stores.resources.find(connectionId, 'Group', 'u1')).toBeUndefined()
  })

  it('keeps what is stored of one connection from another', () => {
    const { stores, insertUser } = openStores()
    insertUser({ userName: 'maya' }, { id: 'u1' })
    const other = stores.connections.create({ slug: 'other', name: 'Other' }, at).id
    expect(stores.resources.find(other, 'User', 'u1')).toBeUndefined()
    expect(stores.resources.query(other, 'User', { startIndex: 1, count: 10 })).toEqual({ totalResults: 0, resources: [] })
    const user = { connectionId: other, resourceType: 'User', attributes: { userName: 'maya' }, at, simulated: false } as const
    expect(() => stores.resources.insert({ ...user, id: 'u2' })).not.toThrow()
  })

  it('refuses a userName that is taken, whatever its case, and names who holds it', () => {
    const { insertUser } = openStores()
    insertUser({ userName: 'Zoë@Example.com' }, { id: 'u1' })
    expect(() => insertUser({ userName: 'ZOË@example.COM' })).toThrow(
      expect.objectContaining({
        status: 409,
        scimType: 'uniqueness',
        detail: expect.stringMatching(/userName "ZOË@example.COM".*"u1".*not archived/),
      }),
    )
  })

  it('says that the holder of a userName is archived', () => {
    const { insertUser } = openStores()
    insertUser({ userName: 'zoe', active: false }, { id: 'u1' })
    expect(() => insertUser({ userName: 'Zoe' })).toThrow(/"u1", which is archived/)
  })

  it('refuses to replace a userName by one that is taken, and leaves the resource as it was', () => {
    const { stores, connectionId, insertUser } = openStores()
    insertUser({ userName: 'maya' })
    const zoe = insertUser({ userName: 'zoe' })
    expect(() => stores.resources.replace(connectionId, zoe, { userName: 'MAYA' }, later)).toThrow(/already taken/)
    expect(stores.resources.find(connectionId, 'User', zoe.id)).toEqual(zoe)
  })

  it('replaces attributes, counts the version up and finds the resource by what is new', () => {
    const { stores, connectionId, insertUser } = openStores()
    const before = insertUser({ userName: 'maya', externalId: 'old', emails: [{ value: 'old@example.com' }] })
    const attributes = { userName: 'MAYA.L', externalId: 'new', active: false, emails: [{ value: 'new@example.com' }] }
    const after = stores.resources.replace(connectionId, before, attributes, later)
    expect(after).toMatchObject({ seq: before.seq, version: 2, created: at, lastModified: later, attributes })
    expect(stores.resources.find(connectionId, 'User', before.id)).toEqual(after)
    expect(stores.resources.findByUniqueName(connectionId, 'User', 'maya')).toBeUndefined()
    expect(stores.resources.findByUniqueName(connectionId, 'User', 'Maya.L')).toEqual(after)
    expect(stores.resources.countByExternalId(connectionId, 'User', 'old')).toBe(0)
    expect(stores.resources.countByExternalId(connectionId, 'User', 'new')).toBe(1)
    expect(stores.resources.listLearners(connectionId, { ...wholeRoster, search: 'old@example.com' }).total).toBe(0)
    expect(stores.resources.listLearners(connectionId, { ...wholeRoster, search: 'NEW@example.com' }).total).toBe(1)
    expect(stores.resources.listLearners(connectionId, wholeRoster).counts).toEqual({ active: 0, archived: 1, deleted: 0 })
  })

  it('lets an externalId repeat', () => {
    const { stores, connectionId, insertUser } = openStores()
    insertUser({ userName: 'one', externalId: 'same' })
    insertUser({ userName: 'two', externalId: 'same' })
    expect(stores.resources.countByExternalId(connectionId, 'User', 'same')).toBe(2)
  })

  it('frees the userName and the externalId of a deleted learner, and keeps the learner for the roster', () => {
    const { stores, connectionId, insertUser } = openStores()
    insertUser({ userName: 'maya', externalId: 'x', emails: [{ value: 'm@example.com' }] }, { id: 'u1' })
    expect(stores.resources.remove(connectionId, 'User', 'u1', later)).toBe(true)
    expect(stores.resources.remove(connectionId, 'User', 'u1', later)).toBe(false)
    expect(stores.resources.find(connectionId, 'User', 'u1')).toBeUndefined()
    expect(stores.resources.findByUniqueName(connectionId, 'User', 'maya')).toBeUndefined()
    expect(stores.resources.countByExternalId(connectionId, 'User', 'x')).toBe(0)
    expect(stores.resources.query(connectionId, 'User', { startIndex: 1, count: 10 }).totalResults).toBe(0)
    insertUser({ userName: 'Maya', externalId: 'x' }, { id: 'u2' })
    expect(stores.resources.findLearner(connectionId, 'u1')).toMatchObject({
      status: 'deleted',
      userName: 'maya',
      lastModified: later,
    })
    expect(stores.resources.listLearners(connectionId, wholeRoster).learners.map(({ id, status }) => `${id} ${status}`)).toEqual([
      'u2 active',
      'u1 deleted',
    ])
  })
})

describe('names of groups', () => {
  it('are unique whatever their case', () => {
    const { insertGroup } = openStores()
    insertGroup('Platform', { id: 'g1' })
    expect(() => insertGroup('PLATFORM')).toThrow(/displayName "PLATFORM" is already taken by the resource with id "g1"\./)
  })

  it('may repeat where the setting lets them, and are refused again once it no longer does', () => {
    const { stores, connectionId } = openStores()
    const group = { connectionId, resourceType: 'Group', attributes: { displayName: 'Team' }, at, simulated: false } as const
    const first = stores.resources.insert({ ...group, id: 'g1', uniqueName: false })
    const second = stores.resources.insert({ ...group, id: 'g2', uniqueName: false })
    expect(stores.resources.findByUniqueName(connectionId, 'Group', 'team')?.id).toBe('g1')
    expect(() => stores.resources.insert({ ...group, id: 'g3', uniqueName: true })).toThrow(/"g1"/)
    // Both keep the name that they share, whatever else is changed of them.
    stores.resources.replace(connectionId, first, { displayName: 'Team', externalId: 'a' }, later, { uniqueName: true })
    stores.resources.replace(connectionId, second, { displayName: 'TEAM', externalId: 'b' }, later, { uniqueName: true })
    expect(stores.resources.query(connectionId, 'Group', { startIndex: 1, count: 10 }).totalResults).toBe(2)
  })

  it('are free again when the group is deleted', () => {
    const { stores, connectionId, insertGroup } = openStores()
    const { id } = insertGroup('Platform')
    expect(stores.resources.remove(connectionId, 'Group', id, later)).toBe(true)
    expect(() => insertGroup('Platform')).not.toThrow()
  })
})

describe('a page of resources', () => {
  const { stores, connectionId, insertUser } = openStores()
  for (let index = 1; index <= 5; index++) insertUser({ userName: `user${index}`, active: index !== 5 }, { id: `u${index}` })

  it.each([
    [1, 2, ['u1', 'u2']],
    [4, 10, ['u4', 'u5']],
    [6, 10, []],
    [1, 0, []],
  ])('from %i on with at most %i holds what was created in that place, and the count of all', (startIndex, count, ids) => {
    const { totalResults, resources } = stores.resources.query(connectionId, 'User', { startIndex, count })
    expect(resources.map(({ id }) => id)).toEqual(ids)
    expect(totalResults).toBe(5)
  })

  it.each([
    [1, 2, ['u1', 'u2']],
    [2, 2, ['u2', 'u3']],
    [4, 2, ['u4']],
    [9, 2, []],
    [1, 0, []],
  ])('of a filter from %i on with at most %i counts all that match', (startIndex, count, ids) => {
    const filter = { kind: 'compare', path: { attribute: 'active' }, operator: 'eq', value: true } as const
    const { totalResults, resources } = stores.resources.query(connectionId, 'User', { filter, startIndex, count })
    expect(resources.map(({ id }) => id)).toEqual(ids)
    expect(totalResults).toBe(4)
  })
})

describe('the roster', () => {
  const { stores, connectionId, insertUser, insertGroup } = openStores()
  insertUser(
    { userName: 'maya@example.com', name: { givenName: 'Maya', familyName: 'Lindqvist' }, externalId: 'Ext-1' },
    { id: 'u1' },
  )
  insertUser(
    {
      userName: 'zoe@example.com',
      displayName: 'Zoë A.',
      active: false,
      emails: [{ value: 'first@example.com' }, { value: 'Main@Example.com', primary: true }],
      [urns.enterpriseUser]: { department: 'Sales' },
    },
    { id: 'u2' },
  )
  insertUser({ userName: 'bare' }, { id: 'u3', simulated: true })
  insertGroup('Team', { id: 'g1' })
  stores.memberships.add(connectionId, 'g1', ['u2'])

  const idsOf = (query: { search?: string; status?: 'active' | 'archived' | 'deleted'; offset?: number; limit?: number }) =>
    stores.resources.listLearners(connectionId, { ...wholeRoster, ...query }).learners.map(({ id }) => id)

  it('shows name, address, department and how many groups', () => {
    const { counts, total, learners } = stores.resources.listLearners(connectionId, wholeRoster)
    expect({ counts, total }).toEqual({ counts: { active: 2, archived: 1, deleted: 0 }, total: 3 })
    expect(learners).toMatchObject([
      { id: 'u3', name: 'bare', simulated: true, email: null, department: null, groupCount: 0 },
      { id: 'u2', name: 'Zoë A.', status: 'archived', email: 'Main@Example.com', department: 'Sales', groupCount: 1 },
      { id: 'u1', name: 'Maya Lindqvist', status: 'active' },
    ])
  })

  it.each([
    ['the start of a userName', 'ZOE@', ['u2']],
    ['the start of a name', 'maya l', ['u1']],
    ['the start of a later word of a name', 'LIND', ['u1']],
    ['a name without its accents', 'zoe a', ['u2']],
    ['what stands inside a word', 'indqvist', []],
    ['a whole address', 'main@example.com', ['u2']],
    ['a part of an address', 'main@', []],
    ['an externalId', 'Ext-1', ['u1']],
    ['an id', 'u3', ['u3']],
    ['a sign of LIKE', '%', []],
    ['the id of a group', 'g1', []],
  ])('is searched by %s', (_, search, ids) => {
    expect(idsOf({ search })).toEqual(ids)
  })

  it('is narrowed to a status, with and without a search', () => {
    expect(idsOf({ status: 'active' })).toEqual(['u3', 'u1'])
    expect(idsOf({ status: 'archived' })).toEqual(['u2'])
    expect(idsOf({ status: 'deleted' })).toEqual([])
    expect(idsOf({ status: 'active', search: 'zoe' })).toEqual([])
  })

  it('is cut into pages', () => {
    expect(idsOf({ offset: 1, limit: 1 })).toEqual(['u2'])
    expect(idsOf({ offset: 3, limit: 1 })).toEqual([])
  })

  it('lists groups by name with their number of members', () => {
    expect(stores.resources.listGroups(connectionId, wholeRoster).groups).toMatchObject([
      { id: 'g1', displayName: 'Team', memberCount: 1, simulated: false },
    ])
  })

  it('lists groups in the order that is asked for, and finds one by its externalId or id', () => {
    const { stores: own, connectionId: other, insertGroup, insertUser } = openStores()
    insertUser({ userName: 'maya' }, { id: 'u1' })
    insertUser({ userName: 'tomas' }, { id: 'u2' })
    for (const [index, name] of ['Crew', 'All', 'Board'].entries())
      insertGroup(name, { id: `g-${name}`, externalId: `x-${name}`, at: `2026-11-2${index}T12:00:00.000Z` })
    own.memberships.add(other, 'g-Crew', ['u1'])
    own.memberships.add(other, 'g-Board', ['u1', 'u2'])
    const find = (query: Partial<GroupQuery>) =>
      own.resources.listGroups(other, { search: '', offset: 0, limit: 9, ...query }).groups.map(({ displayName }) => displayName)
    expect(find({ sort: 'name', order: 'desc' })).toEqual(['Crew', 'Board', 'All'])
    expect(find({ sort: 'members', order: 'desc' })).toEqual(['Board', 'Crew', 'All'])
    expect(find({ sort: 'members', order: 'asc' })).toEqual(['All', 'Crew', 'Board'])
    expect(find({ sort: 'lastChange', order: 'desc' })).toEqual(['Board', 'All', 'Crew'])
    expect(find({ search: 'g-All' })).toEqual(['All'])
    expect(find({ search: ' x-Board ' })).toEqual(['Board'])
    expect(find({ search: 'x-board' })).toEqual([])
  })

  it('narrows groups to a part of their name, whatever its case, and cuts them into pages', () => {
    const { stores: own, connectionId: other, insertGroup } = openStores()
    for (const name of ['Éclair', 'Crew', 'Team B', 'team a']) insertGroup(name, { id: name, simulated: name === 'Crew' })
    const find = (query: Partial<GroupQuery>) => {
      const { groups, ...counts } = own.resources.listGroups(other, { search: '', offset: 0, limit: 2, ...query })
      return { ...counts, names: groups.map(({ displayName }) => displayName) }
    }
    const counts = { all: 4, simulated: 1 }
    expect(find({})).toEqual({ counts, total: 4, names: ['Crew', 'team a'] })
    expect(find({ offset: 2 })).toEqual({ counts, total: 4, names: ['Team B', 'Éclair'] })
    expect(find({ search: ' EAM ' })).toEqual({ counts, total: 2, names: ['team a', 'Team B'] })
    expect(find({ search: 'ecl' })).toEqual({ counts, total: 1, names: ['Éclair'] })
    expect(find({ search: 'e\u0301c' })).toEqual({ counts, total: 1, names: ['Éclair'] })
    expect(find({ search: '%' })).toEqual({ counts, total: 0, names: [] })
  })
})

it('removes what the simulator made, deleted learners too, and nothing else', () => {
  const { seqOf, db, stores, connectionId, insertUser, insertGroup } = openStores()
  insertUser({ userName: 'real', emails: [{ value: 'a@example.com' }] }, { id: 'real' })
  insertUser({ userName: 'one', emails: [{ value: 'a@example.com' }] }, { id: 's1', simulated: true })
  insertUser({ userName: 'two' }, { id: 's2', simulated: true })
  insertGroup('Real', { id: 'g1' })
  insertGroup('Simulated', { id: 'g2', simulated: true })
  stores.memberships.add(connectionId, 'g1', ['real', 's1'])
  stores.memberships.add(connectionId, 'g2', ['real'])
  stores.resources.remove(connectionId, 'User', 's2', later)
  expect(stores.resources.removeSimulated(connectionId)).toEqual({ learners: 2, groups: 1 })
  expect(stores.resources.listLearners(connectionId, wholeRoster).counts).toEqual({ active: 1, archived: 0, deleted: 0 })
  expect(stores.memberships.list(seqOf('g1')).map(({ id }) => id)).toEqual(['real'])
  expect(stores.memberships.ofMember(seqOf('real'))).toEqual([{ id: 'g1', displayName: 'Real' }])
  expect(db.prepare('SELECT COUNT(*) FROM email').pluck().get()).toBe(1)
})
