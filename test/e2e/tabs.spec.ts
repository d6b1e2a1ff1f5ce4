import { subscribe } from 'node:diagnostics_channel'
import { mkdtempSync, rmSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { type RunningService, startService } from '../../server/index.ts'
import { aUser } from '../support/aUser.ts'
import { createScimClient } from '../support/scimClient.ts'

/** What reached the listeners of this process: the streams that are open, and every request's address. */
function watchServer() {
  const streams = new Map<ServerResponse, string>()
  const urls: string[] = []
  subscribe('http.server.request.start', (message) => {
    // What Node says on this channel.
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse }
    urls.push(request.url ?? '')
    if (!request.url?.startsWith('/api/stream')) return
    streams.set(response, request.url)
    response.on('close', () => streams.delete(response))
  })
  return { streams, urls }
}

/** The service inside this process, so that its connections can be counted; `restart` keeps folder and ports. */
async function startHere() {
  const dataDir = mkdtempSync(join(tmpdir(), 'rollcall-e2e-'))
  const settings = { dataDir, host: '127.0.0.1', publicUrl: null, rendererDir: join(import.meta.dirname, '../../out/renderer') }
  const portOf = (address: string) => Number(new URL(`http://${address}`).port)
  let running: RunningService = await startService({ ...settings, scimPort: 0, consolePort: 0 })
  const { addresses, tokens } = running.service
  const scim = createScimClient(running.scimUrl, tokens.reset(1, 0).secret)
  const ports = { scimPort: portOf(addresses.scim), consolePort: portOf(addresses.console) }
  return {
    link: running.newConsoleLink(),
    /** Looks for somebody, creates them and reads them back. */
    create: async (userName: string) => {
      await scim.get(`/Users?filter=${encodeURIComponent(`userName eq "${userName}"`)}`)
      const reply = await scim.post('/Users', aUser({ userName, displayName: userName }))
      expect(reply.status).toBe(201)
      await scim.get(`/Users/${reply.id}`)
    },
    stop: () => running.stop(),
    restart: async () => {
      running = await startService({ ...settings, ...ports })
    },
    end: async () => {
      await running.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

const rowsOf = (page: Page, text: string) => page.getByRole('option', { name: new RegExp(`created ${text}\\b`) })

/** Opens the activity in as many tabs; the first opens the session, and reads the stream for all. */
async function openTabs(context: BrowserContext, link: string, count: number): Promise<Page[]> {
  const first = await context.newPage()
  await first.goto(link)
  await expect(first.getByRole('heading', { name: 'Setup', level: 1 })).toBeVisible()
  await first.getByRole('link', { name: 'Activity' }).click()
  const others = await Promise.all(Array.from({ length: count - 1 }, () => context.newPage()))
  await Promise.all(others.map((page) => page.goto(`${new URL(link).origin}/default/activity`)))
  return [first, ...others]
}

const notice = (page: Page) => page.getByText('Reconnecting… What is shown may be out of date.')

test('eight tabs share one stream, and none of them misses or doubles a request when its reader closes or the service restarts', async ({
  context,
}) => {
  test.setTimeout(90_000)
  const server = watchServer()
  const service = await startHere()
  try {
    const [reader, ...tabs] = await openTabs(context, service.link, 8)
    if (!reader) throw new Error('There is a first tab.')
    for (const page of [reader, ...tabs]) await expect(page.getByText('Nothing has arrived yet')).toBeVisible()
    expect(server.streams.size).toBe(1)

    const expectOnce = async (names: readonly string[]) => {
      for (const page of tabs) for (const name of names) await expect(rowsOf(page, name), name).toHaveCount(1)
    }
    await service.create('ada')
    await service.create('ivan')
    await expectOnce(['ada', 'ivan'])
    await expect(rowsOf(reader, 'ivan')).toContainText('2 look-ups around it')
    await expect(reader.getByRole('option')).toHaveCount(2)

    const closing = reader.close()
    for (const name of ['maya', 'tomas', 'priya']) await service.create(name)
    await closing
    await service.create('zoe')
    await expectOnce(['ada', 'ivan', 'maya', 'tomas', 'priya', 'zoe'])
    expect([...server.streams.values()]).toEqual([expect.stringMatching(/^\/api\/stream\?after=\d+$/)])

    const readBefore = server.urls.filter((url) => url.includes('/exchanges?')).length
    const placeOf = (page: Page) => page.getByRole('listbox').boundingBox()
    const places = await Promise.all(tabs.map(placeOf))
    await service.stop()
    for (const page of tabs) await expect(notice(page)).toBeVisible()
    expect(await Promise.all(tabs.map(placeOf))).toEqual(places)
    await service.restart()
    await service.create('wolfgang')
    for (const page of tabs) await expect(notice(page)).toBeHidden({ timeout: 20_000 })
    await service.create('li')
    await expectOnce(['ada', 'ivan', 'maya', 'tomas', 'priya', 'zoe', 'wolfgang', 'li'])
    expect(server.streams.size).toBe(1)
    // The stream brought it all: no list was read anew.
    expect(server.urls.filter((url) => url.includes('/exchanges?'))).toHaveLength(readBefore)
  } finally {
    await context.close()
    await service.end()
  }
})
