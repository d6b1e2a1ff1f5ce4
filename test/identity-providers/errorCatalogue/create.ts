import { expect } from 'vitest'
import { aUser } from '../../support/aUser.ts'
import { guid, lookUp, type Provider, patchOp, type Sequence } from './aProvider.ts'

const maya = 'maya.lindqvist@example.com'

/** The provider is set up, and nobody is assigned. */
const testAlone =
  (path: string) =>
  async ({ idp, wait }: Provider) => {
    await idp.get(path)
    wait({ minutes: 40 })
  }

/** Chapter 3: create. */
export const createSequences: readonly Sequence[] = [
  {
    code: 'CRE-01',
    provider: 'okta',
    what: 'gets the whole user for a create',
    send: async ({ idp }) =>
      expect(await idp.post('/Users', aUser())).toMatchObject({ status: 201, body: { id: expect.any(String), userName: maya } }),
    expected: 'right',
  },
  {
    code: 'CRE-02',
    provider: 'okta',
    what: 'creates a person who is here, in other letters',
    send: async ({ idp }) => {
      await idp.post('/Users', aUser())
      await idp.post('/Users', aUser({ userName: maya.toUpperCase() }))
    },
    expected: { explained: 'userNameTaken' },
  },
  {
    code: 'CRE-02',
    provider: 'entra',
    what: 'looks up by externalId, finds nobody, and its create meets the learner',
    send: async ({ idp }) => {
      await idp.post('/Users', aUser())
      await idp.get('/Users?filter=externalId+eq+"mlindqvist"')
      await idp.post('/Users', aUser({ externalId: 'mlindqvist' }))
    },
    expected: { noticed: 'lookUpMissedHolder' },
  },
  {
    code: 'CRE-02',
    provider: 'entra',
    what: 'is refused the same create in each cycle',
    send: async ({ idp, wait }) => {
      await idp.post('/Users', aUser())
      for (let cycle = 0; cycle < 3; cycle++) {
        wait({ minutes: 40 })
        await idp.post('/Users', aUser({ externalId: 'mlindqvist' }))
      }
    },
    expected: { noticed: 'sameConflictAgain' },
  },
  {
    code: 'CRE-03',
    provider: 'okta',
    what: 'looks a person up and does not create',
    send: async ({ idp, wait }) => {
      await idp.get(lookUp(maya))
      wait({ seconds: 11 })
    },
    expected: { noticed: 'lookedUpNotCreated' },
  },
  {
    code: 'CRE-04',
    provider: 'okta',
    what: 'sends nobody who was assigned before provisioning was on',
    send: testAlone('/Users?startIndex=1&count=2'),
    expected: { noticed: 'onlyTested' },
  },
  {
    code: 'CRE-05',
    provider: 'okta',
    what: 'creates somebody as inactive',
    send: async ({ idp }) => void (await idp.post('/Users', aUser({ active: false }))),
    expected: { explained: 'createdAsArchived' },
  },
  {
    code: 'CRE-06',
    provider: 'entra',
    what: 'creates somebody whose source has no user name',
    send: async ({ idp }) => void (await idp.post('/Users', aUser({ userName: '' }))),
    expected: { explained: 'requiredMissing' },
  },
  {
    code: 'CRE-06',
    provider: 'entra',
    what: 'creates somebody with a value of the wrong kind',
    send: async ({ idp }) => void (await idp.post('/Users', aUser({ name: 'Maya Lindqvist' }))),
    expected: { explained: 'valueInvalid' },
  },
  {
    code: 'CRE-07',
    provider: 'entra',
    what: 'changes an attribute that is not in the list here',
    send: async ({ idp, change }) => {
      change({ strict: true })
      const { id } = await idp.post('/Users', aUser())
      await idp.patch(`/Users/${id}`, patchOp({ op: 'add', path: 'shoeSize', value: '41' }))
    },
    expected: { explained: 'patchPathUnknown' },
  },
  {
    code: 'CRE-08',
    provider: 'entra',
    what: 'keeps the connection alive in each cycle, with nobody in scope',
    send: async ({ idp, wait }) => {
      for (let cycle = 0; cycle < 3; cycle++) {
        await idp.get(`/Users?filter=userName+eq+"${guid}"`)
        wait({ minutes: 40 })
      }
    },
    expected: { noticed: 'onlyTested' },
  },
  {
    code: 'CRE-11',
    provider: 'entra',
    what: 'takes its time after the start',
    send: testAlone(`/Users?filter=userName+eq+"${guid}"`),
    expected: { noticed: 'onlyTested' },
  },
  {
    code: 'CRE-12',
    provider: 'onelogin',
    what: 'is enabled and waits for approval',
    send: testAlone('/Users?filter=userName eq "nobody"'),
    expected: { noticed: 'onlyTested' },
  },
  {
    code: 'CRE-14',
    provider: 'jumpcloud',
    what: 'sends a body that is not announced as JSON',
    send: async ({ idp }) => void (await idp.post('/Users', aUser(), { 'Content-Type': 'text/plain' })),
    expected: { explained: 'mediaTypeWrong' },
  },
  {
    code: 'CRE-14',
    provider: 'onelogin',
    what: 'sends a template that is not JSON',
    send: async ({ idp }) => void (await idp.post('/Users', '{"userName":"maya",}', { 'Content-Type': 'application/json' })),
    expected: { explained: 'bodyNotJson' },
  },
  {
    code: 'CRE-14',
    provider: 'okta',
    what: 'sends either media type, with a charset',
    send: async ({ idp }) => {
      for (const type of ['application/json; charset=utf-8', 'application/scim+json;charset="UTF-8"']) {
        expect((await idp.post('/Users', aUser({ userName: type }), { 'Content-Type': type })).status).toBe(201)
      }
    },
    expected: 'right',
  },
  {
    code: 'CRE-15',
    provider: 'authentik',
    what: 'reads what is offered, and runs dry',
    send: testAlone('/ServiceProviderConfig'),
    expected: { noticed: 'onlyTested' },
  },
  {
    code: 'CRE-16',
    provider: 'ping',
    what: 'tests the connection and has no rule',
    send: testAlone('/Users?count=1'),
    expected: { noticed: 'onlyTested' },
  },
]
