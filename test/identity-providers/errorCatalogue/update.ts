import { request } from 'node:http'
import { expect } from 'vitest'
import { urns } from '#contract/scim/urns.ts'
import { aUser } from '../../support/aUser.ts'
import { patchOp, type Sequence } from './aProvider.ts'

const gone = '2d7e6a52-5c0e-4bd1-9a44-0f5f3c2e7d10'

/** Chapter 4: update. */
export const updateSequences: readonly Sequence[] = [
  {
    code: 'UPD-01',
    provider: 'okta',
    what: 'pushes the profile of a person who is not here',
    send: async ({ idp }) => {
      await idp.get(`/Users/${gone}`)
      await idp.put(`/Users/${gone}`, aUser())
    },
    expected: { explained: 'learnerUnknown' },
  },
  {
    code: 'UPD-02',
    provider: 'okta',
    what: 'deactivates by PATCH, as its catalog apps do',
    send: async ({ idp }) => {
      const { id } = await idp.post('/Users', aUser())
      const reply = await idp.patch(`/Users/${id}`, patchOp({ op: 'replace', value: { active: false } }))
      expect(reply).toMatchObject({ status: 200, body: { active: false } })
    },
    expected: 'right',
  },
  {
    code: 'UPD-02',
    provider: 'okta',
    what: 'sends a PATCH without an id',
    send: async ({ idp }) => void (await idp.patch('/Users', patchOp({ op: 'replace', value: { active: false } }))),
    expected: { explained: 'methodNotOffered' },
  },
  {
    code: 'UPD-03',
    provider: 'entra',
    what: 'sets the value of an address that is not there yet',
    send: async ({ idp }) => {
      const { id } = await idp.post('/Users', aUser({ emails: [] }))
      const path = 'emails[type eq "work"].value'
      const reply = await idp.patch(`/Users/${id}`, patchOp({ op: 'Replace', path, value: 'maya@example.com' }))
      expect(reply.body).toMatchObject({ emails: [{ type: 'work', value: 'maya@example.com' }] })
    },
    expected: 'right',
  },
  {
    code: 'UPD-03',
    provider: 'entra',
    what: 'sets such a value where no rule is bent',
    send: async ({ idp, change }) => {
      change({ strict: true })
      const { id } = await idp.post('/Users', aUser({ emails: [] }))
      const path = 'emails[type eq "work"].value'
      await idp.patch(`/Users/${id}`, patchOp({ op: 'replace', path, value: 'maya@example.com' }))
    },
    expected: { explained: 'patchNoTarget' },
  },
  {
    code: 'UPD-04',
    provider: 'entra',
    what: 'changes a part of the name by a key with a dot',
    send: async ({ idp }) => {
      const { id } = await idp.post('/Users', aUser())
      const reply = await idp.patch(`/Users/${id}`, patchOp({ op: 'replace', value: { 'name.familyName': 'Berg' } }))
      expect(reply.body).toMatchObject({ name: { givenName: 'Maya', familyName: 'Berg' } })
    },
    expected: 'right',
  },
  {
    code: 'UPD-05',
    provider: 'entra',
    what: 'sends the same change in each cycle',
    send: async ({ idp, wait }) => {
      const { id } = await idp.post('/Users', aUser())
      for (let cycle = 0; cycle < 3; cycle++) {
        wait({ minutes: 40 })
        await idp.patch(`/Users/${id}`, patchOp({ op: 'Add', path: 'title', value: 'Engineer' }))
      }
    },
    expected: { noticed: 'sameUpdateAgain' },
  },
  {
    code: 'UPD-07',
    provider: 'entra',
    what: 'changes a person who was deleted here',
    send: async ({ idp }) => {
      const { id } = await idp.post('/Users', aUser())
      await idp.delete(`/Users/${id}`)
      await idp.patch(`/Users/${id}`, patchOp({ op: 'Replace', path: 'displayName', value: 'Maya' }))
    },
    expected: { explained: 'learnerUnknown' },
  },
  {
    code: 'UPD-08',
    provider: 'entra',
    what: 'sets the manager by a plain id, and reads an object',
    send: async ({ idp }) => {
      const { id } = await idp.post('/Users', aUser())
      await idp.patch(`/Users/${id}`, patchOp({ op: 'Add', path: `${urns.enterpriseUser}:manager`, value: 'boss' }))
      expect((await idp.get(`/Users/${id}`)).body).toMatchObject({ [urns.enterpriseUser]: { manager: { value: 'boss' } } })
    },
    expected: 'right',
  },
  {
    code: 'UPD-09',
    provider: 'okta',
    what: 'clears what it leaves out or empties',
    send: async ({ idp }) => {
      const { id } = await idp.post('/Users', aUser({ title: 'Engineer', locale: 'en-US' }))
      const reply = await idp.put(`/Users/${id}`, aUser({ title: '' }))
      expect([reply.status, reply.body['title'], reply.body['locale']]).toEqual([200, undefined, undefined])
    },
    expected: 'right',
  },
  {
    code: 'UPD-10',
    provider: 'okta',
    what: 'creates and archives people, and never changes one',
    send: async ({ idp, wait }) => {
      const { id } = await idp.post('/Users', aUser())
      await idp.put(`/Users/${id}`, aUser({ active: false }))
      wait({ days: 8 })
    },
    expected: { noticed: 'updateNeverSeen' },
  },
  {
    code: 'UPD-11',
    provider: 'entra',
    what: 'meets a bug of ours',
    send: async ({ idp, running }) => {
      const fail = () => {
        throw new Error('The disk is full.')
      }
      Object.assign(running.service, { log: () => {} })
      Object.assign(running.service.stores.resources, { insert: fail })
      expect((await idp.post('/Users', aUser())).status).toBe(500)
    },
    expected: { explained: 'serverFailed' },
  },
  {
    code: 'UPD-11',
    provider: 'entra',
    what: 'loses its connection before the body is complete',
    send: ({ scimUrl, token, exchanges }) =>
      new Promise<void>((resolve, reject) => {
        const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/scim+json', 'Content-Length': 500 }
        const call = request(`${scimUrl}/Users`, { method: 'POST', headers })
        call.on('error', () => {})
        call.write('{"userName":', () => setImmediate(() => call.destroy()))
        expect
          .poll(() => exchanges().length)
          .toBe(1)
          .then(() => resolve(), reject)
      }),
    expected: { explained: 'callerLeft' },
  },
  {
    code: 'UPD-13',
    provider: 'entra',
    what: 'matches names with apostrophes, plus signs, quotes and backslashes',
    send: async ({ idp }) => {
      for (const userName of ["o'neil@example.com", 'maya+test@example.com', 'the "boss"', 'acme\\maya']) {
        await idp.post('/Users', aUser({ userName }))
        const filter = encodeURIComponent(`userName eq ${JSON.stringify(userName)}`)
        expect((await idp.get(`/Users?filter=${filter}`)).body).toMatchObject({ totalResults: 1, Resources: [{ userName }] })
      }
    },
    expected: 'right',
  },
  {
    code: 'UPD-13',
    provider: 'entra',
    what: 'leaves a quote in a name as it is',
    send: async ({ idp }) => void (await idp.get(`/Users?filter=${encodeURIComponent('userName eq "the "boss""')}`)),
    expected: { explained: 'filterUnreadable' },
  },
]
