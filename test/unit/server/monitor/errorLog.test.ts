import { expect, it } from 'vitest'
import { toErrorLog } from '../../../../server/monitor/errorLog.ts'
import type { FailureRow } from '../../../../server/storage/storedExchange.ts'

const aFailure = (stated: Partial<FailureRow>): FailureRow => ({
  key: 'userNameTaken|POST|/Users|409|uniqueness|0',
  explanationId: 'userNameTaken',
  method: 'POST',
  route: '/Users',
  status: 409,
  scimType: 'uniqueness',
  simulated: false,
  count: 3,
  learnerCount: 2,
  firstAt: '2026-11-20T12:00:00.000Z',
  lastAt: '2026-11-20T13:00:00.000Z',
  lastExchangeId: 7,
  lastDetail: 'userName "maya" is already taken.',
  lastCaller: 'okta',
  lastTarget: '/Users',
  recoveredAt: null,
  ...stated,
})
const facts = {
  provider: 'okta-own',
  scimUrl: 'https://acme.example/default/scim/v2',
  exchangeCount: 40,
  since: '2026-11-19T08:00:00.000Z',
  ignored: [],
  now: '2026-11-20T13:30:00.000Z',
} as const

it('explains each cause with its last detail and caller, and keeps its key', () => {
  const { groups, exchangeCount, since } = toErrorLog([aFailure({})], facts)
  expect({ exchangeCount, since }).toEqual({ exchangeCount: 40, since: '2026-11-19T08:00:00.000Z' })
  expect(groups).toMatchObject([
    {
      key: 'userNameTaken|POST|/Users|409|uniqueness|0',
      title: 'userName is taken by another learner',
      count: 3,
      explanation: { id: 'userNameTaken', who: 'You, in Okta' },
    },
  ])
  expect(groups[0]?.explanation.happened).toContain('“userName "maya" is already taken.”')
})

it('puts the most urgent first: what is open, then what is recent, then what touched many', () => {
  const rows = [
    aFailure({ key: 'over', lastExchangeId: 9, recoveredAt: '2026-11-20T13:10:00.000Z' }),
    aFailure({ key: 'last week', lastExchangeId: 1, lastAt: '2026-11-15T13:00:00.000Z', learnerCount: 90 }),
    aFailure({ key: 'few', lastExchangeId: 8, learnerCount: 1 }),
    aFailure({ key: 'many', lastExchangeId: 3, learnerCount: 40 }),
    aFailure({ key: 'few, later', lastExchangeId: 9, learnerCount: 1 }),
  ]
  const order = toErrorLog(rows, facts).groups.map(({ key }) => key)
  expect(order).toEqual(['many', 'few, later', 'few', 'last week', 'over'])
})

it('has an honest answer for a failure without an explanation, and none where nothing failed', () => {
  expect(toErrorLog([aFailure({ explanationId: null, status: 418 })], facts).groups[0]).toMatchObject({
    title: 'The request was refused',
  })
  expect(toErrorLog([], facts).groups).toEqual([])
})
