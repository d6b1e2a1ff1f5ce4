import { expect, type Page, test } from '@playwright/test'
import { aUser } from '../support/aUser.ts'
import { checkAccessibility } from '../support/checkAccessibility.ts'
import { openConsole } from '../support/openConsole.ts'
import { wizardOf } from '../support/pages/wizard.ts'
import { createScimClient } from '../support/scimClient.ts'

/** The rows of the list, in order. */
async function readRows(page: Page): Promise<string[]> {
  const rows = page.getByRole('option')
  await expect(rows).toHaveCount(2)
  const ids = await rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-exchange') ?? ''))
  return ids
}

async function sendTraffic(page: Page) {
  const { scimUrl, token } = await wizardOf(page).takeCredentials()
  const scim = createScimClient(scimUrl, token)
  for (let time = 0; time < 3; time++) await scim.post('/Users', aUser())
  await scim.get('/Users')
  return scim
}

test('a reloaded address shows the same rows, and a saved view opens them in another browser session', async ({
  page,
  browser,
}) => {
  test.setTimeout(60_000)
  const { ready } = await openConsole(page)
  const { origin } = new URL(ready.consoleUrl)
  await sendTraffic(page)
  await page.goto(`${origin}/default/activity?show=failures&status=409`)
  const rows = await readRows(page)
  await page.reload()
  expect(await readRows(page)).toEqual(rows)

  await page.getByRole('button', { name: 'Views' }).click()
  await page.getByRole('menuitem', { name: 'Save this filter…' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Conflicts')
  await checkAccessibility(page)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('button', { name: 'View: Conflicts' })).toBeVisible()
  await checkAccessibility(page)

  // The link to the console opens once; the cookie is what another browser would get by a link of its own.
  const other = await browser.newContext()
  await other.addCookies(await page.context().cookies())
  const elsewhere = await other.newPage()
  await elsewhere.goto(`${origin}/default/activity`)
  await elsewhere.getByRole('button', { name: 'Views' }).click()
  await elsewhere.getByRole('menuitem', { name: 'Conflicts' }).click()
  expect(await readRows(elsewhere)).toEqual(rows)
  expect(elsewhere.url()).toContain('show=failures&status=409')
  await elsewhere.getByRole('button', { name: 'View: Conflicts' }).click()
  await elsewhere.getByRole('menuitem', { name: 'Edit views…' }).click()
  await checkAccessibility(elsewhere)
  await elsewhere.getByRole('button', { name: 'Delete' }).click()
  await elsewhere
    .getByRole('dialog', { name: /Delete the view/ })
    .getByRole('button', { name: 'Delete' })
    .click()
  // Told by the live stream.
  await expect(page.getByRole('button', { name: 'Views' })).toBeVisible()
  await other.close()
})

test('an ignored cause is no longer counted as open, and says what is new of it', async ({ page }) => {
  test.setTimeout(60_000)
  await openConsole(page)
  const scim = await sendTraffic(page)
  await page.getByRole('link', { name: 'Errors' }).click()
  await expect(page.getByRole('link', { name: /Errors.*1 open/ })).toBeVisible()
  await expect(page.getByRole('img', { name: /^2 in the last 24 hours/ })).toBeVisible()
  await page.getByRole('button', { name: 'Ignore…' }).click()
  await page.getByRole('textbox', { name: /Why/ }).fill('The old directory, until it is switched off')
  await checkAccessibility(page)
  await page.getByRole('button', { name: 'Ignore', exact: true }).click()
  await expect(page.getByRole('link', { name: 'Errors', exact: true })).toBeVisible()
  await scim.post('/Users', aUser())
  await expect(page.getByText('1 new since')).toBeVisible()
  await page.getByRole('button', { name: 'Show 1 ignored cause' }).click()
  await expect(page.getByText('The old directory, until it is switched off')).toBeVisible()
  await checkAccessibility(page)
  await page.getByRole('button', { name: 'Take back' }).click()
  await expect(page.getByRole('link', { name: /Errors.*1 open/ })).toBeVisible()
})
