import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { openConsole } from '../support/openConsole.ts'
import { wizardOf } from '../support/pages/wizard.ts'
import { sendAsEntra } from '../support/providerTraffic.ts'
import { createScimClient } from '../support/scimClient.ts'

test('a token that was shown and used occurs nowhere: not in a file, the log, an export or the reloaded page', async ({
  page,
}) => {
  test.setTimeout(90_000)
  const dataDir = mkdtempSync(join(tmpdir(), 'rollcall-e2e-'))
  const service = await openConsole(page, dataDir)
  const { origin } = new URL(service.ready.consoleUrl)
  const { scimUrl, token } = await wizardOf(page).takeCredentials()
  await sendAsEntra(scimUrl, token)
  // Where an administrator might paste it by mistake.
  expect((await createScimClient(scimUrl, `Bearer ${token}`).get('/Users')).status).toBe(401)
  await fetch(`${scimUrl}/Users?token=${token}`, { headers: { 'X-Token': token } })
  await page.goto(`${origin}/default/activity?text=${token}`)
  await page.waitForResponse((response) => response.url().endsWith('/place'))

  const found: string[] = []
  const look = (where: string, text: string) => text.includes(token) && found.push(where)
  await page.goto(`${origin}/default/setup/credentials`)
  await page.reload()
  await expect(page.getByLabel(`Token ending in ${token.slice(-4)}`)).toBeVisible()
  look('page', await page.content())
  look('storage', await page.evaluate(() => JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)])))
  for (const path of ['setup', 'diagnosis', 'errors', 'exchanges']) {
    const reply = await page.request.get(`${origin}/api/connections/default/${path}`)
    expect(reply.status()).toBe(200)
    look(path, await reply.text())
  }

  await page.goto(`${origin}/default/activity`)
  for (const format of [/^HAR/, /^CSV/, /^NDJSON/]) {
    await page.getByRole('button', { name: 'Export' }).click()
    await page.getByRole('radio', { name: format }).check()
    await page.getByRole('switch', { name: 'With persons’ data' }).check()
    const arrived = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Download' }).click()
    const text = await readFile(await (await arrived).path(), 'utf8')
    expect(text).toContain('Ada')
    look(`export ${format}`, text)
    await expect(page.getByRole('dialog')).toBeHidden()
  }

  // All that waits is written by then; the files are looked at both before and after they are tidied up.
  const files = () => readdirSync(dataDir).map((name) => [name, readFileSync(join(dataDir, name), 'latin1')] as const)
  for (const [name, text] of files()) look(name, text)
  await service.end('SIGTERM')
  const closed = files()
  expect(closed.map(([name]) => name)).toContain('rollcall.db')
  for (const [name, text] of closed) look(`${name}, closed`, text)
  look('output', service.output())
  expect(found).toEqual([])
  rmSync(dataDir, { recursive: true, force: true })
})
