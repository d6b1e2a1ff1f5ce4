import { describe, expect, it } from 'vitest'
import type { Attributes, Json } from '#contract/scim/resource.ts'
import { groupType } from '../../../../../server/protocol/schemas/resourceTypes.ts'
import { recordTolerances } from '../recordTolerances.ts'
import { enterprise, home, patch, patchWith, work } from './patchUser.ts'

describe('what Okta sends', () => {
  it('deactivates without a path', () => {
    expect(patch({ active: true }, { op: 'replace', value: { active: false } })).toEqual({ userName: 'maya', active: false })
  })

  it('renames a group and repeats its id', () => {
    const tolerances = recordTolerances()
    expect(
      patchWith(
        tolerances,
        { displayName: 'A' },
        [{ op: 'replace', value: { id: '1', displayName: 'Platform & Tools' } }],
        groupType,
      ),
    ).toEqual({
      attributes: { displayName: 'Platform & Tools' },
      notKept: [],
    })
    expect(tolerances.used).toEqual(['read-only-in-value'])
  })
})

describe('what Entra ID sends', () => {
  const entra = (before: Attributes, ...operations: Json[]) => {
    const tolerances = recordTolerances()
    return { ...patchWith(tolerances, { userName: 'maya', ...before }, operations), used: tolerances.used }
  }

  it('updates several attributes at once, of which some are not there yet', () => {
    const { attributes, notKept, used } = entra(
      { displayName: 'Maya Lindqvist', emails: [home] },
      { op: 'Replace', path: 'displayName', value: 'Maya Lindqvist-Berg' },
      { op: 'Replace', path: 'name.familyName', value: 'Lindqvist-Berg' },
      { op: 'Replace', path: 'emails[type eq "work"].value', value: 'maya.berg@example.com' },
      { op: 'Add', path: 'phoneNumbers[type eq "mobile"].value', value: '+46 70 555 01 00' },
      { op: 'Add', path: 'addresses[type eq "work"].formatted', value: 'Storgatan 1' },
      { op: 'Add', path: `${enterprise}:department`, value: 'Security' },
    )
    expect(attributes).toEqual({
      userName: 'maya',
      displayName: 'Maya Lindqvist-Berg',
      name: { familyName: 'Lindqvist-Berg' },
      emails: [home, { type: 'work', value: 'maya.berg@example.com' }],
      phoneNumbers: [{ type: 'mobile', value: '+46 70 555 01 00' }],
      addresses: [{ type: 'work', formatted: 'Storgatan 1' }],
      [enterprise]: { department: 'Security' },
    })
    expect(notKept).toEqual([])
    expect(used).toEqual(['capitalised-op', 'create-selected-value'])
  })

  it.each([
    ['as a text without URN', { op: 'Add', path: 'manager', value: '2d7e' }],
    ['as a text', { op: 'Add', path: `${enterprise}:manager`, value: '2d7e' }],
    ['as an object', { op: 'Add', path: `${enterprise}:manager`, value: { value: '2d7e' } }],
    ['as a text in a list', { op: 'Add', path: `${enterprise}:manager`, value: ['2d7e'] }],
    ['by its value', { op: 'Add', path: 'manager.value', value: '2d7e' }],
    ['as a key without URN', { op: 'replace', value: { manager: '2d7e' } }],
    ['as a dotted key without URN', { op: 'replace', value: { 'manager.value': '2d7e' } }],
    ['as a key with URN', { op: 'replace', value: { [`${enterprise}:manager`]: '2d7e' } }],
    ['within the extension', { op: 'replace', value: { [enterprise]: { manager: '2d7e' } } }],
  ])('names the manager %s', (_, operation) => {
    expect(entra({ [enterprise]: { manager: { value: 'old', $ref: '…/Users/old' } } }, operation).attributes).toEqual({
      userName: 'maya',
      [enterprise]: { manager: { value: '2d7e' } },
    })
  })

  it.each([
    ['in a list with value', { op: 'Add', path: `${enterprise}:manager`, value: [{ $ref: '…/Users/2d7e', value: '2d7e' }] }],
    ['alone', { op: 'Add', path: 'manager.$ref', value: '…/Users/2d7e' }],
  ])('names the manager by reference, %s', (_, operation) => {
    expect(entra({ [enterprise]: { manager: { value: 'old' } } }, operation).attributes).toEqual({
      userName: 'maya',
      [enterprise]: { manager: { value: '2d7e', $ref: '…/Users/2d7e' } },
    })
  })

  it.each<Json>([
    { op: 'Replace', path: `${enterprise}:manager`, value: '' },
    { op: 'Remove', path: `${enterprise}:manager`, value: '' },
    { op: 'Remove', path: `${enterprise}:manager` },
    { op: 'Replace', path: `${enterprise}:manager`, value: null },
    { op: 'Replace', path: `${enterprise}:manager`, value: [] },
    { op: 'Replace', path: `${enterprise}:manager`, value: { value: '' } },
    { op: 'Replace', path: 'manager.value', value: '' },
  ])('clears the manager: %j', (operation) => {
    expect(entra({ [enterprise]: { manager: { value: 'old', $ref: '…/Users/old' } } }, operation).attributes).toEqual({
      userName: 'maya',
    })
  })

  it('merges attributes under dotted and URN keys with the flag set', () => {
    const { attributes, notKept, used } = entra(
      { emails: [work], name: { givenName: 'Maya', familyName: 'L' } },
      { op: 'replace', path: 'emails[type eq "work"].value', value: 'maya.berg@example.com' },
      {
        op: 'replace',
        value: {
          displayName: 'Maya Berg',
          'name.familyName': 'Berg',
          active: false,
          [`${enterprise}:department`]: 'Security',
          'phoneNumbers[type eq "work"].value': '1',
        },
      },
    )
    expect(attributes).toEqual({
      userName: 'maya',
      emails: [{ ...work, value: 'maya.berg@example.com' }],
      displayName: 'Maya Berg',
      name: { givenName: 'Maya', familyName: 'Berg' },
      active: false,
      [enterprise]: { department: 'Security' },
      phoneNumbers: [{ type: 'work', value: '1' }],
    })
    expect(notKept).toEqual([])
    expect(used).toEqual(['qualified-key', 'create-selected-value'])
  })

  it.each([
    [{ op: 'Replace', path: 'active', value: 'False' }, false],
    [{ op: 'Replace', path: 'active', value: 'True' }, true],
    [{ op: 'replace', path: 'active', value: false }, false],
    [{ op: 'Replace', path: 'active', value: ['false'] }, false],
  ])('deactivates and reactivates: %j', (operation, active) => {
    expect(entra({ active: !active }, operation).attributes).toEqual({ userName: 'maya', active })
  })

  it.each<Json>([
    { op: 'Replace', path: 'title', value: '' },
    { op: 'Replace', path: 'title', value: null },
    { op: 'Replace', path: 'title', value: [''] },
    { op: 'Remove', path: 'title' },
  ])('clears an attribute: %j', (operation) => {
    expect(entra({ title: 'x' }, operation).attributes).toEqual({ userName: 'maya' })
  })

  it('clears a value that is not there without creating it', () => {
    expect(entra({}, { op: 'Replace', path: 'emails[type eq "work"].value', value: '' }).attributes).toEqual({ userName: 'maya' })
  })

  it('adds a role as JSON text', () => {
    const role = '{"id":"18d1","value":"Admin","displayName":"Administrator"}'
    const admin = { value: 'Admin', display: 'Administrator' }
    expect(entra({}, { op: 'Add', path: 'roles', value: [{ value: role }] }).attributes).toMatchObject({ roles: [admin] })
    expect(
      entra({ roles: [admin, { value: 'Author' }] }, { op: 'Remove', path: 'roles', value: [{ value: role }] }).attributes,
    ).toMatchObject({ roles: [{ value: 'Author' }] })
    expect(
      entra({}, { op: 'Add', path: 'roles', value: [{ value: '{not json' }, { value: '{"a":1}' }] }).attributes,
    ).toMatchObject({ roles: [{ value: '{not json' }, { value: '{"a":1}' }] })
  })

  it('replaces the value of the primary role', () => {
    const before: Attributes = { roles: [{ value: 'Author' }, { value: 'Reader', primary: true }] }
    const { attributes, used } = entra(before, { op: 'Replace', path: 'roles[primary eq "True"].value', value: 'Admin' })
    expect(attributes).toMatchObject({ roles: [{ value: 'Author' }, { value: 'Admin', primary: true }] })
    expect(used).toEqual(['capitalised-op', 'string-boolean'])
  })

  it('creates the primary role, and takes the mark from none', () => {
    expect(
      entra({ roles: [{ value: 'Author' }] }, { op: 'Add', path: 'roles[primary eq "True"].value', value: 'Admin' }).attributes,
    ).toMatchObject({
      roles: [{ value: 'Author' }, { value: 'Admin', primary: true }],
    })
  })

  it('marks a work address as primary before it gives its value', () => {
    expect(
      entra(
        {},
        { op: 'Add', path: 'emails[type eq "work"].primary', value: 'True' },
        { op: 'Add', path: 'emails[type eq "work"].value', value: 'a' },
      ).attributes,
    ).toMatchObject({
      emails: [{ type: 'work', primary: true, value: 'a' }],
    })
  })

  it('sends no operations at all', () => {
    expect(entra({ title: 'x' })).toEqual({
      attributes: { userName: 'maya', title: 'x' },
      notKept: [],
      used: ['empty-operations'],
    })
  })
})
