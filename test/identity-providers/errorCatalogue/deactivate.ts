import { expect } from 'vitest'
import { aUser } from '../../support/aUser.ts'
import { guid, type Provider, patchOp, type Sequence } from './aProvider.ts'

const createdLongAgo = async ({ idp, wait }: Provider) => {
  const { id } = await idp.post('/Users', aUser())
  await idp.put(`/Users/${id}`, aUser({ title: 'Engineer' }))
  wait({ days: 8 })
  await idp.get(`/Users?filter=userName+eq+"${guid}"`)
}

/** Chapter 5: deactivate, reactivate, delete. */
export const deactivateSequences: readonly Sequence[] = [
  {
    code: 'DEA-01',
    provider: 'entra',
    what: 'archives by the text False',
    send: async ({ idp }) => {
      const { id } = await idp.post('/Users', aUser())
      const reply = await idp.patch(`/Users/${id}`, patchOp({ op: 'Replace', path: 'active', value: 'False' }))
      expect(reply.body).toMatchObject({ active: false })
    },
    expected: 'right',
  },
  {
    code: 'DEA-01',
    provider: 'entra',
    what: 'archives by a text that is neither True nor False',
    send: async ({ idp }) => {
      const { id } = await idp.post('/Users', aUser())
      await idp.patch(`/Users/${id}`, patchOp({ op: 'Replace', path: 'active', value: 'Disabled' }))
    },
    expected: { explained: 'activeUnreadable' },
  },
  {
    code: 'DEA-02',
    provider: 'okta',
    what: 'creates and changes people, and never archives one',
    send: createdLongAgo,
    expected: { noticed: 'deactivateNeverSeen' },
  },
  {
    code: 'DEA-03',
    provider: 'entra',
    what: 'sends no change of active for days',
    send: createdLongAgo,
    expected: { noticed: 'deactivateNeverSeen' },
  },
  {
    code: 'DEA-04',
    provider: 'entra',
    what: 'finds an archived learner before it restores',
    send: async ({ idp }) => {
      const { id } = await idp.post('/Users', aUser({ active: false }))
      const found = await idp.get('/Users?filter=userName+eq+"maya.lindqvist@example.com"')
      expect(found.body).toMatchObject({ totalResults: 1, Resources: [{ id, active: false }] })
    },
    expected: 'right',
  },
  {
    code: 'DEA-04',
    provider: 'entra',
    what: 'creates a learner who is archived',
    send: async ({ idp }) => {
      await idp.post('/Users', aUser({ active: false }))
      await idp.post('/Users', aUser())
    },
    expected: { explained: 'userNameTakenByArchived' },
  },
  {
    code: 'DEA-06',
    provider: 'onelogin',
    what: 'deletes an active learner',
    send: async ({ idp }) => {
      const { id } = await idp.post('/Users', aUser())
      expect((await idp.delete(`/Users/${id}`)).status).toBe(204)
    },
    expected: { explained: 'deletedWhileActive' },
  },
  {
    code: 'DEA-06',
    provider: 'authentik',
    what: 'deletes a learner twice',
    send: async ({ idp }) => {
      const { id } = await idp.post('/Users', aUser())
      await idp.delete(`/Users/${id}`)
      await idp.delete(`/Users/${id}`)
    },
    expected: { explained: 'alreadyDeleted' },
  },
  {
    code: 'DEA-07',
    provider: 'okta',
    what: 'deletes, as granular deprovisioning does',
    send: async ({ idp }) => {
      const { id } = await idp.post('/Users', aUser())
      expect((await idp.delete(`/Users/${id}`)).status).toBe(204)
    },
    expected: { explained: 'deletedWhileActive' },
  },
  {
    code: 'DEA-08',
    provider: 'entra',
    what: 'holds its job until many deletions are approved',
    send: async ({ idp, wait }) => {
      await idp.post('/Users', aUser())
      wait({ hours: 3 })
    },
    expected: { noticed: 'silent' },
  },
]
