import { describe, expect, it } from 'vitest'
import { defaultSettings, type Retention as Limits } from '#contract/connection.ts'
import { createRetention } from '../../../../server/monitor/retention.ts'
import type { Service } from '../../../../server/service.ts'
import { listProofIds } from '../../../../server/setup/listProofIds.ts'
import { readSetup } from '../../../../server/setup/readSetup.ts'
import type { NewExchange } from '../../../../server/storage/storedExchange.ts'
import { anExchange } from '../../../support/anExchange.ts'
import { aService } from '../../../support/aService.ts'
import { sendAsEntra, sendAsOkta } from '../../../support/providerTraffic.ts'
import { startService } from '../../../support/startService.ts'

/** No step is proven by an explanation. */
const nothing = { id: '', title: '', happened: '', meaning: '', who: '', steps: [], documentation: null }

const noLimits: Limits = { maxAgeDays: null, maxCount: null, maxSizeMb: null }

function openRetention(limits: Partial<Limits> = {}) {
  const clock = { now: '2026-03-31T12:00:00.000Z' }
  const service = aService({ now: () => clock.now })
  const { exchanges, connections } = service.stores
  connections.change(1, { settings: { ...defaultSettings, retention: { ...noLimits, ...limits } } })
  const proofs: number[] = []
  const retention = createRetention(service, { listProofIds: () => proofs })
  const insert = (count: number, stated: Partial<NewExchange> = {}) => {
    for (let index = 0; index < count; index += 1) exchanges.insert(anExchange({ receivedAt: clock.now, ...stated }))
  }
  const count = () => Number(service.db.prepare('SELECT COUNT(*) FROM exchange').pluck().get())
  return { ...service, ...service.stores, service, clock, proofs, retention, insert, count }
}

describe('retention', () => {
  it('keeps the newest, as many as the limit says, and the pinned and proving ones', async () => {
    const { retention, insert, count, exchanges, exchangeMarks, proofs } = openRetention({ maxCount: 100 })
    insert(1234)
    exchangeMarks.change(7, { pinned: true })
    proofs.push(8)
    await retention.run()
    expect(count()).toBe(102)
    expect(
      exchanges
        .list(1, { limit: 500 })
        .exchanges.map(({ id }) => id)
        .slice(-3),
    ).toEqual([1135, 8, 7])
  })

  it('keeps what arrived within the days, and lets what named no connection go as well', async () => {
    const { retention, insert, count, exchangeMarks } = openRetention({ maxAgeDays: 30 })
    insert(60, { receivedAt: '2026-03-01T11:59:59.999Z' })
    insert(3, { receivedAt: '2026-03-01T11:59:59.999Z', connectionId: null })
    insert(5, { receivedAt: '2026-03-01T12:00:00.000Z' })
    exchangeMarks.change(62, { pinned: true })
    await retention.run()
    expect(count()).toBe(6)
  })

  it('keeps what arrived before the clock was wrong for a while', async () => {
    const { retention, insert, count } = openRetention({ maxAgeDays: 30 })
    insert(2, { receivedAt: '2026-02-01T12:00:00.000Z' })
    insert(5)
    insert(1, { receivedAt: '1970-01-01T00:00:00.000Z' })
    insert(5)
    await retention.run()
    expect(count()).toBe(11)
  })

  it('keeps no more than the megabytes', async () => {
    const { retention, insert, count } = openRetention({ maxSizeMb: 1 })
    insert(20, { request: { line: '', headers: [], body: 'x'.repeat(100_000), sizeBytes: 100_000 } })
    await retention.run()
    expect(count()).toBe(10)
    const { sizeBytes } = await retention.measure(1)
    expect(sizeBytes).toBeLessThan(1024 * 1024)
    expect(sizeBytes).toBeGreaterThan(1_000_000)
  })

  it('removes nothing without limits', async () => {
    const { retention, insert, count } = openRetention()
    insert(5, { receivedAt: '1999-01-01T00:00:00.000Z' })
    await retention.run()
    expect(count()).toBe(5)
  })

  it('tells how much is stored', async () => {
    const { retention, insert, exchangeMarks } = openRetention()
    expect(await retention.measure(1)).toEqual({ count: 0, sizeBytes: 0, oldestAt: null, pinnedCount: 0 })
    insert(1500)
    insert(1, { connectionId: null, receivedAt: '2026-01-01T00:00:00.000Z' })
    exchangeMarks.change(9, { pinned: true })
    expect(await retention.measure(1)).toMatchObject({ count: 1501, oldestAt: '2026-01-01T00:00:00.000Z', pinnedCount: 1 })
  })

  it('lets requests have their turn between slices', async () => {
    const { retention, insert } = openRetention({ maxCount: 100 })
    insert(1000)
    let turns = 0
    const timer = setInterval(() => (turns += 1), 1)
    await retention.run()
    clearInterval(timer)
    // 900 in slices of 50.
    expect(turns).toBeGreaterThanOrEqual(17)
  })

  it('ends after the slice under way, and says nothing of it', async () => {
    const { retention, insert, count, logged } = openRetention({ maxCount: 100 })
    insert(1000)
    const run = retention.run()
    await new Promise((resolve) => setTimeout(resolve, 20))
    await retention.stop()
    await run
    expect(count()).toBeGreaterThan(100)
    expect(logged).toEqual([])
  })
})

describe('a cleared list', () => {
  it('is removed once it can no longer be undone, also by the next start', async () => {
    const { service, retention, clock, insert, count, exchanges, exchangeMarks } = openRetention()
    insert(50)
    for (const id of [3, 30]) exchangeMarks.change(id, { pinned: true })
    retention.clear(1, 50)
    await retention.run()
    expect(count()).toBe(50)
    clock.now = '2026-03-31T12:00:16.000Z'
    expect(retention.undo(1)).toBe(false)
    const restarted = aService({ db: service.db, now: () => clock.now })
    await createRetention(restarted, { listProofIds: () => [] }).run()
    expect(count()).toBe(2)
    expect(exchanges.list(1, { limit: 5 }).exchanges.map(({ id }) => id)).toEqual([30, 3])
  })

  it('is whole again after an undo', async () => {
    const { retention, clock, insert, count, exchanges } = openRetention()
    insert(50)
    retention.clear(1, 50)
    clock.now = '2026-03-31T12:00:12.000Z'
    expect(retention.undo(1)).toBe(true)
    clock.now = '2026-03-31T13:00:00.000Z'
    await retention.run()
    expect(count()).toBe(50)
    expect(exchanges.list(1, { limit: 1 }).total).toBe(50)
  })

  it('turns no verified step back', async () => {
    const { running, scimUrl, token } = await startService()
    const { stores } = running.service
    stores.connections.change(1, { provider: 'entra' })
    stores.connections.changeSetup(1, { tokenStored: true, connectionTicked: true })
    await sendAsOkta(scimUrl, token)
    await sendAsEntra(scimUrl, token)
    running.flush()
    const read = (service: Service) =>
      readSetup(service, stores.connections.get(1), { explain: () => nothing, listNeverSeen: () => [] })
    const before = read(running.service)
    expect(Object.values(before.steps)).toEqual(['verified', 'verified', 'verified', 'verified', 'verified'])

    const later = { ...running.service, now: () => new Date(Date.now() + 60_000).toISOString() }
    const retention = createRetention(later, { listProofIds: () => listProofIds(read(later)) })
    const { count } = stores.exchangeClearing.clear(1, stores.exchanges.newestId(), running.service.now())
    await retention.run()
    expect(stores.exchanges.list(1, { limit: 5 }).total).toBe(0)
    const left = await retention.measure(1)
    expect(left.count).toBeLessThan(count)
    // The problems are gone with what failed; the proofs are the same.
    const after = read(running.service)
    expect(after.steps).toEqual(before.steps)
    expect(listProofIds(after)).toEqual(listProofIds(before))
    expect(left.count).toBe(listProofIds(before).length)
  })
})
