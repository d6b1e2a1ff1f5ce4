import { expect } from 'vitest'
import { aGroup, aUser } from '../../support/aUser.ts'
import type { ScimClient } from '../../support/scimClient.ts'
import { patchOp, type Sequence, switchedOff } from './aProvider.ts'

/** A group with two members. */
async function aTeam(idp: ScimClient) {
  const one = await idp.post('/Users', aUser())
  const two = await idp.post('/Users', aUser({ userName: 'tomas@example.com' }))
  const group = await idp.post('/Groups', aGroup({ members: [{ value: one.id }, { value: two.id }] }))
  return { path: `/Groups/${group.id}`, one: one.id, two: two.id }
}

/** Chapter 6: groups. */
export const groupSequences: readonly Sequence[] = [
  {
    code: 'GRP-01',
    provider: 'entra',
    what: 'removes one member by a list, and the other one stays',
    send: async ({ idp }) => {
      const { path, one, two } = await aTeam(idp)
      await idp.patch(path, patchOp({ op: 'Remove', path: 'members', value: [{ $ref: null, value: one }] }))
      expect((await idp.get(path)).body['members']).toMatchObject([{ value: two }])
    },
    expected: 'right',
  },
  {
    code: 'GRP-02',
    provider: 'okta',
    what: 'renames a group, and its members stay',
    send: async ({ idp }) => {
      const { path } = await aTeam(idp)
      await idp.patch(path, patchOp({ op: 'replace', value: { id: path.slice(8), displayName: 'Platform & Tools' } }))
      expect((await idp.get(path)).body).toMatchObject({ displayName: 'Platform & Tools', members: [{}, {}] })
    },
    expected: 'right',
  },
  {
    code: 'GRP-03',
    provider: 'entra',
    what: 'asks for a group without its members',
    send: async ({ idp }) => {
      const { path } = await aTeam(idp)
      expect((await idp.get(`${path}?excludedAttributes=members`)).body).not.toHaveProperty('members')
      const list = await idp.get('/Groups?excludedAttributes=members&filter=displayName+eq+"Platform Team"')
      expect(list.body).toMatchObject({ totalResults: 1 })
      expect(list.text).not.toContain('members')
    },
    expected: 'right',
  },
  {
    code: 'GRP-03',
    provider: 'entra',
    what: 'makes a second group of the same name',
    send: async ({ idp }) => {
      await idp.post('/Groups', aGroup())
      await idp.post('/Groups', aGroup({ displayName: 'PLATFORM team' }))
    },
    expected: { explained: 'groupNameTaken' },
  },
  {
    code: 'GRP-04',
    provider: 'okta',
    what: 'creates a group to push that is here',
    send: async ({ idp }) => {
      await idp.post('/Groups', aGroup({ members: [] }))
      await idp.post('/Groups', aGroup({ members: [] }))
    },
    expected: { explained: 'groupNameTaken' },
  },
  {
    code: 'GRP-05',
    provider: 'okta',
    what: 'pushes a group whose members are not assigned',
    send: async ({ idp, wait }) => {
      await idp.post('/Groups', aGroup({ members: [] }))
      wait({ minutes: 11 })
    },
    expected: { noticed: 'groupsStayEmpty' },
  },
  {
    code: 'GRP-07',
    provider: 'entra',
    what: 'provisions groups where only users are wanted',
    send: async ({ idp, change }) => {
      change(switchedOff('groups'))
      await idp.post('/Groups', aGroup())
    },
    expected: { explained: 'groupsSwitchedOff' },
  },
  {
    code: 'GRP-08',
    provider: 'okta',
    what: 'adds a member who is not here',
    send: async ({ idp }) => {
      const { path } = await aTeam(idp)
      await idp.patch(path, patchOp({ op: 'add', path: 'members', value: [{ value: 'nobody' }] }))
    },
    expected: { explained: 'memberUnknown' },
  },
]
