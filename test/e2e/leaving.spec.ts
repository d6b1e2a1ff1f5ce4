import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { checkAccessibility } from '../support/checkAccessibility.ts'
import { openConsole } from '../support/openConsole.ts'
import { wizardOf } from '../support/pages/wizard.ts'
import { sendAsEntra } from '../support/providerTraffic.ts'

function aFolder(page: Page): string {
  const dataDir = mkdtempSync(join(tmpdir(), 'rollcall-e2e-'))
  page.once('close', () => setTimeout(() => rmSync(dataDir, { recursive: true, force: true }), 2_000))
  return dataDir
}

/** The service tells the page that it has kept the place. */
const kept = (page: Page) =>
  page.waitForResponse((response) => response.request().method() === 'PUT' && response.url().endsWith('/place'))

const theme = (page: Page) => page.evaluate(() => document.documentElement.getAttribute('data-color-scheme'))

const widthOf = async (page: Page) =>
  Math.round((await page.getByRole('region', { name: 'Request in detail' }).boundingBox())?.width ?? 0)

test('connection, screen, open request, its pane, filters and theme come back after a kill, until a clean start is asked for', async ({
  page,
}) => {
  test.setTimeout(120_000)
  const dataDir = aFolder(page)
  const first = await openConsole(page, dataDir)
  await page.getByRole('button', { name: /^Connection / }).click()
  await page.getByRole('menuitem', { name: /New connection/ }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Acme')
  await page.getByRole('button', { name: 'Create' }).click()
  await expect(page).toHaveURL(/\/acme\/setup/)
  const { scimUrl, token } = await wizardOf(page).takeCredentials()
  await sendAsEntra(scimUrl, token)
  await page.getByRole('button', { name: /^Theme/ }).click()
  await page.getByRole('menuitemradio', { name: 'Dark' }).click()

  await page.getByRole('navigation').getByRole('link', { name: 'Learners' }).click()
  await page.getByRole('searchbox').fill('Ada')
  await expect(page).toHaveURL(/=Ada/)
  const roster = new URL(page.url())
  await page.getByRole('navigation').getByRole('link', { name: 'Activity' }).click()
  await page.getByRole('button', { name: 'Writes' }).click()
  await page.getByText('Entra ID created Ada Byron').first().click()
  await Promise.all([kept(page), expect(page).toHaveURL(/\/acme\/activity\/\d+\?show=writes/)])
  const activity = new URL(page.url())
  await page.getByRole('separator', { name: 'Edge of the request' }).focus()
  const before = await widthOf(page)
  for (let count = 0; count < 3; count += 1) {
    const isKept = page.waitForResponse((response) => response.url().endsWith('/preferences'))
    await page.keyboard.press('ArrowRight')
    await isKept
  }
  await expect.poll(() => widthOf(page)).toBe(before - 72)
  await first.end('SIGKILL')

  const second = await openConsole(page, dataDir)
  await expect(page.getByRole('heading', { name: 'Entra ID created Ada Byron' })).toBeVisible()
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(activity.pathname + activity.search)
  expect(await theme(page)).toBe('dark')
  await expect.poll(() => widthOf(page)).toBe(before - 72)
  await checkAccessibility(page)
  await page.getByRole('navigation').getByRole('link', { name: 'Learners' }).click()
  await expect(page).toHaveURL(new RegExp(`${roster.pathname}\\${roster.search}$`))
  await expect(page.getByRole('searchbox')).toHaveValue('Ada')

  await page.getByRole('navigation').getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Forget what the screens remember' }).click()
  await expect(page.getByText('Forgotten. The next start begins as the first one did.')).toBeVisible()
  await second.end('SIGKILL')

  await page.emulateMedia({ colorScheme: 'light' })
  await openConsole(page, dataDir)
  await expect(page).toHaveURL(/\/default\/setup$/)
  expect(await theme(page)).toBe('light')
  await page.getByRole('button', { name: /^Connection / }).click()
  await page.getByRole('menuitem', { name: /^Acme/ }).click()
  await page.getByRole('navigation').getByRole('link', { name: 'Learners' }).click()
  await expect(page.getByRole('row', { name: /Ada Byron/ })).toBeVisible()
  await expect(page.getByRole('searchbox')).toHaveValue('')
})

test('the setup of a connection begins again, and keeps what was proven', async ({ page }) => {
  await openConsole(page)
  const wizard = wizardOf(page)
  const { scimUrl, token } = await wizard.takeCredentials()
  await wizard.open(2)
  await wizard.chooseProvider('Microsoft Entra ID')
  await sendAsEntra(scimUrl, token)
  await wizard.expectSteps(['Done', 'Proven', 'Proven', 'Proven', 'Proven'])
  await page.getByRole('navigation').getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Begin the setup again…' }).click()
  await page.getByRole('button', { name: 'Begin at step 1' }).click()
  await expect(page).toHaveURL(/\/default\/setup\/credentials$/)
  await expect(page.getByRole('button', { name: 'I have stored it' })).toBeVisible()
  await expect(page.getByRole('tab', { name: /^Step 5 of 5.*, Proven$/ })).toBeVisible()
})
