import { expect } from 'vitest'
import { urns } from '#contract/scim/urns.ts'
import { aGroup, aUser } from '../../support/aUser.ts'
import { guid, type Provider, type Sequence, switchedOff } from './aProvider.ts'

const entraProbe = `/Users?filter=userName+eq+"${guid}"`
const entraGroupProbe = `/Groups?excludedAttributes=members&filter=displayName+eq+"${guid}"`
const oktaTest = '/Users?startIndex=1&count=2'
const emptyList = { status: 200, body: { totalResults: 0, Resources: [] } }

/** The token was copied, and then nothing comes. */
const waitForNothing = async ({ running, wait }: Provider) => {
  running.service.stores.connections.changeSetup(1, { tokenStored: true })
  wait({ minutes: 11 })
}

/** The first bytes of a TLS handshake. */
const clientHello = Uint8Array.from([22, 3, 1, 0, 200, 1, 0, 0, 196, 3, 3])

/** Chapter 1: the connection test. */
export const connectionTestSequences: readonly Sequence[] = [
  {
    code: 'CONN-01',
    provider: 'entra',
    what: 'tests a URL that ends with /Users',
    send: async ({ at }) => void (await at('/default/scim/v2/Users').get(entraProbe)),
    expected: { explained: 'endpointInBaseUrl' },
  },
  {
    code: 'CONN-01',
    provider: 'entra',
    what: 'tests a URL that has its path twice',
    send: async ({ at }) => void (await at('/default/scim/v2/scim/v2').get(entraProbe)),
    expected: { explained: 'basePathDoubled' },
  },
  {
    code: 'CONN-01',
    provider: 'entra',
    what: 'asks for somebody whom nobody can be, and gets an empty list',
    send: async ({ idp }) => expect(await idp.get(entraProbe)).toMatchObject(emptyList),
    expected: 'right',
  },
  {
    code: 'CONN-02',
    provider: 'entra',
    what: 'does not get through',
    send: waitForNothing,
    expected: { noticed: 'nothingArrived' },
  },
  {
    code: 'CONN-02',
    provider: 'entra',
    what: 'speaks TLS where nothing ends it',
    send: ({ sendBytes }) => sendBytes(clientHello),
    expected: { explained: 'tlsOnPlainPort' },
  },
  {
    code: 'CONN-03',
    provider: 'entra',
    what: 'tests with a mistyped token',
    send: async ({ withToken, token }) =>
      void (await withToken(`${token.slice(0, -1)}${token.endsWith('x') ? 'y' : 'x'}`).get(entraProbe)),
    expected: { explained: 'tokenUnknown' },
  },
  {
    code: 'CONN-03',
    provider: 'entra',
    what: 'tests with the word Bearer in Secret Token',
    send: async ({ withToken, token }) => void (await withToken(`Bearer ${token}`).get(entraProbe)),
    expected: { explained: 'bearerDoubled' },
  },
  {
    code: 'CONN-04',
    provider: 'entra',
    what: 'tests a URL without its last part',
    send: async ({ at }) => void (await at('/default/scim').get(entraGroupProbe)),
    expected: { explained: 'basePathMissing' },
  },
  {
    code: 'CONN-04',
    provider: 'entra',
    what: 'asks for a group where groups are switched off, and gets an empty list',
    send: async ({ idp, change }) => {
      change(switchedOff('groups'))
      expect(await idp.get(entraGroupProbe)).toMatchObject(emptyList)
    },
    expected: 'right',
  },
  {
    code: 'CONN-05',
    provider: 'entra',
    what: 'gets what it can read: manager as an object, schemas, id, whole numbers',
    send: async ({ idp }) => {
      const user = aUser({ [urns.enterpriseUser]: { manager: 'boss' } })
      const created = await idp.post('/Users', user)
      expect(created.body).toMatchObject({
        id: expect.any(String),
        schemas: [urns.user, urns.enterpriseUser],
        [urns.enterpriseUser]: { manager: { value: 'boss' } },
      })
      const list = await idp.get('/Users')
      expect(list.body).toMatchObject({ totalResults: 1, itemsPerPage: 1, startIndex: 1 })
    },
    expected: 'right',
  },
  {
    code: 'CONN-06',
    provider: 'entra',
    what: 'matches by an attribute that does not exist here',
    send: async ({ idp }) => void (await idp.get(`/Users?filter=mail+eq+"${guid}"`)),
    expected: { explained: 'filterAttributeUnknown' },
  },
  {
    code: 'CONN-06',
    provider: 'entra',
    what: 'filters by a value that nobody has and that no user name could be',
    send: async ({ idp }) =>
      expect(await idp.get('/Users?filter=emails[type eq "work"].value eq "no mail"')).toMatchObject(emptyList),
    expected: 'right',
  },
  {
    code: 'CONN-07',
    provider: 'entra',
    what: 'sends a filter with its quotes lost on the way',
    send: async ({ idp }) => void (await idp.get(`/Users?filter=userName+eq+"${guid}`)),
    expected: { explained: 'filterUnreadable' },
  },
  {
    code: 'CONN-07',
    provider: 'entra',
    what: 'sends spaces as plus signs and a parameter of its own',
    send: async ({ idp }) =>
      expect(await idp.get(`/Users?aadOptscim062020&filter=userName+eq+%22${guid}%22`)).toMatchObject(emptyList),
    expected: 'right',
  },
  {
    code: 'CONN-08',
    provider: 'entra',
    what: 'is turned away in front of Rollcall',
    send: waitForNothing,
    expected: { noticed: 'nothingArrived' },
  },
  {
    code: 'CONN-09',
    provider: 'okta',
    what: 'meets a tunnel to nowhere',
    send: waitForNothing,
    expected: { noticed: 'nothingArrived' },
  },
  {
    code: 'CONN-10',
    provider: 'okta',
    what: 'tests a URL without /scim/v2',
    send: async ({ at }) => void (await at('/default').get(oktaTest)),
    expected: { explained: 'basePathMissing' },
  },
  {
    code: 'CONN-11',
    provider: 'okta',
    what: 'prints the word Bearer in front of one that was pasted',
    send: async ({ withToken, token }) => void (await withToken(`Bearer ${token}`).get(oktaTest)),
    expected: { explained: 'bearerDoubled' },
  },
  {
    code: 'CONN-11',
    provider: 'okta',
    what: 'sends the field of the Header Auth app as it is, without the word Bearer',
    send: async ({ idp, token }) => void (await idp.get(oktaTest, { Authorization: token })),
    expected: { explained: 'bearerMissing' },
  },
  {
    code: 'CONN-12',
    provider: 'okta',
    what: 'gets counts as whole numbers',
    send: async ({ idp }) =>
      expect((await idp.get(oktaTest)).body).toMatchObject({ totalResults: 0, startIndex: 1, itemsPerPage: 0 }),
    expected: 'right',
  },
  {
    code: 'CONN-13',
    provider: 'okta',
    what: 'tests the connection by one page, whatever is ticked',
    send: async ({ idp, lastExchange }) => {
      await idp.get(oktaTest)
      expect(lastExchange().action).toBe('tested')
    },
    expected: 'right',
  },
  {
    code: 'CONN-14',
    provider: 'onelogin',
    what: 'is enabled with a token of somewhere else',
    send: async ({ withToken }) => void (await withToken('somewhere-else-0123456789').get('/Users?filter=userName eq "nobody"')),
    expected: { explained: 'tokenUnknown' },
  },
  {
    code: 'CONN-14',
    provider: 'onelogin',
    what: 'is enabled, asks for nobody and gets an empty list',
    send: async ({ idp }) => expect(await idp.get('/Users?filter=userName eq "nobody"')).toMatchObject(emptyList),
    expected: 'right',
  },
  {
    code: 'CONN-15',
    provider: 'jumpcloud',
    what: 'tests with an address that is a learner already',
    send: async ({ idp }) => {
      await idp.post('/Users', aUser())
      await idp.post('/Users', aUser())
    },
    expected: { explained: 'userNameTaken' },
  },
  {
    code: 'CONN-16',
    provider: 'jumpcloud',
    what: 'gets an id that is a text',
    send: async ({ idp }) => expect((await idp.post('/Users', aUser())).body).toMatchObject({ id: expect.any(String) }),
    expected: 'right',
  },
  {
    code: 'CONN-17',
    provider: 'jumpcloud',
    what: 'appends its path to a URL that ends with a slash',
    send: async ({ at }) =>
      expect(await at('/default/scim/v2/').get('/Users?filter=userName eq "test@example.com"')).toMatchObject(emptyList),
    expected: 'right',
  },
  {
    code: 'CONN-18',
    provider: 'jumpcloud',
    what: 'makes a test group where groups are switched off',
    send: async ({ idp, change }) => {
      change(switchedOff('groups'))
      await idp.post('/Groups', aGroup())
    },
    expected: { explained: 'groupsSwitchedOff' },
  },
  {
    code: 'CONN-19',
    provider: 'google',
    what: 'was let in, is refused for its old token, and stops',
    send: async ({ idp, running, wait }) => {
      await idp.post('/Users', aUser())
      running.service.tokens.reset(1, 0)
      await idp.get('/Users?filter=userName eq "tomas@example.com"')
      wait({ hours: 5 })
    },
    expected: { noticed: 'stoppedAfterRefusal' },
  },
  {
    code: 'CONN-21',
    provider: 'okta',
    what: 'refuses the certificate',
    send: waitForNothing,
    expected: { noticed: 'nothingArrived' },
  },
  {
    code: 'CONN-21',
    provider: 'okta',
    what: 'comes by https without a proxy that ends it',
    send: ({ sendBytes }) => sendBytes(clientHello),
    expected: { explained: 'tlsOnPlainPort' },
  },
  {
    code: 'CONN-22',
    provider: 'entra',
    what: 'worked until the tunnel got a new name',
    send: async ({ idp, wait }) => {
      await idp.post('/Users', aUser())
      wait({ hours: 3 })
    },
    expected: { noticed: 'silent' },
  },
]
