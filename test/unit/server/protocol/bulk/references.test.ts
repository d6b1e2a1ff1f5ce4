import { describe, expect, it } from 'vitest'
import type { Json } from '#contract/scim/resource.ts'
import { listReferences, resolveReferences, splitReferences } from '../../../../../server/protocol/bulk/references.ts'

describe('listReferences', () => {
  it.each<[Json, string[]]>([
    ['bulkId:qwerty', ['qwerty']],
    ['bulkId:with a space', ['with a space']],
    ['/Users/bulkId:qwerty', ['qwerty']],
    ['../Users/bulkId:qwerty/', ['qwerty']],
    ['members[value eq "bulkId:a" or value eq "bulkId:b"]', ['a', 'b']],
    ['/Users/bulkId:qwerty?attributes=id', ['qwerty']],
    ['bulkId:any/text?at "all"', ['any/text?at "all"']],
    ['see bulkId:qwerty', []],
    ['bulkid:qwerty', []],
    ['bulkId:', []],
    [{ members: [{ value: 'bulkId:a' }, { value: 'bulkId:b', type: 'bulkId:a' }] }, ['a', 'b']],
    [{ 'bulkId:a': 1, n: null, t: true, x: 5 }, []],
  ])('of %j finds %j', (value, expected) => {
    expect(listReferences(value)).toEqual(expected)
  })
})

describe('resolveReferences', () => {
  it('puts ids in their place, and leaves those without one', () => {
    const ids = new Map([['a', 'id-$1']])
    expect(resolveReferences({ x: 'bulkId:a', y: ['/Users/bulkId:a', 'v eq "bulkId:a"'], z: 'bulkId:b' }, ids)).toEqual({
      x: 'id-$1',
      y: ['/Users/id-$1', 'v eq "id-$1"'],
      z: 'bulkId:b',
    })
  })
})

describe('splitReferences', () => {
  it('sets aside what refers to what is missing: attributes, values of lists, attributes of extensions', () => {
    const urn = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
    const data = {
      userName: 'maya',
      members: [{ value: 'id-1' }, { value: 'bulkId:a' }, { value: 'bulkId:there' }],
      boss: { value: 'bulkId:a' },
      [urn]: { department: 'Tours', manager: { value: 'bulkId:a' } },
    }
    expect(splitReferences(data, (bulkId) => bulkId === 'a')).toEqual({
      now: { userName: 'maya', members: [{ value: 'id-1' }, { value: 'bulkId:there' }], [urn]: { department: 'Tours' } },
      later: { members: [{ value: 'bulkId:a' }], boss: { value: 'bulkId:a' }, [urn]: { manager: { value: 'bulkId:a' } } },
    })
  })
})
