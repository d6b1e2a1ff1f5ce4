import { describe, expect, it } from 'vitest'
import type { Json } from '#contract/scim/resource.ts'
import { groupType } from '../../../../../server/protocol/schemas/resourceTypes.ts'
import { errorOf } from '../errorOf.ts'
import { recordTolerances, strict } from '../recordTolerances.ts'
import { enterprise, failureOf, home, patchWith, work } from './patchUser.ts'

describe('a patch that cannot be applied', () => {
  it.each<[string, Json, string, string]>([
    ['an unknown attribute', { op: 'replace', path: 'shoeSize', value: 44 }, 'invalidPath', 'shoeSize'],
    ['an unknown sub-attribute', { op: 'replace', path: 'name.nick', value: 'x' }, 'invalidPath', 'name.nick'],
    ['an attribute of another schema', { op: 'add', path: `${enterprise}:title`, value: 'x' }, 'invalidPath', 'title'],
    ['an inherited name', { op: 'add', path: 'constructor', value: 'x' }, 'invalidPath', 'constructor'],
    ['the prototype', { op: 'add', path: '__proto__', value: { x: 1 } }, 'invalidPath', '__proto__'],
    ['a malformed path', { op: 'add', path: 'emails[type', value: 'x' }, 'invalidPath', 'position'],
    ['a filter on a plain attribute', { op: 'add', path: 'title[value eq "x"]', value: 'x' }, 'invalidPath', 'title'],
    ['a filter that names nothing', { op: 'remove', path: 'emails[kind eq "work"]' }, 'invalidFilter', 'kind'],
    ['id', { op: 'replace', path: 'id', value: 'x' }, 'mutability', 'id'],
    ['meta', { op: 'remove', path: 'meta' }, 'mutability', 'meta'],
    ['a part of meta', { op: 'replace', path: 'meta.created', value: 'x' }, 'mutability', 'meta.created'],
    ['groups', { op: 'add', path: 'groups', value: [{ value: '1' }] }, 'mutability', 'groups'],
    ['selected groups', { op: 'remove', path: 'groups[value eq "1"]' }, 'mutability', 'groups'],
    [
      'a read-only sub-attribute',
      { op: 'replace', path: 'manager.displayName', value: 'x' },
      'mutability',
      'manager.displayName',
    ],
    ['removing what is required', { op: 'remove', path: 'userName' }, 'mutability', 'userName'],
    ['clearing what is required', { op: 'replace', path: 'userName', value: null }, 'invalidValue', 'userName'],
    ['a value of another type', { op: 'replace', path: 'active', value: 'perhaps' }, 'invalidValue', '"perhaps"'],
    [
      'a sub-attribute of another type',
      { op: 'add', path: 'emails[type eq "work"].primary', value: 'perhaps' },
      'invalidValue',
      'emails.primary',
    ],
    ['a removal of what is not there', { op: 'remove', path: 'emails[type eq "fax"]' }, 'noTarget', 'emails'],
    [
      'a replacement of what is not there',
      { op: 'replace', path: 'emails[type eq "fax"].value', value: 'x' },
      'noTarget',
      'emails',
    ],
    [
      'two preferred values',
      {
        op: 'add',
        path: 'emails',
        value: [
          { value: 'a', primary: true },
          { value: 'b', primary: true },
        ],
      },
      'invalidValue',
      'emails',
    ],
    ['the preference for all values', { op: 'replace', path: 'emails.primary', value: true }, 'invalidValue', 'emails'],
  ])('is refused: %s', (_, operation, scimType, named) => {
    const error = failureOf({ emails: [work, home] }, operation)
    expect(error).toMatchObject({ status: 400, scimType })
    expect(error.detail).toContain(named)
  })

  it('is refused whole, and changes nothing', () => {
    const before = Object.freeze({ userName: 'maya', emails: Object.freeze([Object.freeze({ ...work })]), title: 'x' })
    expect(
      failureOf(
        before,
        { op: 'replace', path: 'title', value: 'y' },
        { op: 'remove', path: 'emails' },
        { op: 'add', path: 'shoeSize', value: 1 },
      ).scimType,
    ).toBe('invalidPath')
    expect(before).toEqual({ userName: 'maya', emails: [work], title: 'x' })
  })

  it('is refused as too large over 300 operations', () => {
    const operations = Array.from({ length: 301 }, () => ({ op: 'replace', path: 'title', value: 'x' }))
    expect(failureOf({}, ...operations)).toMatchObject({ status: 413 })
  })

  it('is refused where a path makes more than 20 comparisons', () => {
    const path = `emails[${Array.from({ length: 21 }, () => 'not (type eq "x")').join(' and ')}]`
    expect(failureOf({ emails: [work] }, { op: 'remove', path }).scimType).toBe('invalidFilter')
  })

  it('is refused where it would add more than 1000 values', () => {
    const emails = Array.from({ length: 1000 }, (_, index) => ({ value: `${index}@example.com` }))
    expect(failureOf({ emails }, { op: 'add', path: 'emails', value: [work] }).scimType).toBe('invalidValue')
  })

  it('does not change the members of a group as if they were attributes', () => {
    const change = () =>
      patchWith(
        recordTolerances(),
        { displayName: 'A' },
        [{ op: 'add', value: { 'members[value eq "a"]': { value: 'a' } } }],
        groupType,
      )
    expect(errorOf(change)).toMatchObject({ scimType: 'invalidPath' })
  })
})

describe('what a patch does not keep', () => {
  it('is named: unknown attributes of a value without path, and the password', () => {
    const { attributes, notKept } = patchWith(strict, { userName: 'maya' }, [
      { op: 'replace', value: { shoeSize: 44, title: 'x', name: { nick: 'M' }, password: 'hunter2' } },
      { op: 'replace', path: 'password', value: 'hunter2' },
      { op: 'add', path: 'emails', value: [{ value: 'a', verified: true }] },
    ])
    expect(attributes).toEqual({ userName: 'maya', title: 'x', emails: [{ value: 'a' }] })
    expect(notKept).toEqual(['shoeSize', 'name.nick', 'password', 'emails.verified'])
  })
})
