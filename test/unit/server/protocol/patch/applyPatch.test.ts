import { describe, expect, it } from 'vitest'
import type { Attributes, Json } from '#contract/scim/resource.ts'
import { enterprise, home, patch, work } from './patchUser.ts'

describe('the examples of RFC 7644 §3.5.2', () => {
  it('add attributes without a path, whatever the case of their names', () => {
    expect(
      patch(
        { emails: [work], nickName: 'B' },
        { op: 'add', value: { emails: [{ value: 'babs@jensen.org', type: 'home' }], nickname: 'Babs' } },
      ),
    ).toEqual({
      userName: 'maya',
      emails: [work, { value: 'babs@jensen.org', type: 'home' }],
      nickName: 'Babs',
    })
  })

  it('remove the values that a filter selects', () => {
    expect(patch({ emails: [work, home] }, { op: 'remove', path: 'emails[type eq "work" and value ew "example.com"]' })).toEqual({
      userName: 'maya',
      emails: [home],
    })
  })

  it('replace a whole work address and move the preference to it', () => {
    const value = { type: 'work', streetAddress: '911 Universal City Plaza', locality: 'Hollywood', primary: true }
    const before: Attributes = {
      addresses: [
        { type: 'work', formatted: 'old' },
        { type: 'home', locality: 'Lund', primary: true },
      ],
    }
    expect(patch(before, { op: 'replace', path: 'addresses[type eq "work"]', value })).toEqual({
      userName: 'maya',
      addresses: [value, { type: 'home', locality: 'Lund', primary: false }],
    })
  })

  it('replace one sub-attribute of the work address', () => {
    expect(
      patch(
        { addresses: [{ type: 'work', streetAddress: 'x', locality: 'Lund' }] },
        { op: 'replace', path: 'addresses[type eq "work"].streetAddress', value: '1010 Broadway Ave' },
      ),
    ).toMatchObject({ addresses: [{ type: 'work', streetAddress: '1010 Broadway Ave', locality: 'Lund' }] })
  })
})

describe('add', () => {
  it.each<[string, Attributes, Json, Attributes]>([
    ['sets a single value', {}, { op: 'add', path: 'title', value: 'x' }, { title: 'x' }],
    ['replaces a single value', { title: 'y' }, { op: 'add', path: 'title', value: 'x' }, { title: 'x' }],
    [
      'merges a complex value',
      { name: { givenName: 'Maya' } },
      { op: 'add', path: 'name', value: { familyName: 'Berg' } },
      { name: { givenName: 'Maya', familyName: 'Berg' } },
    ],
    ['sets a sub-attribute', {}, { op: 'add', path: 'name.familyName', value: 'Berg' }, { name: { familyName: 'Berg' } }],
    [
      'appends to a multi-valued attribute',
      { emails: [work] },
      { op: 'add', path: 'emails', value: [home] },
      { emails: [work, home] },
    ],
    ['takes one value without a list', { emails: [work] }, { op: 'add', path: 'emails', value: home }, { emails: [work, home] }],
    ['leaves a value that is there', { emails: [work] }, { op: 'add', path: 'emails', value: [work] }, { emails: [work] }],
    [
      'leaves an address that is there',
      { addresses: [{ type: 'work', locality: 'Lund' }] },
      { op: 'add', path: 'addresses', value: [{ locality: 'Lund', type: 'work' }] },
      { addresses: [{ type: 'work', locality: 'Lund' }] },
    ],
    [
      'moves the preference to a new value',
      { emails: [work] },
      { op: 'add', path: 'emails', value: [{ ...home, primary: true }] },
      {
        emails: [
          { ...work, primary: false },
          { ...home, primary: true },
        ],
      },
    ],
    [
      'moves the preference from a value that is sent along without it',
      { emails: [work] },
      {
        op: 'add',
        path: 'emails',
        value: [
          { value: work.value, type: work.type },
          { ...home, primary: true },
        ],
      },
      {
        emails: [
          { ...work, primary: false },
          { ...home, primary: true },
        ],
      },
    ],
    [
      'moves the preference to a value that was there',
      { emails: [work, home] },
      { op: 'add', path: 'emails', value: [{ ...home, primary: true }] },
      {
        emails: [
          { ...work, primary: false },
          { ...home, primary: true },
        ],
      },
    ],
    [
      'sets an attribute of an extension',
      {},
      { op: 'add', path: `${enterprise}:department`, value: 'Security' },
      { [enterprise]: { department: 'Security' } },
    ],
    [
      'sets an extension',
      {},
      { op: 'add', path: enterprise, value: { Department: 'Security' } },
      { [enterprise]: { department: 'Security' } },
    ],
    [
      'finds an attribute of an extension without its URN',
      {},
      { op: 'add', path: 'department', value: 'Security' },
      { [enterprise]: { department: 'Security' } },
    ],
    [
      'sets an attribute with the URN of the core schema',
      {},
      { op: 'add', path: 'urn:ietf:params:scim:schemas:core:2.0:User:title', value: 'x' },
      { title: 'x' },
    ],
    [
      'merges into the values that a filter selects',
      { emails: [work, home] },
      { op: 'add', path: 'emails[type eq "home"]', value: { display: 'Home' } },
      { emails: [work, { ...home, display: 'Home' }] },
    ],
  ])('%s', (_, before, operation, after) => {
    expect(patch(before, operation)).toEqual({ userName: 'maya', ...after })
  })
})

describe('replace', () => {
  it.each<[string, Attributes, Json, Attributes]>([
    ['sets a single value', { title: 'y' }, { op: 'replace', path: 'TITLE', value: 'x' }, { title: 'x' }],
    ['sets what was not there', {}, { op: 'replace', path: 'title', value: 'x' }, { title: 'x' }],
    ['clears by null', { title: 'y' }, { op: 'replace', path: 'title', value: null }, {}],
    ['replaces all values', { emails: [work] }, { op: 'replace', path: 'emails', value: [home] }, { emails: [home] }],
    ['clears by an empty list', { emails: [work] }, { op: 'replace', path: 'emails', value: [] }, {}],
    [
      'leaves the sub-attributes that are not named',
      { name: { givenName: 'Maya', familyName: 'L' } },
      { op: 'replace', path: 'name', value: { familyName: 'Berg' } },
      { name: { givenName: 'Maya', familyName: 'Berg' } },
    ],
    [
      'clears a sub-attribute by null',
      { name: { givenName: 'Maya', familyName: 'L' } },
      { op: 'replace', path: 'name', value: { familyName: null } },
      { name: { givenName: 'Maya' } },
    ],
    [
      'clears a complex attribute whose last sub-attribute goes',
      { name: { familyName: 'L' } },
      { op: 'replace', path: 'name.familyName', value: null },
      {},
    ],
    [
      'keeps the other values',
      { emails: [home, work] },
      { op: 'replace', path: 'emails[type eq "work"].value', value: 'new@example.com' },
      { emails: [home, { ...work, value: 'new@example.com' }] },
    ],
    [
      'keeps what the filter selected by',
      { emails: [work] },
      { op: 'replace', path: 'emails[type eq "work"]', value: { value: 'new@example.com' } },
      { emails: [{ type: 'work', value: 'new@example.com' }] },
    ],
    [
      'removes a selected value by null',
      { emails: [work, home] },
      { op: 'replace', path: 'emails[type eq "work"]', value: null },
      { emails: [home] },
    ],
    [
      'removes a value that is left with a type alone',
      { emails: [work, home] },
      { op: 'replace', path: 'emails[type eq "work"].value', value: null },
      { emails: [home] },
    ],
    [
      'sets a sub-attribute of all values',
      { emails: [work, home] },
      { op: 'replace', path: 'emails.display', value: 'Maya' },
      {
        emails: [
          { ...work, display: 'Maya' },
          { ...home, display: 'Maya' },
        ],
      },
    ],
    [
      'moves the preference',
      { emails: [work, home] },
      { op: 'replace', path: 'emails[type eq "home"].primary', value: true },
      {
        emails: [
          { ...work, primary: false },
          { ...home, primary: true },
        ],
      },
    ],
    [
      'merges several attributes without a path',
      { title: 'y', emails: [work], [enterprise]: { division: 'A' } },
      { op: 'replace', value: { title: 'x', emails: [home], [enterprise]: { department: 'B' } } },
      { title: 'x', emails: [home], [enterprise]: { division: 'A', department: 'B' } },
    ],
    ['clears an extension by null', { [enterprise]: { division: 'A' } }, { op: 'replace', value: { [enterprise]: null } }, {}],
    [
      'leaves out an extension whose last attribute goes',
      { [enterprise]: { division: 'A' } },
      { op: 'replace', path: `${enterprise}:division`, value: null },
      {},
    ],
    [
      'replaces a reference with its id',
      { [enterprise]: { manager: { value: '1', $ref: '…/Users/1' } } },
      { op: 'replace', path: `${enterprise}:manager.value`, value: '2' },
      { [enterprise]: { manager: { value: '2' } } },
    ],
    ['ignores schemas, which follow from the attributes', {}, { op: 'replace', path: 'schemas', value: ['urn:example:x'] }, {}],
  ])('%s', (_, before, operation, after) => {
    expect(patch(before, operation)).toEqual({ userName: 'maya', ...after })
  })
})

describe('remove', () => {
  it.each<[string, Attributes, string, Attributes]>([
    ['clears a single value', { title: 'x' }, 'title', {}],
    ['is content where there is none', {}, 'title', {}],
    ['clears all values', { emails: [work, home] }, 'emails', {}],
    ['clears a sub-attribute', { name: { givenName: 'Maya', familyName: 'L' } }, 'name.givenName', { name: { familyName: 'L' } }],
    ['is content where the complex attribute is not there', {}, 'name.givenName', {}],
    [
      'clears a sub-attribute of all values',
      {
        emails: [
          { ...work, display: 'x' },
          { ...home, display: 'y' },
        ],
      },
      'emails.display',
      { emails: [work, home] },
    ],
    [
      'clears a sub-attribute of selected values',
      {
        emails: [
          { ...work, display: 'x' },
          { ...home, display: 'y' },
        ],
      },
      'emails[type eq "work"].display',
      { emails: [work, { ...home, display: 'y' }] },
    ],
    ['clears the attribute with its last value', { emails: [work] }, 'emails[type eq "work"]', {}],
    ['clears an extension', { [enterprise]: { division: 'A' } }, enterprise, {}],
    [
      'clears an attribute of an extension',
      { [enterprise]: { division: 'A', department: 'B' } },
      `${enterprise}:division`,
      { [enterprise]: { department: 'B' } },
    ],
  ])('%s', (_, before, path, after) => {
    expect(patch(before, { op: 'remove', path })).toEqual({ userName: 'maya', ...after })
  })
})

describe('operations', () => {
  it('see what the ones before them did', () => {
    expect(
      patch(
        { emails: [work] },
        { op: 'remove', path: 'emails' },
        { op: 'add', path: 'emails', value: [home] },
        { op: 'replace', path: 'emails[type eq "home"].value', value: 'x' },
      ),
    ).toEqual({ userName: 'maya', emails: [{ type: 'home', value: 'x' }] })
  })
})
