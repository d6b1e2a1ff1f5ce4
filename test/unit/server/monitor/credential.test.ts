import { describe, expect, it } from 'vitest'
import { readCredential, type TokenMatch } from '../../../../server/monitor/credential.ts'

const current = `rollcall_${'Ab3-_'.repeat(8)}xyz`
const expected = { prefix: 'rollcall_', length: 52 }
const known = new Map<string, TokenMatch>([
  [current, { status: 'active', connectionMatches: true }],
  [`${current.slice(0, -1)}E`, { status: 'ending', connectionMatches: true }],
  [`${current.slice(0, -1)}X`, { status: 'expired', connectionMatches: true }],
  [`${current.slice(0, -1)}R`, { status: 'revoked', connectionMatches: true }],
  [`${current.slice(0, -1)}O`, { status: 'active', connectionMatches: false }],
  ['from the environment', { status: 'active', connectionMatches: true }],
])
const read = (authorization: string | undefined) => readCredential(authorization, (secret) => known.get(secret), expected)

describe('readCredential', () => {
  it.each([
    ['as it should be', `Bearer ${current}`, false],
    ['whatever the case of the scheme', `bEaReR ${current}`, false],
    ['with two spaces', `Bearer  ${current}`, true],
    ['with a tab', `Bearer\t${current}`, true],
    ['with outer spaces', ` Bearer ${current}  `, false],
    ['of an old token in its overlap', `Bearer ${current.slice(0, -1)}E`, false],
    ['of a token of the environment, whatever it looks like', 'Bearer from the environment', false],
  ])('accepts a header %s', (_name, header, toleratedSpaces) => {
    expect(read(header)).toMatchObject({ kind: 'accepted', scheme: 'Bearer', toleratedSpaces })
    expect(read(header).match).not.toBeNull()
  })

  it.each([
    ['missing', undefined],
    ['empty', ''],
    ['empty', 'Bearer'],
    ['empty', 'Bearer   '],
    ['doubledScheme', `Bearer Bearer ${current}`],
    ['doubledScheme', `Bearer bearer  ${current}`],
    ['doubledScheme', 'Bearer Bearer'],
    ['doubledScheme', `Bearer "Bearer ${current}"`],
    ['doubledScheme', `Bearer Bearer%20${current}`],
    ['noScheme', current],
    ['noScheme', `${current.slice(0, -1)}R`],
    ['noScheme', `${current.slice(0, 20)}`],
    ['noScheme', 'f3a9c1b2d4'],
    ['noScheme', `Bearer${current}`],
    ['noScheme', `Bearer:${current}`],
    ['wrongScheme', 'Basic dXNlcjpwYXNzd29yZA=='],
    ['wrongScheme', `Token ${current}`],
    ['wrongScheme', 'Custom abc def'],
    ['quoted', `Bearer "${current}"`],
    ['quoted', `Bearer '${current}'`],
    ['quoted', `Bearer %22${current}%22`],
    ['quoted', `Bearer \u00e2\u0080\u009c${current}\u00e2\u0080\u009d`],
    ['quoted', `"Bearer ${current}"`],
    ['containsSpace', `Bearer ${current.slice(0, 20)} ${current.slice(20)}`],
    ['containsSpace', `Bearer ${current}%20`],
    ['containsSpace', `Bearer ${current}%0A`],
    ['containsSpace', `Bearer ${current.slice(0, 20)}\u00a0${current.slice(20)}`],
    ['containsSpace', `Bearer \u00c2\u00a0${current}`],
    ['containsSpace', `Bearer%20${current}`],
    ['containsSpace', `Bearer\u00c2\u00a0${current}`],
    ['cut', `Bearer ${current.slice(0, -1)}`],
    ['cut', 'Bearer rollcall_'],
    ['cut', 'Bearer rollc'],
    ['cut', `Bearer ${current}x`],
    ['cut', `Bearer ${current.slice('rollcall_'.length)}`],
    ['revoked', `Bearer ${current.slice(0, -1)}R`],
    ['expired', `Bearer ${current.slice(0, -1)}X`],
    ['otherConnection', `Bearer ${current.slice(0, -1)}O`],
    ['unknown', `Bearer ${current.slice(0, -1)}?`],
    ['unknown', 'Bearer eyJhbGciOiJSUzI1NiJ9.e30.c2ln'],
  ])('refuses as %s: %j', (why, header) => {
    expect(read(header)).toMatchObject({ kind: 'refused', why })
  })

  it('names the known token behind a refusal, so that its last four characters can be shown', () => {
    expect(read(`Bearer ${current.slice(0, -1)}R`).match).toEqual({ status: 'revoked', connectionMatches: true })
    expect(read(current).match).toEqual({ status: 'active', connectionMatches: true })
    expect(read('Bearer nobody').match).toBeNull()
  })

  it('counts the characters of the token, not of the scheme', () => {
    expect(read(`Bearer  ${current}`)).toMatchObject({ length: 52, secret: current })
    expect(read('Basic abcd')).toMatchObject({ scheme: 'Basic', length: 4 })
  })
})
