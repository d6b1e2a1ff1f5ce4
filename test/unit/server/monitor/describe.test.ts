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
const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
const check =
  (caller: Caller) =>
  ([sentence, action, stated]: Row) => {
    expect(describe(anObservation({ caller, ...stated }))).toMatchObject({ sentence, action })
  }

group('what Okta sends', () => {
  it.each<Row>([
    ['Okta tested the connection', 'tested', { query: { startIndex: '1', count: '2' }, totalResults: 2 }],
    [
      'Okta listed the groups, 3 in all',
      'lookedUp',
      { target: { kind: 'groups' }, query: { startIndex: '1', count: '100' }, totalResults: 3 },
    ],
    [
      'Okta looked for maya.lindqvist@example.com and found nobody',
      'lookedUp',
      { query: { filter: 'userName eq "maya.lindqvist@example.com"', startIndex: '1', count: '100' }, totalResults: 0 },
    ],
    [
      'Okta looked for maya.lindqvist@example.com and found Maya Lindqvist',
      'lookedUp',
      { query: { filter: 'userName eq "maya.lindqvist@example.com"' }, totalResults: 1, before: maya },
    ],
    ['Okta created Maya Lindqvist', 'created', { method: 'POST', status: 201, after: maya }],
    ['Okta read Maya Lindqvist', 'lookedUp', { target: user, before: maya }],
    [
      'Okta changed the job title of Maya Lindqvist',
      'updated',
      { method: 'PUT', target: user, before: { ...maya, title: 'Engineer' }, after: { ...maya, title: 'Lead' } },
    ],
    [
      'Okta changed 2 attributes of Maya Lindqvist',
      'updated',
      { method: 'PUT', target: user, before: { ...maya, title: 'Engineer' }, after: { ...maya, title: 'Lead', locale: 'sv-SE' } },
    ],
    ['Okta sent Maya Lindqvist without a change', 'updated', { method: 'PUT', target: user, before: maya, after: maya }],
    [
      'Okta archived Maya Lindqvist',
      'archived',
      { method: 'PUT', target: user, before: maya, after: { ...maya, active: false } },
    ],
    [
      'Okta archived Maya Lindqvist',
      'archived',
      { ...aPatch({ op: 'replace', value: { active: false } }), target: user, before: maya, after: { ...maya, active: false } },
    ],
    [
      'Okta restored Maya Lindqvist',
      'restored',
      { method: 'PUT', target: user, before: { ...maya, active: false }, after: maya },
    ],
    [
      'Okta restored Maya Lindqvist and set the job title',
      'restored',
      { method: 'PUT', target: user, before: { ...maya, active: false }, after: { ...maya, title: 'Lead' } },
    ],
    [
      'Okta looked for the group Platform Team and found none',
      'lookedUp',
      {
        target: { kind: 'groups' },
        query: { filter: 'displayName eq "Platform Team"', startIndex: '1', count: '100' },
        totalResults: 0,
      },
    ],
    [
      'Okta created the group Platform Team',
      'groupChanged',
      { method: 'POST', target: { kind: 'groups' }, status: 201, after: team, members: { added: 0, removed: 0 } },
    ],
    ['Okta read the group Platform Team', 'lookedUp', { target: ofTeam, before: team }],
    [
      'Okta added 1 member and removed 2 members in Platform Team',
      'groupChanged',
      { method: 'PATCH', target: ofTeam, before: team, after: team, members: { added: 1, removed: 2 }, status: 204 },
    ],
    [
      'Okta renamed the group Platform Team to Platform & Tools',
      'groupChanged',
      {
        method: 'PATCH',
        target: ofTeam,
        before: team,
        after: { displayName: 'Platform & Tools' },
        members: { added: 0, removed: 0 },
      },
    ],
    [
      'Okta sent the group Platform Team without a change',
      'groupChanged',
      { method: 'PUT', target: ofTeam, before: team, after: team, members: { added: 0, removed: 0 } },
    ],
    ['Okta deleted the group Platform Team', 'groupChanged', { method: 'DELETE', target: ofTeam, before: team, status: 204 }],
    [
      'Okta listed the learners, 101 to 200 of 250',
      'lookedUp',
      { query: { startIndex: '101', count: '100' }, totalResults: 250 },
    ],
    ['Okta deleted Maya Lindqvist', 'deleted', { method: 'DELETE', target: user, before: maya, status: 204 }],
  ])('is told as "%s"', (...row) => check('okta')(row))
})

group('what Entra ID sends', () => {
  it.each<Row>([
    ['Entra ID tested the connection', 'tested', { query: { filter: `userName eq "${guid}"` }, totalResults: 0 }],
    [
      'Entra ID tested the connection',
      'tested',
      {
        target: { kind: 'groups' },
        query: { filter: `displayName eq "${guid}"`, excludedAttributes: 'members' },
        totalResults: 0,
      },
    ],
    [
      'Entra ID tested the connection',
      'tested',
      { query: { filter: `emails[type eq "work"].value eq "${guid}"` }, totalResults: 0 },
    ],
    [
      'Entra ID looked for maya@example.com and found nobody',
      'lookedUp',
      { query: { filter: 'userName eq "maya@example.com"' }, totalResults: 0 },
    ],
    [
      'Entra ID looked for maya@example.com and found nobody',
      'lookedUp',
      { query: { filter: 'emails[type eq "work"].value eq "maya@example.com"' }, totalResults: 0 },
    ],
    [
      `Entra ID looked for a learner with the external id ${guid} and found Maya Lindqvist`,
      'lookedUp',
      { query: { filter: `externalId eq "${guid}"` }, totalResults: 1, before: maya },
    ],
    [
      "Entra ID checked a learner's manager and found it set",
      'lookedUp',
      { query: { filter: 'id eq "2d7e" and manager eq "8f1c"', attributes: 'id' }, totalResults: 1 },
    ],
    ['Entra ID created Maya Lindqvist', 'created', { method: 'POST', status: 201, after: maya }],
    [
      'Entra ID renamed Maya Lindqvist to Maya Lindqvist-Berg',
      'updated',
      {
        ...aPatch({ op: 'Replace', path: 'displayName', value: 'Maya Lindqvist-Berg' }),
        target: user,
        before: maya,
        after: { ...maya, displayName: 'Maya Lindqvist-Berg' },
      },
    ],
    [
      'Entra ID changed the department of Maya Lindqvist',
      'updated',
      {
        method: 'PATCH',
        target: user,
        before: { ...maya, [enterprise]: { department: 'Platform' } },
        after: { ...maya, [enterprise]: { department: 'Security' } },
      },
    ],
    [
      'Entra ID set the mobile phone number of Maya Lindqvist',
      'updated',
      {
        method: 'PATCH',
        target: user,
        before: maya,
        after: { ...maya, phoneNumbers: [{ type: 'mobile', value: '+46 70 555 01 00' }] },
      },
    ],
    [
      'Entra ID changed the work e-mail address of Maya Lindqvist',
      'updated',
      {
        method: 'PATCH',
        target: user,
        before: maya,
        after: { ...maya, emails: [{ primary: true, value: 'maya.berg@example.com', type: 'work' }] },
      },
    ],
    [
      'Entra ID set the manager of Maya Lindqvist',
      'updated',
      {
        method: 'PATCH',
        target: user,
        before: maya,
        after: { ...maya, [enterprise]: { manager: { value: '8f1c', $ref: '../Users/8f1c' } } },
      },
    ],
    [
      'Entra ID cleared the first name of Maya Lindqvist',
      'updated',
      { method: 'PATCH', target: user, before: maya, after: { ...maya, name: { familyName: 'Lindqvist' } } },
    ],
    [
      'Entra ID archived Maya Lindqvist',
      'archived',
      {
        ...aPatch({ op: 'Replace', path: 'active', value: 'False' }),
        target: user,
        before: maya,
        after: { ...maya, active: false },
      },
    ],
    [
      'Entra ID restored Maya Lindqvist',
      'restored',
      {
        ...aPatch({ op: 'Replace', path: 'active', value: 'True' }),
        target: user,
        before: { ...maya, active: false },
        after: maya,
      },
    ],
    ['Entra ID deleted Maya Lindqvist', 'deleted', { method: 'DELETE', target: user, before: maya, status: 204 }],
    [
      'Entra ID added 2 members to Platform Team',
      'groupChanged',
      { method: 'PATCH', target: ofTeam, before: team, after: team, members: { added: 2, removed: 0 }, status: 204 },
    ],
    [
      'Entra ID removed 1 member from Platform Team',
      'groupChanged',
      { method: 'PATCH', target: ofTeam, before: team, after: team, members: { added: 0, removed: 1 }, status: 204 },
    ],
    [
      'Entra ID created the group Platform Team with 2 members',
      'groupChanged',
      { method: 'POST', target: { kind: 'groups' }, status: 201, after: team, members: { added: 2, removed: 0 } },
    ],
  ])('is told as "%s"', (...row) => check('entra')(row))
})

group('a restored learner', () => {
  it('is told apart where a create brought them back', () => {
    const told = describe(anObservation({ method: 'POST', status: 201, before: { ...maya, active: false }, after: maya }))
    expect(told).toMatchObject({ action: 'restored', sentence: 'Okta restored Maya Lindqvist, who was archived' })
  })
})

group('a question that is no test', () => {
  it.each([
    ['a GUID that somebody has', { query: { filter: `userName eq "${guid}"` }, totalResults: 1 }],
    ['a GUID as externalId', { query: { filter: `externalId eq "${guid}"` }, totalResults: 0 }],
    ['a page of 100', { query: { startIndex: '1', count: '100' }, totalResults: 0 }],
    ['the second page of two', { query: { startIndex: '3', count: '2' }, totalResults: 4 }],
    ['everything', { totalResults: 4 }],
  ])('asks for %s', (_name, stated) => {
    expect(describe(anObservation(stated)).action).toBe('lookedUp')
  })
})
