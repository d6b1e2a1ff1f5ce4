import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import type { ErrorLog, Finding } from '#contract/exchange.ts'
import type { FailureTrend } from '#contract/failureTrend.ts'
import { listen, startConsole } from '../support/aConsole.ts'
import { anExchange } from '../support/anExchange.ts'
import { aUser } from '../support/aUser.ts'
import { startService } from '../support/startService.ts'

/** A real service with the console's own answers, which outlives its stop where it is given the folder again. */
async function open(dataDir: string) {
  const { running, scim } = await startService({ dataDir })
  const address = running.service.addresses.console
  const ticket = new URL(running.newConsoleLink()).searchParams.get('ticket')
  const headers = { origin: `http://${address}`, 'content-type': 'application/json' }
  const opened = await fetch(`http://${address}/api/session`, { method: 'POST', headers, body: JSON.stringify({ ticket }) })
  const cookie = opened.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const call = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const reply = await fetch(`http://${address}/api/connections/default${path}`, {
      method,
      headers: { ...headers, cookie },
      body: body === undefined ? null : JSON.stringify(body),
    })
    return reply.json()
  }
  const readLog = async () => {
    running.flush()
    // The form is that of the contract, which other tests hold.
    return (await call('GET', '/errors')) as ErrorLog
  }
  return { running, scim, call, readLog }
}

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-errors-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

it('makes one cause of 50 equal conflicts, with its trend', async () => {
  const { scim, call, readLog } = await open(aFolder())
  await scim.post('/Users', aUser())
  for (let time = 0; time < 50; time++) expect((await scim.post('/Users', aUser())).status).toBe(409)
  const { groups } = await readLog()
  expect(groups).toMatchObject([{ count: 50, status: 409, scimType: 'uniqueness', ignored: null }])
  const trends = (await call('GET', '/errors/trends')) as Record<string, FailureTrend>
  const trend = trends[groups[0]?.key ?? '']
  expect(trend?.unit).toBe('hour')
  expect(trend?.counts.reduce((sum, count) => sum + count)).toBe(50)
  // All within this hour, or on both sides of a full one.
  expect(trend?.counts.slice(0, -2).every((count) => count === 0)).toBe(true)
})

it('keeps a cause ignored over a restart, says what is new of it, and takes it back', async () => {
  const dataDir = aFolder()
  const first = await open(dataDir)
  await first.scim.post('/Users', aUser())
  await first.scim.post('/Users', aUser())
  const { key = '', lastExchangeId } = (await first.readLog()).groups[0] ?? {}
  const path = `/errors/ignored/${encodeURIComponent(key)}`
  await first.call('PUT', path, { note: 'Known: the old directory', by: 'Maya', lastExchangeId })
  const isIgnored = { note: 'Known: the old directory', by: 'Maya' }
  expect((await first.readLog()).groups).toMatchObject([{ ignored: { ...isIgnored, newCount: 0 } }])
  await first.running.stop()

  const second = await open(dataDir)
  expect((await second.readLog()).groups).toMatchObject([{ key, ignored: { ...isIgnored, newCount: 0 } }])
  await second.scim.post('/Users', aUser())
  expect((await second.readLog()).groups).toMatchObject([{ key, count: 2, ignored: { ...isIgnored, newCount: 1 } }])
  await second.call('DELETE', path)
  expect((await second.readLog()).groups).toMatchObject([{ key, ignored: null }])
})

it('ignores what several requests show together in the same way, lists those requests, and tells each change', async () => {
  let now = '2026-11-20T12:00:00.000Z'
  const console = await startConsole({ now: () => now })
  const { id: tokenId } = console.service.tokens.reset(1, 0).info
  const lookUp = (name: string) =>
    console.service.stores.exchanges.insert(
      anExchange({
        receivedAt: now,
        tokenId,
        method: 'GET',
        target: `/Users?filter=userName+eq+"${name}"`,
        action: 'lookedUp',
        status: 200,
        resourceId: null,
        response: { line: '', headers: [], body: '{"totalResults":0,"Resources":[]}', sizeBytes: 33 },
      }),
    )
  const ids = [lookUp('maya'), lookUp('tomas')]
  now = '2026-11-20T13:00:00.000Z'
  const read = async () => {
    const { body } = await console.call('GET', '/api/connections/default/findings')
    return (body as Finding[]).find(({ explanation }) => explanation.id === 'lookedUpNotCreated')
  }
  const finding = await read()
  expect(finding).toMatchObject({ exchangeIds: ids.toReversed(), ignored: null })
  const list = await console.call('GET', `/api/connections/default/exchanges?ids=${finding?.exchangeIds.join(',')}`)
  expect(list.body).toMatchObject({ total: 2, exchanges: [{ id: ids[1] }, { id: ids[0] }] })

  const events = listen(console)
  const path = `/api/connections/default/errors/ignored/${encodeURIComponent(finding?.key ?? '')}`
  const order = { note: 'They come on Monday', by: '', lastExchangeId: finding?.exchangeIds[0] }
  expect((await console.call('PUT', path, { body: order })).status).toBe(200)
  expect((await read())?.ignored).toEqual({ note: 'They come on Monday', by: '', at: now, newCount: 0 })
  lookUp('priya')
  now = '2026-11-20T14:00:00.000Z'
  expect((await read())?.ignored?.newCount).toBe(1)
  await console.call('DELETE', path)
  expect((await read())?.ignored).toBeNull()
  expect(events.map(({ type }) => type)).toEqual(['causesChanged', 'causesChanged'])
})

it.each([
  [{ note: ' ', by: '', lastExchangeId: 1 }],
  [{ note: 'x', lastExchangeId: 1 }],
  [{ note: 'x', by: '', lastExchangeId: -1 }],
])('ignores nothing by %j', async (body) => {
  const console = await startConsole()
  expect((await console.call('PUT', '/api/connections/default/errors/ignored/x', { body })).status).toBe(400)
  expect(console.service.stores.ignoredCauses.list(1)).toEqual([])
})
