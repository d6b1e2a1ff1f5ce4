import { describe, expect, it } from 'vitest'
import { createExchangeDensity } from '../../../../server/storage/exchangeDensity.ts'
import { openDatabase } from '../../../../server/storage/openDatabase.ts'
import { createStores } from '../../../../server/storage/stores.ts'
import { anExchange } from '../../../support/anExchange.ts'

function start() {
  const db = openDatabase(':memory:')
  const stores = createStores(db)
  const { id } = stores.connections.create({ slug: 'default', name: 'Default' }, '2026-11-20T12:00:00.000Z')
  const other = stores.connections.create({ slug: 'other', name: 'Other' }, '2026-11-20T12:00:00.000Z')
  const arrive = (time: string, status = 200, connectionId: number | null = id) =>
    stores.exchanges.insert(anExchange({ connectionId, receivedAt: `2026-11-20T${time}Z`, status }))
  const density = createExchangeDensity(db)
  const count = (since: string) => density(id, { since: `2026-11-20T${since}Z`, stretchSeconds: 60, stretches: 3 }).stretches
  return { arrive, count, other: other.id }
}

describe('the density of exchanges', () => {
  it('counts by the minute in which they were received, and how many failed', () => {
    const { arrive, count } = start()
    arrive('11:59:59.999')
    arrive('12:00:00.000')
    arrive('12:00:59.999', 409)
    arrive('12:02:00.000')
    expect(count('12:00:00.000')).toEqual([
      { count: 2, failed: 1 },
      { count: 0, failed: 0 },
      { count: 1, failed: 0 },
    ])
  })

  it('counts those that named no connection, and none of another', () => {
    const { arrive, count, other } = start()
    arrive('12:00:01.000', 404, null)
    arrive('12:00:02.000', 200, other)
    expect(count('12:00:00.000')[0]).toEqual({ count: 1, failed: 1 })
  })

  it('counts one that took long, though it stands behind others that were received after it', () => {
    const { arrive, count } = start()
    for (let second = 10; second < 40; second += 1) arrive(`12:01:${second}.000`)
    arrive('12:01:00.000')
    for (let second = 40; second < 59; second += 1) arrive(`12:01:${second}.000`)
    expect(count('12:01:00.000')[0]).toEqual({ count: 50, failed: 0 })
  })

  it('is empty where nothing arrived, or nothing since', () => {
    const { arrive, count } = start()
    expect(count('12:00:00.000').map((stretch) => stretch.count)).toEqual([0, 0, 0])
    arrive('11:00:00.000')
    expect(count('12:00:00.000').map((stretch) => stretch.count)).toEqual([0, 0, 0])
  })
})
