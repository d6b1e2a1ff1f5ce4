import { expect, type Page, test } from '@playwright/test'
import { urns } from '../../server/contract/scim/urns.ts'
import { checkAccessibility } from '../support/checkAccessibility.ts'
import { openConsole } from '../support/openConsole.ts'
import { wizardOf } from '../support/pages/wizard.ts'
import { createScimClient } from '../support/scimClient.ts'

const ada = { schemas: [urns.user], userName: 'ada.byron@example.com', name: { givenName: 'Ada', familyName: 'Byron' } }
const patch = (...Operations: object[]) => ({ schemas: [urns.patchOp], Operations })

/** The evidence of step 5, row by row. */
const rowsOf = (page: Page) => page.getByRole('region', { name: /^What .* has done$/ }).getByRole('listitem')

/** Step 5 of a connection for Okta, and a client that calls as Okta does. */
async function openTest(page: Page) {
  await openConsole(page)
  const wizard = wizardOf(page)
  const { scimUrl, token } = await wizard.takeCredentials()
  await wizard.open(2)
  await wizard.chooseProvider('Okta, catalog application')
  await wizard.open(5)
  return { wizard, okta: createScimClient(scimUrl, token, { 'User-Agent': 'Okta SCIM Client 1.0.0' }) }
}

test('a create, a new name and a deactivation flip three rows, each within a second', async ({ page }) => {
  const { okta } = await openTest(page)
  const rows = rowsOf(page)
  await expect(rows.getByText('Waiting', { exact: true })).toHaveCount(3)
  const { id } = await okta.post('/Users', ada)
  await expect(rows.nth(0).getByText('Verified', { exact: true })).toBeVisible({ timeout: 1_000 })
  await okta.patch(`/Users/${id}`, patch({ op: 'replace', path: 'name.familyName', value: 'King' }))
  await expect(rows.nth(1).getByText('Verified', { exact: true })).toBeVisible({ timeout: 1_000 })
  await okta.patch(`/Users/${id}`, patch({ op: 'replace', value: { active: false } }))
  await expect(rows.nth(2).getByText('Verified', { exact: true })).toBeVisible({ timeout: 1_000 })
})

test('what came instead of a create stands right there, until the create comes', async ({ page }) => {
  const { okta } = await openTest(page)
  const create = rowsOf(page).nth(0)
  await okta.post('/Groups', { schemas: [urns.group], displayName: 'Platform Team' })
  await expect(create.getByText('Okta sent a group and no person: a group creates no learners here.')).toBeVisible()
  await okta.post('/Users', ada)
  await expect(create.getByText('Verified', { exact: true })).toBeVisible()
  await expect(create.getByText('What came instead')).toBeHidden()
})

test('a deactivation that is switched off here is answered by policy, recorded, and named with the switch', async ({ page }) => {
  const { wizard, okta } = await openTest(page)
  const { id } = await okta.post('/Users', ada)
  await wizard.open(4)
  const archive = page.getByRole('switch', { name: /^Archive learners/ })
  await archive.click()
  await expect(archive).not.toBeChecked()
  await expect(archive).toBeEnabled()
  const reply = await okta.patch(`/Users/${id}`, patch({ op: 'replace', value: { active: false } }))
  expect(reply).toMatchObject({ status: 403, body: { detail: expect.stringContaining('Deactivate') } })
  const here = page.getByRole('region', { name: 'Accepted here' })
  await expect(
    here.getByText(/^A deactivation arrived and was refused, because “Archive learners \(deactivate\)” is off here\.$/),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Troubleshoot' }).click()
  const doctor = page.getByRole('dialog', { name: 'Troubleshooting' })
  await expect(doctor.getByText(/A deactivation arrived and was refused/)).toBeVisible()
  await page.keyboard.press('Escape')
  await here.getByRole('link', { name: 'Show the request' }).click()
  await expect(page.getByRole('heading', { name: 'Deactivate is switched off here' })).toBeVisible()
})

test('gaps of the mappings, notes on switches and what came instead hold for axe, also in a narrow window', async ({ page }) => {
  test.setTimeout(120_000)
  const { wizard, okta } = await openTest(page)
  await okta.post('/Users', { ...ada, emails: [{ type: 'work', value: '' }], shoeSize: 43 })
  const { id } = await okta.post('/Users', { ...ada, userName: 'noor', name: { givenName: 'Noor' } })
  await okta.delete(`/Users/${id}`)
  await expect(rowsOf(page).getByText('What came instead')).toBeVisible()
  for (const width of [800, 320]) {
    await page.setViewportSize({ width, height: 800 })
    await checkAccessibility(page)
  }
  await page.setViewportSize({ width: 1280, height: 800 })
  await wizard.open(4)
  await page.getByRole('switch', { name: /^Update learners/ }).click()
  await okta.put(`/Users/${id}`, ada)
  await page.getByRole('checkbox', { name: /^Only gaps/ }).check()
  const table = page.getByRole('table', { name: 'Attribute mappings, expected and seen' })
  await expect(table.getByRole('rowheader', { name: 'userName required' })).toBeVisible()
  await expect(table.getByRole('rowheader', { name: 'shoeSize' })).toBeVisible()
  await expect(table.getByRole('rowheader', { name: /givenName/ })).toBeHidden()
  for (const width of [1280, 800, 320]) {
    await page.setViewportSize({ width, height: 800 })
    await checkAccessibility(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
  }
})

test('a trial is one click from the first screen, without the internet, and goes in one step', async ({ page }) => {
  const strangers: string[] = []
  await page.route(
    (url) => !['127.0.0.1', 'localhost'].includes(url.hostname),
    async (route) => {
      strangers.push(route.request().url())
      await route.abort()
    },
  )
  await openConsole(page)
  await page.getByRole('button', { name: 'Try it' }).click()
  await expect(rowsOf(page).getByText('Rehearsed', { exact: true })).toHaveCount(3, { timeout: 60_000 })
  await expect(page.getByText(/requests sent as Okta, own application\./)).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: 'Remove simulated data…' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Remove/ })
    .click()
  await expect(rowsOf(page).getByText('Waiting', { exact: true })).toHaveCount(3)
  expect(strangers).toEqual([])
})
