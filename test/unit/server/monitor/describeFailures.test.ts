import { expect, describe as group, it } from 'vitest'
import type { Caller } from '#contract/provider.ts'
import { describe } from '../../../../server/monitor/describe.ts'
import type { Observation } from '../../../../server/monitor/observation.ts'
import { anObservation, aPatch, maya } from './anObservation.ts'

type Row = readonly [sentence: string, action: string, stated: Partial<Observation>]

const user = { kind: 'user', id: '2d7e' } as const
const team = { displayName: 'Platform Team' }
const ofTeam = { kind: 'group', id: '8f1c' } as const
const guid = 'c51c5d6e-0f4a-4b0e-a2cb-6a1f0d2e77aa'
const check =
  (caller: Caller) =>
  ([sentence, action, stated]: Row) => {
    expect(describe(anObservation({ caller, ...stated }))).toMatchObject({ sentence, action })
  }

group('a failed attempt keeps the action that it meant', () => {
  const refused = { status: 403, switchedOff: 'deactivate' } as const
  it.each<Row>([
    ['Okta could not create Maya Lindqvist', 'created', { method: 'POST', status: 409, body: maya }],
    [
      'Okta could not create Maya Lindqvist: Create is switched off',
      'created',
      { method: 'POST', status: 403, switchedOff: 'create', body: maya },
    ],
    ['Okta could not create a learner', 'created', { method: 'POST', status: 400, body: {} }],
    ['Okta could not change Maya Lindqvist', 'updated', { method: 'PUT', target: user, status: 409, before: maya, body: maya }],
    [
      'Okta could not change Maya Lindqvist: Rollcall failed',
      'updated',
      { method: 'PUT', target: user, status: 500, before: maya, body: maya },
    ],
    [
      'Okta could not archive Maya Lindqvist: Deactivate is switched off',
      'archived',
      { method: 'PUT', target: user, ...refused, body: { ...maya, active: false } },
    ],
    [
      'Okta could not archive a learner: Deactivate is switched off',
      'archived',
      { ...aPatch({ op: 'Replace', path: 'active', value: 'False' }), target: user, ...refused },
    ],
    [
      'Okta could not archive a learner: Deactivate is switched off',
      'archived',
      { ...aPatch({ op: 'replace', value: { active: [false], title: 'x' } }), target: user, ...refused },
    ],
    [
      'Okta could not restore Maya Lindqvist: Deactivate is switched off',
      'restored',
      { ...aPatch({ op: 'replace', value: { active: true } }), target: user, ...refused, before: { ...maya, active: false } },
    ],
    [
      'Okta could not change Maya Lindqvist',
      'updated',
      { method: 'PUT', target: user, status: 400, before: maya, body: { ...maya, active: true } },
    ],
    ['Okta could not change a learner that is not here', 'updated', { method: 'PUT', target: user, status: 404, body: maya }],
    ['Okta could not read a learner that is not here', 'lookedUp', { target: user, status: 404 }],
    ['Okta could not delete a learner that is not here', 'deleted', { method: 'DELETE', target: user, status: 404 }],
    [
      'Okta could not create the group Platform Team',
      'groupChanged',
      { method: 'POST', target: { kind: 'groups' }, status: 409, body: team },
    ],
    [
      'Okta could not change the group Platform Team: Groups are switched off',
      'groupChanged',
      { method: 'PATCH', target: ofTeam, status: 403, switchedOff: 'groups', before: team },
    ],
    [
      'Okta could not test the connection: the connection is paused',
      'tested',
      { query: { startIndex: '1', count: '2' }, status: 503, switchedOff: 'paused' },
    ],
    ['Okta could not test the connection', 'tested', { query: { filter: `userName eq "${guid}"` }, status: 400 }],
    [
      'Okta could not look for maya@example.com',
      'lookedUp',
      { query: { filter: 'userName eq "maya@example.com"' }, status: 400 },
    ],
    ['Okta could not search the learners', 'lookedUp', { query: { filter: 'userName is maya' }, status: 400 }],
    [
      'Okta was refused: the word Bearer stands twice',
      'tested',
      { query: { startIndex: '1', count: '2' }, status: 401, credential: { kind: 'refused', why: 'doubledScheme' } },
    ],
    [
      'Okta was refused: it sent no token',
      'created',
      { method: 'POST', status: 401, body: maya, credential: { kind: 'refused', why: 'missing' } },
    ],
  ])('%s', (...row) => check('okta')(row))
})

group('what is no proper request', () => {
  const other = { target: { kind: 'other' }, connection: null, credential: { kind: 'notNeeded' } } as const
  it.each<Row>([
    ['A client sent a body that is not JSON', 'created', { method: 'POST', status: 400, malformed: 'brokenJson' }],
    [
      'A client sent no body where one is needed',
      'updated',
      { method: 'PUT', target: user, status: 400, malformed: 'emptyBody' },
    ],
    ['A client sent a body over 1 MiB', 'created', { method: 'POST', status: 413, malformed: 'tooLarge' }],
    [
      'A client sent a body of a media type that is not accepted',
      'created',
      { method: 'POST', status: 415, malformed: 'mediaType' },
    ],
    ['A client went away before its request was complete', 'created', { method: 'POST', status: 0, malformed: 'aborted' }],
    ['A client went away before it was answered', 'lookedUp', { status: 0 }],
    [
      'A client spoke TLS to a port of plain HTTP',
      'unknown',
      { ...other, method: 'TLS', path: '', status: 400, malformed: 'tls' },
    ],
    ['A client asked for /foo, which does not exist', 'unknown', { ...other, path: '/foo', status: 404 }],
    ['A client sent POST to /foo, which does not exist', 'unknown', { ...other, method: 'POST', path: '/foo', status: 404 }],
    ['A client sent DELETE to /default/scim/v2/Users, which does not take it', 'unknown', { method: 'DELETE', status: 405 }],
    [
      'A client asked for /default/scim/v2/Bulk, which is not supported',
      'unknown',
      { target: { kind: 'other' }, method: 'POST', path: '/default/scim/v2/Bulk', status: 501 },
    ],
    [
      'A client read what this endpoint supports',
      'discovered',
      { target: { kind: 'discovery', what: 'ServiceProviderConfig' }, credential: { kind: 'notNeeded' } },
    ],
    ['A client asked for /default/scim/v2/Users', 'unknown', { method: 'OPTIONS', status: 204 }],
  ])('%s', (...[sentence, action, stated]) => check('unknown')([sentence, action, { connection: null, ...stated }]))
})

group('who is named', () => {
  it('is the caller that was recognised, whatever provider was chosen', () => {
    expect(
      describe(
        anObservation({
          connection: { slug: 'default', provider: 'okta-own' },
          caller: 'entra',
          method: 'POST',
          status: 201,
          after: maya,
        }),
      ).sentence,
    ).toBe('Entra ID created Maya Lindqvist')
  })

  it.each([
    ['okta-own', "A client with Okta's token created Maya Lindqvist"],
    ['okta-catalog', "A client with Okta's token created Maya Lindqvist"],
    ['entra', "A client with Entra ID's token created Maya Lindqvist"],
    ['other', 'A client created Maya Lindqvist'],
    [null, 'A client created Maya Lindqvist'],
  ] as const)('is a client with the token of %s, where nothing tells who called', (provider, sentence) => {
    expect(
      describe(
        anObservation({ connection: { slug: 'default', provider }, caller: 'unknown', method: 'POST', status: 201, after: maya }),
      ).sentence,
    ).toBe(sentence)
  })

  it('is just a client where no token was accepted', () => {
    const refused = anObservation({ caller: 'unknown', status: 401, credential: { kind: 'refused', why: 'unknown' } })
    expect(describe(refused)).toMatchObject({ sentence: 'A client was refused: the token is not known here', resourceName: null })
  })
})

group('names from outside', () => {
  it('are cut at 60 characters, on one line, without invisible ones', () => {
    const displayName = `Maya\n\u202e${'x'.repeat(80)}`
    const { sentence, resourceName } = describe(anObservation({ method: 'POST', status: 201, after: { ...maya, displayName } }))
    expect(resourceName).toBe(`Maya ${'x'.repeat(54)}…`)
    expect(sentence).toBe(`Okta created ${resourceName}`)
  })

  it('are cut shorter where two stand in one sentence', () => {
    const long = { ...maya, displayName: 'ø'.repeat(60) }
    const { sentence } = describe(anObservation({ method: 'PUT', target: user, before: maya, after: long }))
    expect(sentence).toBe(`Okta renamed Maya Lindqvist to ${'ø'.repeat(39)}…`)
  })

  it.each([
    [{ userName: 'maya' }, 'maya'],
    [{ userName: 'maya', name: { givenName: 'Maya' } }, 'Maya'],
    [{ userName: 'maya', name: { formatted: 'M. Lindqvist', givenName: 'Maya' } }, 'M. Lindqvist'],
    [{ USERNAME: 'maya', displayName: '  ' }, 'maya'],
    [{}, null],
  ])('are taken from %j', (body, name) => {
    expect(describe(anObservation({ method: 'POST', status: 400, body })).resourceName).toBe(name)
  })
})
