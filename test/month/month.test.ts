// The month that the measurements and the screenshots are made of
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import type { ExchangeSummary } from '#contract/exchange.ts'
import { openDatabase } from '../../server/storage/openDatabase.ts'
import { createStores } from '../../server/storage/stores.ts'
import { simulateMonth } from './simulateMonth.ts'

/** A Friday. */
const until = new Date('2026-11-20T18:00:00.000Z')

/** A small month, and what the monitor shows of it, oldest first. */
async function aMonth(seed: number) {
  const dataDir = mkdtempSync(join(tmpdir(), 'rollcall-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  const { sent } = await simulateMonth({ dataDir, count: 500, seed, until })
  const stores = createStores(openDatabase(join(dataDir, 'rollcall.db')))
  onTestFinished(() => stores.close())
  const exchanges: ExchangeSummary[] = []
  for (
    let page = stores.exchanges.list(1, { limit: 500 });
    ;
    page = stores.exchanges.list(1, { limit: 500, before: exchanges.at(-1)?.id })
  ) {
    exchanges.push(...page.exchanges)
    if (!page.hasMore)
      return {
        sent,
        exchanges: exchanges.reverse(),
        causes: stores.exchanges.failures(1),
        groups: stores.resources.listGroups(1, { search: '', offset: 0, limit: 200 }).groups,
      }
  }
}

it('holds what several providers send in a month, and what goes wrong', { timeout: 60_000 }, async () => {
  const { sent, exchanges, causes, groups } = await aMonth(1)
  expect(exchanges).toHaveLength(sent)
  expect(sent).toBeGreaterThanOrEqual(500)
  const all = <Name extends keyof ExchangeSummary>(name: Name) => new Set(exchanges.map((exchange) => exchange[name]))
  expect([...all('caller')]).toEqual(expect.arrayContaining(['okta', 'entra', 'onelogin', 'unknown']))
  expect([...all('action')]).toEqual(
    expect.arrayContaining(['created', 'updated', 'archived', 'groupChanged', 'lookedUp', 'tested']),
  )
  expect([...all('status')]).toEqual(expect.arrayContaining([200, 201, 204, 400, 401, 404, 409]))
  expect([...all('fault')]).toEqual(expect.arrayContaining(['429', '500', '503', 'cut', 'truncated', 'html', 'delay']))
  expect(causes.some(({ recoveredAt }) => recoveredAt !== null)).toBe(true)
  expect(groups.some(({ memberCount }) => memberCount > 0)).toBe(true)
})

it('lies between its first and its last day, in order, and is silent at night and on Sundays but for strangers', {
  timeout: 60_000,
}, async () => {
  const { exchanges } = await aMonth(2)
  const times = exchanges.map(({ receivedAt }) => receivedAt)
  expect(times).toEqual([...times].sort())
  expect(times.filter((at) => at < '2026-10-21T18:00' || at > until.toISOString())).toEqual([])
  const isOff = (at: string) => (new Date(at).getUTCDay() === 0 ? !at.includes('T12:') : at.slice(11, 13) < '05')
  const known = exchanges.filter(({ status, target }) => status < 400 && target.startsWith('/Users?'))
  expect(known.filter(({ receivedAt }) => isOff(receivedAt))).toEqual([])
})

it('is the same month for the same seed', { timeout: 60_000 }, async () => {
  const toLine = ({ receivedAt, method, status, sentence }: ExchangeSummary) => `${receivedAt} ${method} ${status} ${sentence}`
  const [one, other] = [await aMonth(3), await aMonth(3)]
  expect(other.exchanges.map(toLine)).toEqual(one.exchanges.map(toLine))
})
