import { describe, expect, it } from 'vitest'
import { at, openStores } from './aStore.ts'

function openWithGroup() {
  const opened = openStores()
  opened.insertUser({ userName: 'u1', displayName: 'Maya' }, { id: 'u1' })
  opened.insertUser({ userName: 'u2' }, { id: 'u2' })
  opened.insertGroup('Outer', { id: 'outer' })
  opened.insertGroup('Inner', { id: 'inner' })
  return opened
}

describe('the membership store', () => {
  it('adds users and groups once each and says how many were new', () => {
    const { seqOf, stores, connectionId } = openWithGroup()
    expect(stores.memberships.add(connectionId, 'outer', ['u1', 'inner', 'u1'])).toEqual(['u1', 'inner'])
    expect(stores.memberships.add(connectionId, 'outer', ['u1', 'u2'])).toEqual(['u2'])
    expect(stores.memberships.list(seqOf('outer'))).toEqual([
      { id: 'u1', resourceType: 'User', display: 'Maya' },
      { id: 'u2', resourceType: 'User', display: 'u2' },
      { id: 'inner', resourceType: 'Group', display: 'Inner' },
    ])
    expect(stores.memberships.ofMember(seqOf('u1'))).toEqual([{ id: 'outer', displayName: 'Outer' }])
  })

  it('refuses an id that does not exist, names it, and adds nobody', () => {
    const { seqOf, stores, connectionId } = openWithGroup()
    expect(() => stores.memberships.add(connectionId, 'outer', ['u1', 'nobody'])).toThrow(
      expect.objectContaining({ status: 400, scimType: 'invalidValue', detail: expect.stringContaining('"nobody"') }),
    )
    expect(stores.memberships.list(seqOf('outer'))).toEqual([])
  })

  it('refuses a member of another connection', () => {
    const { stores, connectionId } = openWithGroup()
    const other = stores.connections.create({ slug: 'other', name: 'Other' }, at).id
    stores.resources.insert({
      connectionId: other,
      resourceType: 'User',
      id: 'far',
      attributes: { userName: 'far' },
      at,
      simulated: false,
    })
    expect(() => stores.memberships.add(connectionId, 'outer', ['far'])).toThrow(/"far"/)
  })

  it('removes members and says how many there were', () => {
    const { seqOf, stores, connectionId } = openWithGroup()
    stores.memberships.add(connectionId, 'outer', ['u1', 'u2', 'inner'])
    expect(stores.memberships.remove(connectionId, 'outer', ['u1', 'nobody'])).toEqual(['u1'])
    expect(stores.memberships.clear(connectionId, 'outer').sort()).toEqual(['inner', 'u2'])
    expect(stores.memberships.list(seqOf('outer'))).toEqual([])
  })

  it('ends the memberships of a deleted learner', () => {
    const { seqOf, stores, connectionId } = openWithGroup()
    stores.memberships.add(connectionId, 'outer', ['u1', 'u2'])
    stores.resources.remove(connectionId, 'User', 'u1', at)
    expect(stores.memberships.list(seqOf('outer')).map(({ id }) => id)).toEqual(['u2'])
    expect(() => stores.memberships.add(connectionId, 'outer', ['u1'])).toThrow(/"u1"/)
  })

  it('ends the memberships in a deleted group and of it', () => {
    const { seqOf, stores, connectionId } = openWithGroup()
    stores.memberships.add(connectionId, 'inner', ['u1'])
    stores.memberships.add(connectionId, 'outer', ['inner', 'u2'])
    stores.resources.remove(connectionId, 'Group', 'inner', at)
    expect(stores.memberships.ofMember(seqOf('u1'))).toEqual([])
    expect(stores.memberships.list(seqOf('outer')).map(({ id }) => id)).toEqual(['u2'])
  })
})
