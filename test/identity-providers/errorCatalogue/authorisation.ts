import { aGroup, aUser } from '../../support/aUser.ts'
import { guid, lookUp, patchOp, type Sequence, switchedOff } from './aProvider.ts'

/** Chapter 2: authorisation later on. */
export const authorisationSequences: readonly Sequence[] = [
  {
    code: 'AUTH-01',
    provider: 'okta',
    what: 'verifies a user with the token that was replaced here',
    send: async ({ idp, running }) => {
      running.service.tokens.reset(1, 0)
      await idp.get(lookUp('maya@example.com'))
    },
    expected: { explained: 'tokenRevoked' },
  },
  {
    code: 'AUTH-02',
    provider: 'entra',
    what: 'calls with a token whose time is over',
    send: async ({ withToken, running }) => {
      const { secret } = running.service.tokens.issue(1, 'screen', { label: 'old', expiresAt: '2020-01-01T00:00:00.000Z' })
      await withToken(secret).get(`/Users?filter=userName+eq+"${guid}"`)
    },
    expected: { explained: 'tokenExpired' },
  },
  {
    code: 'AUTH-02',
    provider: 'entra',
    what: 'goes into quarantine after its token was replaced',
    send: async ({ idp, running, wait }) => {
      await idp.post('/Users', aUser())
      running.service.tokens.reset(1, 0)
      await idp.get(`/Users?filter=userName+eq+"${guid}"`)
      wait({ hours: 5 })
    },
    expected: { noticed: 'stoppedAfterRefusal' },
  },
  {
    code: 'AUTH-03',
    provider: 'entra',
    what: 'archives where Deactivate is switched off',
    send: async ({ idp, change }) => {
      const { id } = await idp.post('/Users', aUser())
      change(switchedOff('deactivate'))
      await idp.patch(`/Users/${id}`, patchOp({ op: 'Replace', path: 'active', value: 'False' }))
    },
    expected: { explained: 'deactivateSwitchedOff' },
  },
  {
    code: 'AUTH-03',
    provider: 'entra',
    what: 'creates where Create is switched off',
    send: async ({ idp, change }) => {
      change(switchedOff('create'))
      await idp.post('/Users', aUser())
    },
    expected: { explained: 'createSwitchedOff' },
  },
  {
    code: 'AUTH-03',
    provider: 'entra',
    what: 'changes where Update is switched off',
    send: async ({ idp, change }) => {
      const { id } = await idp.post('/Users', aUser())
      change(switchedOff('update'))
      await idp.patch(`/Users/${id}`, patchOp({ op: 'Replace', path: 'displayName', value: 'Maya Berg' }))
    },
    expected: { explained: 'updateSwitchedOff' },
  },
  {
    code: 'AUTH-04',
    provider: 'okta',
    what: 'pushes a group where groups are switched off',
    send: async ({ idp, change }) => {
      change(switchedOff('groups'))
      await idp.get('/Groups?filter=displayName%20eq%20%22Platform%20Team%22&startIndex=1&count=100')
      await idp.post('/Groups', aGroup({ members: [] }))
    },
    expected: { explained: 'groupsSwitchedOff' },
  },
]
