import { expect, it } from 'vitest'
import { urns } from '#contract/scim/urns.ts'
import { readSentAttributes } from '../../../../server/setup/sentAttributes.ts'

const department = `${urns.enterpriseUser}:department`.toLowerCase()

const extensions = new Set([urns.enterpriseUser.toLowerCase(), 'urn:acme:training'])

/** The attributes of a body that have a value, as a plain object. */
const sent = (method: string, body: unknown) =>
  Object.fromEntries(
    [...readSentAttributes(method, JSON.stringify(body), extensions)].flatMap(([key, { example, isEmpty }]) =>
      isEmpty ? [] : [[key, example]],
    ),
  )

/** The attributes of patch operations. */
const patched = (...Operations: unknown[]) => sent('PATCH', { schemas: [urns.patchOp], Operations })

it('reads nested, typed and extension attributes of a create', () => {
  expect(
    sent('POST', {
      schemas: [urns.user],
      userName: 'maya@example.com',
      name: { givenName: 'Maya' },
      emails: [
        { type: 'work', value: 'maya@example.com', primary: true },
        { type: 'home', value: 'maya@home.example' },
      ],
      active: true,
      [urns.enterpriseUser]: { department: 'Platform', manager: { value: '42' } },
    }),
  ).toEqual({
    username: 'maya@example.com',
    'name.givenname': 'Maya',
    'emails[type eq "work"].type': 'work',
    'emails[type eq "work"].value': 'maya@example.com',
    'emails[type eq "work"].primary': 'true',
    'emails[type eq "home"].type': 'home',
    'emails[type eq "home"].value': 'maya@home.example',
    active: 'true',
    [department]: 'Platform',
    [`${urns.enterpriseUser}:manager.value`.toLowerCase()]: '42',
  })
})

it('reads paths as Entra ID writes them', () => {
  expect(
    patched(
      { op: 'Replace', path: 'emails[type eq "work"].value', value: 'maya@example.com' },
      { op: 'Add', path: `${urns.enterpriseUser}:department`, value: 'Security' },
      { op: 'Replace', path: 'active', value: 'False' },
    ),
  ).toEqual({ 'emails[type eq "work"].value': 'maya@example.com', [department]: 'Security', active: 'False' })
})

it('reads operations without a path, with dotted and URN keys', () => {
  expect(
    patched({ op: 'replace', value: { 'name.familyName': 'Berg', [`${urns.enterpriseUser}:department`]: 'Security' } }),
  ).toEqual({ 'name.familyname': 'Berg', [department]: 'Security' })
})

it('reads a path with the URN of the core schema as the plain attribute', () => {
  expect(patched({ op: 'add', path: `${urns.user}:title`, value: 'Engineer' })).toEqual({ title: 'Engineer' })
})

it('leaves out what is removed or cleared, and what no mapping is about', () => {
  expect(
    patched(
      { op: 'Remove', path: 'title' },
      { op: 'replace', path: 'nickName', value: '' },
      { op: 'replace', path: 'locale', value: null },
    ),
  ).toEqual({})
  expect(sent('PUT', { id: '1', meta: { version: '1' }, groups: [], schemas: [urns.user] })).toEqual({})
})

it('says what was sent with nothing in it, as it was written', () => {
  const body = JSON.stringify({ nickName: '', emails: [{ type: 'work', value: '' }], name: { familyName: null } })
  expect([...readSentAttributes('POST', body, extensions).values()].filter(({ isEmpty }) => isEmpty)).toEqual([
    { attribute: 'nickName', example: null, isEmpty: true },
    { attribute: 'emails[type eq "work"].value', example: null, isEmpty: true },
    { attribute: 'name.familyName', example: null, isEmpty: true },
  ])
})

it('reads the attributes of an extension whose URN has another form', () => {
  expect(sent('POST', { 'urn:acme:training': { badge: { level: 'gold' } } })).toEqual({ 'urn:acme:training:badge.level': 'gold' })
})

it('shows no masked value and cuts a long one', () => {
  expect(sent('POST', { title: '•••', displayName: 'x'.repeat(80) })).toEqual({ title: null, displayname: `${'x'.repeat(59)}…` })
})

it.each(['', 'not JSON', '[1]', '"text"'])('finds nothing in the body %j', (body) => {
  expect(readSentAttributes('POST', body, extensions).size).toBe(0)
})
