import { describe, expect, it } from 'vitest'
import { recogniseCaller, type Traffic } from '../../../../server/monitor/recogniseCaller.ts'

const traffic = (stated: Partial<Traffic>): Traffic => ({
  headers: {},
  query: {},
  rawQuery: '',
  body: undefined,
  path: '/default/scim/v2/Users',
  ...stated,
})
const curl = { 'user-agent': 'curl/8.9.1' }

describe('recogniseCaller', () => {
  it.each([
    ['okta', { 'user-agent': 'Okta SCIM Client 1.0.0' }],
    ['okta', { 'user-agent': 'OKTA SCIM Integration' }],
    ['entra', { adscimversion: '5.0' }],
    ['entra', { adscimversion: 'Date:2026-11-01, ActivityId:1', 'user-agent': 'anything' }],
    ['authentik', { 'user-agent': 'authentik@2026.8.1' }],
    ['onelogin', { 'user-agent': 'OneLogin SCIM' }],
    ['cyberark', { 'user-agent': 'CyberArk-Identity/1' }],
    ['unknown', { 'user-agent': 'Oktavia/1.0' }],
    ['unknown', { 'user-agent': 'Apache-HttpClient/5.3 (Java/21)' }],
  ])('knows %s by its headers %j', (caller, headers) => {
    expect(recogniseCaller(traffic({ headers }))).toBe(caller)
  })

  it('takes two of the signs of Entra ID together, never one alone', () => {
    const capitalised = { Operations: [{ op: 'Replace', path: 'active', value: 'False' }] }
    const adscim = { schemas: ['http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group'] }
    const withoutMembers = { query: { excludedAttributes: 'members' }, path: '/default/scim/v2/Groups' }
    const plus = { rawQuery: 'filter=userName+eq+"a"' }
    expect(recogniseCaller(traffic({}))).toBe('unknown')
    expect(recogniseCaller(traffic({ headers: curl, ...plus }))).toBe('unknown')
    expect(recogniseCaller(traffic({ headers: curl, body: capitalised }))).toBe('unknown')
    expect(recogniseCaller(traffic({ ...plus }))).toBe('entra')
    expect(recogniseCaller(traffic({ body: capitalised }))).toBe('entra')
    expect(recogniseCaller(traffic({ body: adscim }))).toBe('entra')
    expect(
      recogniseCaller(
        traffic({ headers: curl, ...withoutMembers, rawQuery: 'excludedAttributes=members&filter=displayName+eq+"x"' }),
      ),
    ).toBe('entra')
  })

  it('does not mistake %20 for a plus sign, nor lower-case operations for capitalised ones', () => {
    expect(recogniseCaller(traffic({ rawQuery: 'filter=userName%20eq%20%22a%22' }))).toBe('unknown')
    expect(recogniseCaller(traffic({ body: { Operations: [{ op: 'replace', value: { active: false } }] } }))).toBe('unknown')
  })
})
