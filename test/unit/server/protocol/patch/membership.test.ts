import { describe, expect, it } from 'vitest'
import type { PatchOperation } from '#contract/scim/messages.ts'
import { takeMembers, takeMembership } from '../../../../../server/protocol/patch/membership.ts'
import { errorOf } from '../errorOf.ts'
import { recordTolerances, strict } from '../recordTolerances.ts'

const take = (...operations: PatchOperation[]) => takeMembership(operations, strict)

describe('the examples of RFC 7644 §3.5.2', () => {
  const babs = { display: 'Babs Jensen', $ref: 'https://example.com/v2/Users/2819c223', value: '2819c223' }
  const james = { display: 'James Smith', $ref: 'https://example.com/v2/Users/08e1d05d', value: '08e1d05d' }

  it.each<[string, PatchOperation[], unknown[]]>([
    ['add a member', [{ op: 'add', path: 'members', value: [babs] }], [{ kind: 'add', ids: ['2819c223'] }]],
    ['remove a single member', [{ op: 'remove', path: 'members[value eq "2819c223"]' }], [{ kind: 'remove', ids: ['2819c223'] }]],
    ['remove all members', [{ op: 'remove', path: 'members' }], [{ kind: 'clear' }]],
    [
      'remove and add a member',
      [
        { op: 'remove', path: 'members[value eq"2819c223"]' },
        { op: 'add', path: 'members', value: [james] },
      ],
      [
        { kind: 'remove', ids: ['2819c223'] },
        { kind: 'add', ids: ['08e1d05d'] },
      ],
    ],
    [
      'replace the members by removing and adding',
      [
        { op: 'remove', path: 'members' },
        { op: 'add', path: 'members', value: [babs, james] },
      ],
      [{ kind: 'clear' }, { kind: 'add', ids: ['2819c223', '08e1d05d'] }],
    ],
    [
      'replace the members in a single operation',
      [{ op: 'replace', path: 'members', value: [babs, james] }],
      [{ kind: 'replace', ids: ['2819c223', '08e1d05d'] }],
    ],
  ])('%s', (_, operations, changes) => {
    expect(take(...operations)).toEqual({ rest: [], changes })
  })
})

describe('what identity providers send', () => {
  it('removes only the members that Entra ID lists', () => {
    const tolerances = recordTolerances()
    expect(
      takeMembership([{ op: 'remove', path: 'members', value: [{ $ref: null, value: '2d7e' }] }], tolerances).changes,
    ).toEqual([{ kind: 'remove', ids: ['2d7e'] }])
    expect(tolerances.used).toEqual(['remove-listed-values'])
  })

  it('removes nobody where the list is empty', () => {
    expect(takeMembership([{ op: 'remove', path: 'members', value: [] }], recordTolerances()).changes).toEqual([
      { kind: 'remove', ids: [] },
    ])
  })

  it('keeps the members when Okta renames a group', () => {
    const rename: PatchOperation = { op: 'replace', value: { id: '1', displayName: 'Platform & Tools' } }
    expect(take(rename)).toEqual({ rest: [rename], changes: [] })
  })

  it('takes one member by its id alone, as the collection of Microsoft sends it', () => {
    const tolerances = recordTolerances()
    expect(takeMembership([{ op: 'add', path: 'members', value: 'a' }], tolerances).changes).toEqual([
      { kind: 'add', ids: ['a'] },
    ])
    expect(tolerances.used).toEqual(['value-without-list', 'plain-value'])
  })

  it('splits a value without path into members and the rest', () => {
    expect(take({ op: 'replace', value: { displayName: 'Platform', MEMBERS: [{ value: 'a' }], externalId: 'x' } })).toEqual({
      rest: [{ op: 'replace', value: { displayName: 'Platform', externalId: 'x' } }],
      changes: [{ kind: 'replace', ids: ['a'] }],
    })
    expect(take({ op: 'add', value: { members: [{ value: 'a' }] } })).toEqual({
      rest: [],
      changes: [{ kind: 'add', ids: ['a'] }],
    })
  })

  it('empties the group where the members are replaced by nobody', () => {
    expect(take({ op: 'replace', path: 'members', value: [] }).changes).toEqual([{ kind: 'replace', ids: [] }])
  })
})

describe('changes of membership', () => {
  it('keep their order, and the other operations theirs', () => {
    const rename: PatchOperation = { op: 'replace', path: 'displayName', value: 'A' }
    const label: PatchOperation = { op: 'add', path: 'externalId', value: 'x' }
    expect(
      take({ op: 'remove', path: 'members' }, rename, { op: 'add', path: 'Members', value: [{ value: 'a' }] }, label),
    ).toEqual({
      rest: [rename, label],
      changes: [{ kind: 'clear' }, { kind: 'add', ids: ['a'] }],
    })
  })

  it('may name the members with the URN of their schema', () => {
    expect(take({ op: 'remove', path: 'urn:ietf:params:scim:schemas:core:2.0:Group:members[VALUE eq "a"]' }).changes).toEqual([
      { kind: 'remove', ids: ['a'] },
    ])
  })

  it('may select several by their ids', () => {
    expect(take({ op: 'remove', path: 'members[value eq "a" or value eq "b" or value eq "a"]' }).changes).toEqual([
      { kind: 'remove', ids: ['a', 'b'] },
    ])
  })

  it('may select by anything else, which is left to the table of members', () => {
    expect(take({ op: 'remove', path: 'members[TYPE eq "Group"]' }).changes).toEqual([
      { kind: 'removeMatching', filter: { kind: 'compare', path: { attribute: 'type' }, operator: 'eq', value: 'Group' } },
    ])
  })

  it.each<[PatchOperation, string]>([
    [{ op: 'replace', path: 'members[value eq "a"].value', value: 'b' }, 'mutability'],
    [{ op: 'replace', path: 'members[value eq "a"]', value: { value: 'b' } }, 'mutability'],
    [{ op: 'add', path: 'members.value', value: 'b' }, 'mutability'],
    [{ op: 'remove', path: 'members[nick eq "a"]' }, 'invalidFilter'],
    [{ op: 'remove', path: 'members[value eq]' }, 'invalidPath'],
    [{ op: 'add', path: 'members', value: [{ display: 'Maya' }] }, 'invalidValue'],
    [{ op: 'add', path: 'members', value: 7 }, 'invalidValue'],
  ])('are refused when they cannot be made: %j', (operation, scimType) => {
    expect(errorOf(() => takeMembership([operation], recordTolerances()))).toMatchObject({ status: 400, scimType })
  })

  it('may select many by their ids, but not all members many times', () => {
    const path = `members[${Array.from({ length: 200 }, (_, index) => `value eq "${index}"`).join(' or ')}]`
    expect(take({ op: 'remove', path }).changes).toMatchObject([{ kind: 'remove', ids: { length: 200 } }])
    const filtered: PatchOperation = { op: 'remove', path: 'members[type eq "Group"]' }
    expect(errorOf(() => take(...Array.from({ length: 21 }, () => filtered)))).toMatchObject({ status: 413 })
  })

  it('of one operation take 20,000 members without delay', () => {
    const value = Array.from({ length: 20_000 }, (_, index) => ({ value: String(index) }))
    expect(take({ op: 'add', path: 'members', value }).changes).toHaveLength(1)
  })
})

describe('the members of a body', () => {
  it('are taken out of the attributes', () => {
    expect(takeMembers({ displayName: 'A', members: [{ value: 'a' }, { value: 'b' }] })).toEqual({
      attributes: { displayName: 'A' },
      members: ['a', 'b'],
    })
    expect(takeMembers({ displayName: 'A', members: [] })).toEqual({ attributes: { displayName: 'A' }, members: [] })
    expect(takeMembers({ userName: 'maya' })).toEqual({ attributes: { userName: 'maya' }, members: undefined })
  })
})
