import { describe, expect, it } from 'vitest'
import type { Attributes } from '#contract/scim/resource.ts'
import { compareAttributes } from '../../../../server/monitor/changes.ts'
import { maya } from './anObservation.ts'

const work = { type: 'work', value: 'maya@example.com', primary: true }
const home = { type: 'home', value: 'maya@example.net' }
const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'

describe('compareAttributes', () => {
  it('lists every attribute of a created learner by its path', () => {
    expect(compareAttributes(null, maya)).toEqual([
      { kind: 'added', attribute: 'userName', after: 'maya.lindqvist@example.com' },
      { kind: 'added', attribute: 'name.givenName', after: 'Maya' },
      { kind: 'added', attribute: 'name.familyName', after: 'Lindqvist' },
      { kind: 'added', attribute: 'displayName', after: 'Maya Lindqvist' },
      { kind: 'added', attribute: 'emails[type eq "work"].primary', after: true },
      { kind: 'added', attribute: 'emails[type eq "work"].value', after: 'maya.lindqvist@example.com' },
      { kind: 'added', attribute: 'active', after: true },
    ])
  })

  it('sees no change in values that only stand in another order', () => {
    expect(
      compareAttributes({ emails: [work, home] }, { emails: [home, { primary: true, value: work.value, type: 'work' }] }),
    ).toEqual([])
  })

  it.each([
    [
      'a value of one type',
      { emails: [work, home] },
      { emails: [home, { ...work, value: 'm@example.com' }] },
      'emails[type eq "work"].value',
    ],
    [
      'a flag of one value',
      { emails: [work, home] },
      { emails: [work, { ...home, primary: false }] },
      'emails[type eq "home"].primary',
    ],
    ['a value that is alone and has no type', { emails: [{ value: 'a' }] }, { emails: [{ value: 'b' }] }, 'emails.value'],
    [
      'the type of a value',
      { emails: [work, home] },
      { emails: [work, { ...home, type: 'other' }] },
      'emails[value eq "maya@example.net"].type',
    ],
    [
      'one of two values of one type',
      { emails: [work, { ...home, type: 'work' }] },
      { emails: [work, { ...home, type: 'work', display: 'x' }] },
      'emails[value eq "maya@example.net"].display',
    ],
    [
      'a sub-attribute',
      { name: { familyName: 'a', givenName: 'b' } },
      { name: { familyName: 'c', givenName: 'b' } },
      'name.familyName',
    ],
    [
      'an attribute of an extension',
      { [enterprise]: { department: 'a' } },
      { [enterprise]: { department: 'b' } },
      `${enterprise}:department`,
    ],
    [
      'a sub-attribute of an extension',
      { [enterprise]: { manager: { value: '1' } } },
      { [enterprise]: { manager: { value: '2' } } },
      `${enterprise}:manager.value`,
    ],
    ['an extension that comes new', {}, { [enterprise]: { department: 'b' } }, `${enterprise}:department`],
    ['a list of plain values', { tags: ['a', 'b'] }, { tags: ['a'] }, 'tags'],
  ])('tells %s in one line', (_name, before, after, attribute) => {
    expect(compareAttributes(before, after).map((change) => change.attribute)).toEqual([attribute])
  })

  it('tells added, removed and replaced apart', () => {
    const before = { title: 'Engineer', nickName: 'May', emails: [work] }
    const after = { title: 'Lead', locale: 'en-GB', emails: [] }
    expect(compareAttributes(before, after)).toEqual([
      { kind: 'replaced', attribute: 'title', before: 'Engineer', after: 'Lead' },
      { kind: 'removed', attribute: 'nickName', before: 'May' },
      { kind: 'removed', attribute: 'emails[type eq "work"].value', before: 'maya@example.com' },
      { kind: 'removed', attribute: 'emails[type eq "work"].primary', before: true },
      { kind: 'added', attribute: 'locale', after: 'en-GB' },
    ])
  })

  it('loses no value, whatever the types are', () => {
    const before: Attributes = { roles: [{ value: 'a' }, { value: 'b' }, { type: 'x' }] }
    const after: Attributes = { roles: [{ value: 'b' }, { value: 'c' }, { type: 'y' }] }
    const told = JSON.stringify(compareAttributes(before, after))
    for (const value of ['"a"', '"c"', '"x"', '"y"']) expect(told).toContain(value)
    expect(told).not.toContain('"b"')
  })
})
