import { describe, expect, it } from 'vitest'
import { toFailureTrends, toTrendTimes } from '../../../../server/monitor/failureTrends.ts'
import { createFailureTrends } from '../../../../server/storage/failureTrends.ts'
import { anExchange } from '../../../support/anExchange.ts'
import { openStores } from '../storage/aStore.ts'

const now = '2026-11-20T13:30:00.000Z'

/** The trends of failures at these times, by the name of their explanation. */
function trendsOf(failures: readonly (readonly [explanationId: string, receivedAt: string])[], utcOffsetMinutes = 0) {
  const { db, stores, connectionId } = openStores()
  for (const [explanationId, receivedAt] of [...failures].sort(([, one], [, other]) => one.localeCompare(other))) {
    stores.exchanges.insert(anExchange({ connectionId, receivedAt, explanationId, status: 409 }))
  }
  const count = createFailureTrends(db)
  const times = toTrendTimes(now, utcOffsetMinutes)
  const trends = toFailureTrends(times, count(connectionId, times.hours), count(connectionId, times.days))
  return Object.fromEntries(Object.entries(trends).map(([key, trend]) => [key.split(' ')[0], trend]))
}

describe('the trend of a cause', () => {
  it('is one of hours where all of it happened within the last day, else one of days', () => {
    const { young, old } = trendsOf([
      ['young', '2026-11-20T13:00:00.000Z'],
      ['young', '2026-11-20T13:29:59.000Z'],
      ['young', '2026-11-19T14:00:00.000Z'],
      ['old', '2026-11-20T13:00:00.000Z'],
      ['old', '2026-11-18T23:59:59.999Z'],
    ])
    expect(young).toMatchObject({ unit: 'hour', since: '2026-11-19T14:00:00.000Z' })
    expect([young?.counts.length, young?.counts[0], young?.counts.at(-1)]).toEqual([24, 1, 2])
    expect(old).toMatchObject({ unit: 'day', since: '2026-10-22T00:00:00.000Z' })
    expect(old?.counts.slice(-3)).toEqual([1, 0, 1])
    expect(old?.counts).toHaveLength(30)
  })

  it("begins its days at the reader's midnight", () => {
    const failures = [
      ['a', '2026-11-18T22:59:59.000Z'],
      ['a', '2026-11-18T23:00:00.000Z'],
    ] as const
    expect(trendsOf(failures)['a']?.counts.slice(-3)).toEqual([2, 0, 0])
    expect(trendsOf(failures, 60)['a']?.counts.slice(-3)).toEqual([1, 1, 0])
  })

  it('knows nothing of what is older than a month', () => {
    expect(trendsOf([['a', '2026-10-21T23:59:59.000Z']])).toEqual({})
  })
})
