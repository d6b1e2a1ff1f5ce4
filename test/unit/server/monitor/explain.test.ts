import { describe, expect, it } from 'vitest'
import type { FaultKind, RefusedCredential } from '#contract/exchange.ts'
import { type Caller, callerNames, ProviderChoice } from '#contract/provider.ts'
import { isAllowedLink } from '../../../../electron/main/allowedLinks.ts'
import type { Malformed } from '../../../../server/monitor/arrival.ts'
import { catalogue } from '../../../../server/monitor/catalogue/catalogue.ts'
import { findExplanation, toExplanation } from '../../../../server/monitor/explain.ts'
import type { Observation } from '../../../../server/monitor/observation.ts'
import { createNotes } from '../../../../server/notes.ts'
import { invalidValue, type Reason, type ScimError, uniqueness } from '../../../../server/protocol/scimError.ts'
import { anObservation, maya } from './anObservation.ts'

const user = { kind: 'user', id: '2d7e' } as const
const groups = { kind: 'groups' } as const
const ofGroup = { kind: 'group', id: '8f1c' } as const
const other = { kind: 'other' } as const
const refused = (why: RefusedCredential): Partial<Observation> => ({ status: 401, credential: { kind: 'refused', why } })
const malformed = (kind: Malformed, status = 400): Partial<Observation> => ({ malformed: kind, status, method: 'POST' })
const bad = (scimType: string, detail: string | null = null): Partial<Observation> => ({ status: 400, scimType, detail })
const at = (path: string, stated: Partial<Observation> = {}): Partial<Observation> => ({
  path,
  status: 404,
  target: other,
  ...stated,
})
const onPurpose = (kind: FaultKind) => ({ fault: { kind, seconds: 30, hasCallerLeft: false } })
const elsewhere = { connection: null } as const
const toRefusal = ({ status, scimType, detail, reason }: ScimError): Partial<Observation> => ({
  status,
  scimType: scimType ?? null,
  detail,
  reason: reason ?? null,
})
const taken = (attribute: string, archived?: boolean) =>
  toRefusal(uniqueness({ attribute, value: 'a', id: 'b', ...(archived === undefined ? {} : { archived }) }))
const because = (kind: Reason['kind'], attribute: string) => toRefusal(invalidValue('No.').because(kind, attribute))

/** A bulk request whose operations ended with these statuses. */
const aBulk = (...statuses: readonly number[]): Observation['bulk'] => ({
  operations: statuses.map((status) => ({ method: 'POST', type: 'User', id: null, status, detail: null, notes: createNotes() })),
  leftCount: 0,
})

const rows: readonly (readonly [id: string | null, stated: Partial<Observation>])[] = [
  ['bearerDoubled', refused('doubledScheme')],
  ['bearerMissing', refused('noScheme')],
  ['schemeNotBearer', refused('wrongScheme')],
  ['tokenMissing', refused('missing')],
  ['tokenEmpty', refused('empty')],
  ['tokenQuoted', refused('quoted')],
  ['tokenWithSpace', refused('containsSpace')],
  ['tokenCut', refused('cut')],
  ['tokenRevoked', refused('revoked')],
  ['tokenExpired', refused('expired')],
  ['tokenOfOtherConnection', refused('otherConnection')],
  ['tokenUnknown', refused('unknown')],
  ['refused', { status: 401, credential: { kind: 'notNeeded' } }],
  ['tokenEnding', { credential: { kind: 'accepted', tokenKind: 'screen', ending: true } }],
  ['tlsOnPlainPort', malformed('tls')],
  ['notHttp', malformed('notHttp')],
  ['urlUnreadable', malformed('badUrl')],
  ['callerLeft', malformed('aborted', 0)],
  ['callerLeft', { status: 0 }],
  ['bodyTooLarge', malformed('tooLarge', 413)],
  ['requestTooLarge', { method: 'PATCH', target: user, status: 413 }],
  ['mediaTypeWrong', malformed('mediaType', 415)],
  ['bodyEmpty', malformed('emptyBody')],
  ['bodyNotJson', malformed('brokenJson')],
  ['bodyNotAnObject', malformed('notAnObject')],
  ['scimSwitchedOff', { status: 403, switchedOff: 'scim' }],
  ['createSwitchedOff', { method: 'POST', status: 403, switchedOff: 'create' }],
  ['updateSwitchedOff', { method: 'PUT', target: user, status: 403, switchedOff: 'update' }],
  ['deactivateSwitchedOff', { method: 'PUT', target: user, status: 403, switchedOff: 'deactivate' }],
  ['groupsSwitchedOff', { method: 'POST', target: groups, status: 403, switchedOff: 'groups' }],
  ['paused', { status: 503, switchedOff: 'paused' }],
  ['placeholderInUrl', at('/%7Bconnection%7D/scim/v2/Users', elsewhere)],
  ['placeholderInUrl', at('/default/scim/v2/Users/{id}', { target: { kind: 'user', id: '{id}' } })],
  ['placeholderInUrl', at('/your-connection/scim/v2/Users', elsewhere)],
  ['spaceInUrl', at('/default/scim/v2%20/Users', elsewhere)],
  ['spaceInUrl', at('/default/scim/v2/%20Users')],
  ['basePathDoubled', at('/default/scim/v2/scim/v2/Users')],
  ['basePathDoubled', at('/default/scim/v2/default/scim/v2/Users')],
  ['endpointInBaseUrl', at('/default/scim/v2/Users/Users', { target: { kind: 'user', id: 'Users' } })],
  [
    'endpointInBaseUrl',
    at('/default/scim/v2/Users/Users', { target: { kind: 'user', id: 'Users' }, method: 'POST', status: 405 }),
  ],
  ['endpointInBaseUrl', at('/default/scim/v2/Users/Groups', { target: { kind: 'user', id: 'Groups' } })],
  ['endpointInBaseUrl', at('/default/scim/v2/Users/Users/2d7e')],
  ['connectionUnknown', at('/acme/scim/v2/Users', elsewhere)],
  ['browserVisit', at('/', elsewhere)],
  ['browserVisit', at('/favicon.ico', elsewhere)],
  ['basePathMissing', at('/Users', elsewhere)],
  ['basePathMissing', at('/scim/v2/Users', elsewhere)],
  ['basePathMissing', at('/default/Users', elsewhere)],
  ['basePathMissing', at('/default/scim/Users', elsewhere)],
  ['basePathMissing', at('/default/scim/v1/Users', elsewhere)],
  ['baseUrlAlone', at('/default/scim/v2')],
  ['pathUnknown', at('/default/scim/v2/Roles')],
  ['pathUnknown', at('/wp-login.php', elsewhere)],
  ['alreadyDeleted', { method: 'DELETE', target: user, status: 404 }],
  ['activeUnreadable', { method: 'PATCH', target: user, ...because('unsuited', 'active') }],
  ['groupNameTaken', { method: 'POST', target: groups, ...taken('displayName') }],
  ['memberUnknown', { method: 'PATCH', target: ofGroup, ...because('unknownMember', 'members') }],
  ['groupUnknown', { method: 'PATCH', target: ofGroup, status: 404 }],
  ['userNameTakenByArchived', { method: 'POST', ...taken('userName', true) }],
  ['customValueTaken', { method: 'POST', ...taken('urn:example:acme:2.0:User:badge', true) }],
  ['userNameTaken', { method: 'POST', ...taken('userName', false) }],
  ['userNameTaken', { method: 'PUT', target: user, ...taken('userName', false) }],
  ['createdAsArchived', { method: 'POST', status: 201, after: { ...maya, active: false } }],
  ['externalIdRepeated', { method: 'POST', status: 201, after: maya, externalIdRepeated: true }],
  ['requiredMissing', { method: 'POST', body: { displayName: 'Maya' }, ...bad('invalidValue') }],
  ['requiredMissing', { method: 'POST', body: { userName: '' }, ...bad('invalidValue') }],
  ['requiredMissing', { method: 'PATCH', target: user, body: {}, ...because('missing', 'userName') }],
  ['requiredMissing', { method: 'PATCH', target: user, body: {}, ...because('missing', 'userName'), scimType: 'mutability' }],
  ['valueInvalid', { method: 'POST', body: { userName: 7 }, ...because('unsuited', 'userName') }],
  [
    'surnameMissing',
    { method: 'POST', status: 201, target: { kind: 'users' }, body: { name: { givenName: 'Maya' } }, after: maya },
  ],
  ['surnameMissing', { method: 'PUT', status: 200, target: user, body: { name: { givenName: 'Maya', familyName: ' ' } } }],
  [null, { method: 'POST', status: 201, target: { kind: 'users' }, body: { userName: 'maya' }, after: maya }],
  ['emailEmpty', { method: 'POST', status: 201, target: { kind: 'users' }, body: { emails: [{ value: '' }] }, after: maya }],
  [
    'emailEmpty',
    {
      method: 'PATCH',
      status: 200,
      target: user,
      body: { Operations: [{ op: 'Replace', path: 'emails[type eq "work"].value', value: '' }] },
    },
  ],
  ['learnerUnknown', { method: 'PUT', target: user, status: 404 }],
  ['learnerUnknown', { target: user, status: 404 }],
  ['patchPathUnknown', { method: 'PATCH', target: user, ...bad('invalidPath') }],
  ['patchPathUnknown', { method: 'PATCH', target: user, ...bad('invalidFilter') }],
  ['patchNoTarget', { method: 'PATCH', target: user, ...bad('noTarget') }],
  ['readOnlyAttribute', { method: 'PATCH', target: user, ...bad('mutability', 'id is read-only.') }],
  ['versionMismatch', { method: 'PUT', target: user, status: 412 }],
  ['filterUnreadable', { query: { filter: 'userName eq "maya' }, ...bad('invalidFilter') }],
  ['filterUnreadable', { query: { filter: 'userName is "maya"' }, ...bad('invalidFilter') }],
  ['filterAttributeUnknown', { query: { filter: 'email eq "maya@example.com"' }, ...bad('invalidFilter') }],
  ['queryInvalid', { query: { count: 'many' }, ...bad('invalidValue', 'count must be an integer, not "many".') }],
  [
    'queryInvalid',
    {
      method: 'POST',
      target: { kind: 'search', of: 'all' },
      ...bad('invalidValue', 'sortOrder must be ascending or descending.'),
    },
  ],
  ['cursorRefused', { query: { cursor: 'x' }, ...bad('invalidCursor') }],
  ['cursorRefused', { query: { cursor: 'x' }, ...bad('expiredCursor') }],
  ['cursorRefused', { query: { cursor: '', count: 'many' }, ...bad('invalidCount') }],
  ['bulkPartlyFailed', { method: 'POST', target: { kind: 'bulk' }, status: 200, bulk: aBulk(201, 404) }],
  [null, { method: 'POST', target: { kind: 'bulk' }, status: 200, bulk: aBulk(201, 204) }],
  ['methodNotOffered', { method: 'DELETE', status: 405 }],
  ['notSupported', { method: 'POST', target: other, status: 501, path: '/default/scim/v2/Me' }],
  ['messageInvalid', { method: 'PATCH', target: user, ...bad('invalidSyntax') }],
  ['tooManyResults', bad('tooMany')],
  ['sensitiveInUrl', { status: 403, scimType: 'sensitive' }],
  ['tooManyRequests', { status: 429 }],
  ['serverFailed', { status: 500 }],
  ['serverFailed', { status: 503 }],
  ['faultStatus', { status: 429, ...onPurpose('429') }],
  ['faultStatus', { method: 'POST', status: 409, scimType: 'uniqueness', ...onPurpose('409') }],
  ['faultHtml', { status: 502, ...onPurpose('html') }],
  ['faultCut', { status: 200, ...onPurpose('cut') }],
  ['faultTruncated', { status: 200, ...onPurpose('truncated') }],
  ['faultDelay', { status: 200, ...onPurpose('delay') }],
  ['unexplained', { status: 403 }],
  ['unexplained', { status: 418 }],
  [null, { status: 200 }],
  [null, { method: 'POST', status: 201, after: maya }],
  ['deletedWhileActive', { method: 'DELETE', target: user, status: 204, before: maya }],
  [null, { method: 'DELETE', target: user, status: 204, before: { ...maya, active: false } }],
  [null, { method: 'DELETE', target: user, status: 204, before: maya, caller: 'entra' }],
  [null, { status: 304, target: user }],
]

describe('findExplanation', () => {
  it.each(rows)('finds %s for %j', (id, stated) => {
    expect(findExplanation(anObservation(stated))).toBe(id)
  })

  it('reaches every entry of the catalogue', () => {
    const reached = new Set(rows.map(([, stated]) => findExplanation(anObservation(stated))))
    expect(catalogue.map(({ id }) => id).filter((id) => !reached.has(id))).toEqual([])
  })
})

describe('toExplanation', () => {
  const scimUrl = 'https://acme.example/default/scim/v2'
  const facts = {
    provider: 'okta-own',
    caller: 'okta',
    detail: null,
    target: '/Users',
    status: 401,
    method: 'GET',
    scimUrl,
  } as const
  const providers = [...ProviderChoice.options, null]
  // Every name of the record is a caller.
  const callers = Object.keys(callerNames) as (keyof typeof callerNames)[]

  it('writes every entry in the words of this product, for every provider and caller', () => {
    for (const { id } of catalogue) {
      for (const provider of providers) {
        for (const caller of callers) {
          const { title, happened, meaning, who, steps } = toExplanation(id, {
            ...facts,
            provider,
            caller,
            detail: 'It says why.',
          })
          for (const text of [title, happened, meaning, who, ...steps]) {
            expect(text).not.toMatch(/!|\bplease\b|\boops\b|undefined|null|\s\s/i)
            expect(text.trim()).toBe(text)
            expect(text).not.toBe('')
            expect(text.split('*').length % 2).toBe(1)
            expect(text).toMatch(/^(?:[A-Z*]|authentik|https|userName|active|startIndex)/)
          }
          expect(title).not.toMatch(/\.$/)
          expect(happened).toMatch(/[.”]$/)
          expect(meaning).toMatch(/\.$/)
          expect(who.length).toBeLessThan(60)
        }
      }
    }
  })

  it('leads to a page of the provider at hand, which the window may open', () => {
    const urls = catalogue.flatMap(({ id }) =>
      callers.map((caller) => toExplanation(id, { ...facts, provider: 'okta-own', caller }).documentation?.url),
    )
    expect(urls.filter((url) => url !== undefined && !isAllowedLink(url))).toEqual([])
    const pageOf = (caller: Caller, provider: ProviderChoice | null = null) =>
      toExplanation('bearerDoubled', { ...facts, provider, caller }).documentation?.title
    expect(pageOf('entra')).toBe('Entra ID: connecting a SCIM endpoint')
    expect(pageOf('unknown', 'okta-own')).toBe('Okta: adding SCIM provisioning to an own app')
    expect(pageOf('unknown')).toBeUndefined()
  })

  it('has no two entries of one id', () => {
    const ids = catalogue.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it.each([
    ['okta-own', 'unknown', '*Authorization* under *HTTP Header*', 'You, in Okta'],
    ['okta-catalog', 'okta', '*API Token*', 'You, in Okta'],
    ['entra', 'unknown', '*Secret Token*', 'You, in Entra ID'],
    ['okta-own', 'entra', '*Secret Token*', 'You, in Entra ID'],
    [null, 'onelogin', '*SCIM Bearer Token*', 'You, in OneLogin'],
    ['other', 'unknown', 'the token alone', 'You, in your identity provider'],
    ['jumpcloud', 'unknown', '*Token Key*', 'You, in JumpCloud'],
    ['pingone', 'unknown', '*OAuth Access Token*', 'You, in PingOne'],
    ['google', 'unknown', '*Autoprovisioning › Reauthorize*', 'You, in Google'],
    ['keycloak', 'unknown', '*Auth password/token*', 'You, in Keycloak'],
    ['rippling', 'unknown', '*Bearer Token*', 'You, in Rippling'],
    ['entra-agent', 'entra', '*Secret Token*', 'You, in Entra ID'],
    ['jumpcloud', 'okta', '*Header Auth*', 'You, in Okta'],
  ] as const)('speaks of the labels of the console at hand: chosen %s, seen %s', (provider, caller, label, who) => {
    const explanation = toExplanation('bearerDoubled', { ...facts, provider, caller })
    expect(explanation.steps.join(' ')).toContain(label)
    expect(explanation.who).toBe(who)
  })

  it('tells the Header Auth app of the catalog to keep one Bearer, and the own app to keep none', () => {
    expect(toExplanation('bearerDoubled', { ...facts, provider: 'okta-catalog' }).steps.join(' ')).toContain(
      'leave the word Bearer once',
    )
    expect(toExplanation('bearerDoubled', facts).steps.join(' ')).toContain('the form prints Bearer itself')
  })

  it('quotes what the reply said, and shows the URL to paste', () => {
    expect(toExplanation('valueInvalid', { ...facts, detail: 'title must be a string.' }).happened).toContain(
      '“title must be a string.”',
    )
    expect(toExplanation('connectionUnknown', facts).steps.join(' ')).toContain(scimUrl)
  })

  it('gives the generic explanation, with status and answer, for an id that is not known', () => {
    expect(toExplanation('fromAnOlderVersion', { ...facts, status: 418, detail: 'No.' })).toMatchObject({
      id: 'fromAnOlderVersion',
      title: 'The request was refused',
      happened: 'GET /Users was answered with status 418. Rollcall answered: “No.”',
    })
  })
})
