import { expect, type Page, test } from '@playwright/test'
import { aUser } from '../support/aUser.ts'
import { checkAccessibility } from '../support/checkAccessibility.ts'
import { openConsole } from '../support/openConsole.ts'
import { wizardOf } from '../support/pages/wizard.ts'
import { sendAsEntra, sendAsOkta } from '../support/providerTraffic.ts'
import { createScimClient } from '../support/scimClient.ts'

const navigation = (page: Page) => page.getByRole('navigation', { name: 'Main' })

async function chooseInSwitcher(page: Page, name: RegExp) {
  await page.getByRole('button', { name: /^Connection / }).click()
  await page.getByRole('menuitem', { name }).click()
}

async function create(page: Page, name: string) {
  await chooseInSwitcher(page, /New connection/)
  await page.getByRole('textbox', { name: 'Name' }).fill(name)
  await page.getByRole('button', { name: 'Create' }).click()
  await expect(page.getByRole('button', { name: new RegExp(`^Connection ${name}`) })).toBeVisible()
}

test('two connections are set up side by side, and nothing of one shows at the other', async ({ page }) => {
  test.setTimeout(120_000)
  await openConsole(page)
  const wizard = wizardOf(page)
  const first = await wizard.takeCredentials()
  await sendAsEntra(first.scimUrl, first.token)
  await expect(navigation(page).getByRole('link', { name: /Setup/ })).toContainText('4/5')

  await create(page, 'Acme')
  await expect(page).toHaveURL(/\/acme\/setup/)
  await wizard.expectSteps(['To do', 'To do', 'Waiting', 'To do', 'Waiting'])
  const acme = await wizard.takeCredentials()
  expect(acme.scimUrl).toMatch(/\/acme\/scim\/v2$/)
  await wizard.open(2)
  await wizard.chooseProvider('Okta, own application')
  await sendAsOkta(acme.scimUrl, acme.token)
  await wizard.open(5)
  await wizard.expectSteps(['Done', 'Proven', 'Proven', 'Proven', 'Proven'])

  await navigation(page).getByRole('link', { name: 'Learners' }).click()
  await expect(page.getByRole('row', { name: /Ivan Novak/ })).toBeVisible()
  await expect(page.getByRole('row', { name: /Ada Byron/ })).toHaveCount(0)
  await chooseInSwitcher(page, /^Default/)
  await expect(page).toHaveURL(/\/default\/learners$/)
  await expect(page.getByRole('row', { name: /Ada Byron/ })).toBeVisible()
  await expect(page.getByRole('row', { name: /Ivan Novak/ })).toHaveCount(0)

  // Live: what the other one does changes nothing here.
  await navigation(page).getByRole('link', { name: 'Activity' }).click()
  await expect(page.getByText('Entra ID created Ada Byron').first()).toBeVisible()
  await createScimClient(acme.scimUrl, acme.token).post('/Users', aUser({ userName: 'maya@acme.example' }))
  expect((await createScimClient(acme.scimUrl, first.token).get('/Users')).status).toBe(401)
  await createScimClient(first.scimUrl, acme.token).get('/Users')
  await expect(page.getByText(/the token belongs to another connection/).first()).toBeVisible()
  await expect(page.getByText('Maya Lindqvist')).toHaveCount(0)
  await chooseInSwitcher(page, /^Acme/)
  await expect(page.getByText(/created Maya Lindqvist/).first()).toBeVisible()
  await expect(page.getByText('Ada Byron')).toHaveCount(0)
})

test('a connection is renamed, paused, duplicated and deleted with a count, in one tab and in another', async ({
  page,
  context,
}) => {
  test.setTimeout(120_000)
  const { ready } = await openConsole(page)
  const { origin } = new URL(ready.consoleUrl)
  await create(page, 'Acme')
  const { scimUrl, token } = await wizardOf(page).takeCredentials()
  await sendAsOkta(scimUrl, token)
  const scim = createScimClient(scimUrl, token)

  await chooseInSwitcher(page, /Manage connections/)
  await page.getByRole('button', { name: 'Rename Acme' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Acme Europe')
  await page.getByRole('button', { name: 'Rename', exact: true }).click()
  await expect(page.getByRole('button', { name: /^Connection Acme Europe/ })).toBeVisible()

  await page.getByRole('button', { name: 'Pause Acme Europe' }).click()
  await expect(page.getByRole('banner').getByRole('button', { name: /^Paused/ })).toBeVisible()
  const paused = await scim.get('/Users')
  expect([paused.status, paused.headers.get('Retry-After')]).toEqual([503, '60'])
  await page.getByRole('button', { name: 'Resume Acme Europe' }).click()
  await expect(page.getByRole('banner').getByRole('button', { name: /^Paused/ })).toHaveCount(0)
  expect((await scim.get('/Users')).status).toBe(200)

  await page.getByRole('button', { name: 'Duplicate Acme Europe' }).click()
  await page.getByRole('button', { name: 'Duplicate', exact: true }).click()
  await expect(page).toHaveURL(/\/acme-europe-copy\/setup/)
  await navigation(page).getByRole('link', { name: 'Learners' }).click()
  await expect(page.getByText('Ivan Novak')).toHaveCount(0)

  const other = await context.newPage()
  await other.goto(`${origin}/acme/learners`)
  await expect(other.getByRole('row', { name: /Ivan Novak/ })).toBeVisible()

  await chooseInSwitcher(page, /Manage connections/)
  await page.getByRole('button', { name: 'Delete Acme Europe', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('1 learner, with history')).toBeVisible()
  await expect(dialog.getByText(/^\d+ requests, pinned ones included$/)).toBeVisible()
  await expect(dialog.getByText('1 token, which ends at once')).toBeVisible()
  await dialog.getByRole('textbox').fill('acme')
  await dialog.getByRole('button', { name: 'Delete Acme Europe' }).click()
  await expect(page.getByRole('article')).toHaveCount(2)
  expect((await scim.get('/Users')).status).toBe(404)
  await expect(other.getByRole('heading', { name: 'There is no connection “acme”' })).toBeVisible()
  await checkAccessibility(other)
  await other.getByRole('link', { name: 'Default' }).click()
  await expect(other).toHaveURL(/\/default\/setup$/)

  // The slug is free, and nothing of the former one is left behind it.
  await create(page, 'Acme')
  await expect(page).toHaveURL(/\/acme\/setup/)
  await navigation(page).getByRole('link', { name: 'Learners' }).click()
  await expect(page.getByRole('heading', { name: 'Learners' })).toBeVisible()
  await expect(page.getByText('Ivan Novak')).toHaveCount(0)
})

for (const width of [1440, 800, 320]) {
  test(`axe finds nothing on the screens of connections, with a long name, ${width} pixels wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 })
    // A menu that still fades in has no contrast yet.
    await page.emulateMedia({ reducedMotion: 'reduce' })
    const { ready } = await openConsole(page)
    const { origin } = new URL(ready.consoleUrl)
    const name = 'Acme, production tenant of the whole European organisation, Donaudampfschifffahrt'
    await create(page, name.slice(0, 80))
    await page.getByRole('combobox', { name: 'It ends' }).press('Enter')
    await page.getByRole('option', { name: 'On a date…' }).press('Enter')
    await page.getByLabel('Last day').fill(new Date(Date.now() + 36 * 60 * 60_000).toISOString().slice(0, 10))
    await page.getByRole('button', { name: 'Generate token' }).click()
    await expect(page.getByRole('region', { name: 'End of the token' })).toBeVisible()
    await chooseInSwitcher(page, /Manage connections/)
    await expect(page.getByRole('article')).toHaveCount(2)
    await checkAccessibility(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
    await page.getByRole('button', { name: /^Connection / }).click()
    await expect(page.getByRole('menu')).toBeVisible()
    await checkAccessibility(page, { isMenuOpen: true })
    await page.getByRole('menuitem', { name: /New connection/ }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await checkAccessibility(page)
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('button', { name: /^Delete Acme/ }).click()
    await expect(page.getByText('0 learners, with history')).toBeVisible()
    await checkAccessibility(page)
    await page.goto(`${origin}/nobody/activity`)
    await expect(page.getByRole('heading', { name: 'There is no connection “nobody”' })).toBeVisible()
    await checkAccessibility(page)
  })
}
