import { describe, expect, it } from 'vitest'
import type { LearnerSort, LearnerStatus } from '#contract/learner.ts'
import { anExchange } from '../../../support/anExchange.ts'
import { openStores } from './aStore.ts'

describe('the order of the roster', () => {
  const { stores, connectionId, insertUser, seqOf } = openStores()
  const { resources } = stores
  insertUser({ userName: 'd', displayName: 'Zoë' }, { id: 'u1' })
  insertUser({ userName: 'c', displayName: 'ada' }, { id: 'u2' })
  insertUser({ userName: 'B', displayName: 'Maya', active: false }, { id: 'u3' })
  insertUser({ userName: 'a', displayName: 'Maya' }, { id: 'u4' })
  resources.remove(connectionId, 'User', 'u4', '2026-03-02T12:00:00.000Z')
  const u1 = resources.find(connectionId, 'User', 'u1')
  if (u1) resources.replace(connectionId, u1, { ...u1.attributes, title: 'Lead' }, '2026-03-03T12:00:00.000Z')

  type Order = 'asc' | 'desc'
  const idsOf = (query: {
    sort: LearnerSort
    order: Order
    status?: LearnerStatus
    search?: string
    offset?: number
    limit?: number
  }) => resources.listLearners(connectionId, { search: '', offset: 0, limit: 50, ...query }).learners.map(({ id }) => id)

  it.each<[LearnerSort, Order, string[]]>([
    ['created', 'asc', ['u1', 'u2', 'u3', 'u4']],
    ['created', 'desc', ['u4', 'u3', 'u2', 'u1']],
    ['name', 'asc', ['u2', 'u3', 'u4', 'u1']],
    ['name', 'desc', ['u1', 'u4', 'u3', 'u2']],
    ['userName', 'asc', ['u4', 'u3', 'u2', 'u1']],
    ['status', 'asc', ['u2', 'u1', 'u3', 'u4']],
    ['status', 'desc', ['u4', 'u3', 'u2', 'u1']],
    ['lastChange', 'desc', ['u1', 'u4', 'u3', 'u2']],
  ])('is %s, %s', (sort, order, ids) => {
    expect(idsOf({ sort, order })).toEqual(ids)
    const pages = [0, 1, 2, 3, 4].flatMap((offset) => idsOf({ sort, order, offset, limit: 1 }))
    expect(pages).toEqual(ids)
    expect([...idsOf({ sort, order, offset: 0, limit: 3 }), ...idsOf({ sort, order, offset: 3, limit: 3 })]).toEqual(ids)
  })

  it.each<[LearnerSort]>([['created'], ['name'], ['userName'], ['status'], ['lastChange']])(
    'by %s holds within a status and a search',
    (sort) => {
      expect(idsOf({ sort, order: 'asc', status: 'archived' })).toEqual(['u3'])
      expect(idsOf({ sort, order: 'asc', status: 'deleted' })).toEqual(['u4'])
      expect(idsOf({ sort, order: 'asc', status: 'active' })).toEqual(
        idsOf({ sort, order: 'asc' }).filter((id) => ['u1', 'u2'].includes(id)),
      )
      expect(idsOf({ sort, order: 'asc', search: 'maya' })).toEqual(
        idsOf({ sort, order: 'asc' }).filter((id) => ['u3', 'u4'].includes(id)),
      )
    },
  )

  it('keeps those of one name in the order of their creation', () => {
    expect(seqOf('u3').seq).toBeLessThan(seqOf('u4').seq)
    expect(idsOf({ sort: 'name', order: 'asc', search: 'maya' })).toEqual(['u3', 'u4'])
  })
})

it('tells when each learner was last touched with success, and when without', () => {
  const { stores, connectionId, insertUser } = openStores()
  insertUser({ userName: 'Maya' }, { id: 'u1' })
  insertUser({ userName: 'tomas' }, { id: 'u2' })
  const insert = (minute: number, stated: Parameters<typeof anExchange>[0]) =>
    stores.exchanges.insert(anExchange({ connectionId, receivedAt: `2026-03-01T12:0${minute}:00.000Z`, ...stated }))
  insert(0, { resourceId: 'u1' })
  insert(1, { resourceId: 'u1', status: 400 })
  const success = insert(2, { resourceId: null, status: 200, touched: ['u1'] })
  const failure = insert(3, { resourceId: null, status: 409, sought: [{ kind: 'userName', value: 'MAYA' }] })
  insert(4, { resourceId: null, status: 200, sought: [{ kind: 'userName', value: 'maya' }] })
  expect(stores.resources.findLearner(connectionId, 'u1')).toMatchObject({
    lastSuccess: { exchange: success, at: '2026-03-01T12:02:00.000Z' },
    lastFailure: { exchange: failure, at: '2026-03-01T12:03:00.000Z' },
  })
  expect(stores.resources.findLearner(connectionId, 'u2')).toMatchObject({ lastSuccess: null, lastFailure: null })
})
