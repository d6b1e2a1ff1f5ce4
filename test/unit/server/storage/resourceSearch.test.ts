import { describe, expect, it } from 'vitest'
import { groupType, userType } from '../../../../server/protocol/schemas/resourceTypes.ts'
import { readSort } from '../../../../server/protocol/sort.ts'
import type { ResourceSearch } from '../../../../server/storage/resourceSearch.ts'
import { openStores } from './aStore.ts'

const sortBy = (name: string, order = 'ascending') => {
  const sort = readSort({ sortBy: name, sortOrder: order }, [userType, groupType])
  if (!sort) throw new Error('Nothing to sort by.')
  return sort
}

const users = [{ type: userType }]
const both = [{ type: userType }, { type: groupType }]
const start = { startIndex: 1 } as const
const after = { position: { key: 'x', seq: 1 }, isBackward: false } as const
const before = { position: { key: 'x', seq: 1 }, isBackward: true } as const

describe('a page by cursor costs the same wherever it lies', () => {
  const { stores, connectionId, plansOf } = openStores()
  const plan = (search: ResourceSearch) => plansOf(() => stores.resources.search(connectionId, search))

  it.each<[string, ResourceSearch, RegExp]>([
    ['behind a user', { parts: users, count: 10, from: after }, /resource_order \(.*seq>\?\)|INTEGER PRIMARY KEY \(rowid>\?\)/],
    [
      'in front of a user',
      { parts: users, count: 10, from: before },
      /resource_order \(.*seq<\?\)|INTEGER PRIMARY KEY \(rowid<\?\)/,
    ],
    [
      'behind a userName',
      { parts: users, sort: sortBy('userName'), count: 10, from: after },
      /resource_name \(.*folded_name>\?\)/,
    ],
    [
      'behind a userName, descending',
      { parts: users, sort: sortBy('userName', 'descending'), count: 10, from: after },
      /resource_name \(.*folded_name<\?\)/,
    ],
    ['behind an id', { parts: users, sort: sortBy('id'), count: 10, from: after }, /resource_id \(.*id>\?\)/],
    ['behind a user or a group', { parts: both, count: 10, from: after }, /MERGE \(UNION ALL\)/],
  ])('%s', (_, search, index) => {
    expect(plan(search)).toMatch(index)
    expect(plan(search)).not.toMatch(/SCAN resource\b/)
  })

  it.each<[string, ResourceSearch]>([
    ['the first users by name', { parts: users, sort: sortBy('userName'), count: 10, from: start }],
    ['the first users by id', { parts: users, sort: sortBy('id'), count: 10, from: start }],
    ['the first users and groups', { parts: both, count: 10, from: start }],
  ])('%s are read in the order of an index', (_, search) => {
    // What has one name is put in order of creation; the page itself, a few rows, may be sorted once more.
    const inner = plan(search).split('\n').slice(0, -1).join('\n')
    expect(inner).not.toMatch(/USE TEMP B-TREE FOR ORDER BY/)
  })
})

describe('search', () => {
  it('tells whether more follow, and where each stands', () => {
    const { stores, connectionId, insertUser } = openStores()
    for (const userName of ['c', 'a', 'b']) insertUser({ userName })
    const page = stores.resources.search(connectionId, { parts: users, sort: sortBy('userName'), count: 2, from: start })
    expect(page.hasMore).toBe(true)
    expect(page.resources.map(({ position }) => position)).toEqual([
      { key: 'a', seq: 2 },
      { key: 'b', seq: 3 },
    ])
    const [, last] = page.resources
    const next = stores.resources.search(connectionId, {
      parts: users,
      sort: sortBy('userName'),
      count: 2,
      from: { position: last?.position ?? expect.fail(), isBackward: false },
    })
    expect(next.hasMore).toBe(false)
    expect(next.resources.map(({ stored }) => stored.attributes['userName'])).toEqual(['c'])
  })

  it('sorts long texts by their first 200 characters, so that a cursor stays short', () => {
    const { stores, connectionId, insertUser } = openStores()
    insertUser({ userName: 'one', title: `${'x'.repeat(300)}b` })
    insertUser({ userName: 'two', title: `${'x'.repeat(300)}a` })
    const page = stores.resources.search(connectionId, { parts: users, sort: sortBy('title'), count: 2, from: start })
    expect(page.resources.map(({ stored }) => stored.attributes['userName'])).toEqual(['one', 'two'])
    expect(page.resources[0]?.position.key).toHaveLength(200)
  })

  it('of no type finds nothing', () => {
    const { stores, connectionId, insertUser } = openStores()
    insertUser()
    expect(stores.resources.search(connectionId, { parts: [], count: 5, from: start })).toEqual({ resources: [], hasMore: false })
    expect(stores.resources.countMatches(connectionId, [])).toBe(0)
  })
})
