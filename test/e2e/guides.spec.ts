import { expect, test } from '@playwright/test'
import { urns } from '#contract/scim/urns.ts'
import { checkAccessibility } from '../support/checkAccessibility.ts'
import { openConsole } from '../support/openConsole.ts'
import { wizardOf } from '../support/pages/wizard.ts'
import { createScimClient } from '../support/scimClient.ts'

test('leads through JumpCloud in its own words, and never says that JumpCloud was recognised', async ({ page }) => {
  await openConsole(page)
  const wizard = wizardOf(page)
  await wizard.open(1)
  const { scimUrl, token } = await wizard.takeCredentials()
  await wizard.open(2)
  await wizard.chooseProvider('JumpCloud')
  await expect(page.getByText('User Authentication › SSO Applications')).toBeVisible()
  await page.getByRole('checkbox', { name: 'The custom application exists in JumpCloud' }).click()

  await wizard.open(3)
  await expect(page.getByRole('group', { name: 'Base URL' }).locator('code')).toHaveText(scimUrl)
  await expect(page.getByText(`••••••••${token.slice(-4)}`)).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Waiting for JumpCloud’s connection test' })).toBeVisible()

  // Its test creates a person and removes it again.
  const scim = createScimClient(scimUrl, token)
  const created = await scim.post('/Users', {
    schemas: [urns.user],
    userName: 'scim.test@example.com',
    name: { givenName: 'Scim', familyName: 'Test' },
    emails: [{ value: 'scim.test@example.com', primary: true }],
    active: true,
  })
  expect(created.status).toBe(201)
  expect((await scim.delete(`/Users/${created.id}`)).status).toBe(204)
  await expect(page.getByRole('heading', { name: 'JumpCloud reached this endpoint with the right token' })).toBeVisible()

  await wizard.open(2)
  await expect(page.getByRole('heading', { name: 'A client with JumpCloud’s token has called' })).toBeVisible()
  await expect(page.getByText('The token is what tells')).toBeVisible()

  await wizard.open(4)
  await page.getByRole('checkbox', { name: /^The application is activated/ }).click()
  await expect(page.getByText('The list is fixed', { exact: false })).toBeVisible()
  await wizard.expectSteps(['Done', 'Not confirmed', 'Proven'])
})

test('gives the whole guide as one page: copied as text, and printed black on white without anything around it', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openConsole(page)
  const wizard = wizardOf(page)
  await wizard.open(1)
  const { scimUrl, token } = await wizard.takeCredentials()
  await wizard.open(2)
  await wizard.chooseProvider('OneLogin')
  await page.getByRole('link', { name: 'Guide as one page' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Provisioning from OneLogin' })).toBeVisible()
  await page.getByRole('button', { name: 'Copy as text' }).click()
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible()
  const text = await page.evaluate(() => navigator.clipboard.readText())
  expect(text).toContain(`- *SCIM Base URL*: \`${scimUrl}\``)
  expect(text).toContain('handed over separately')
  expect(text).not.toContain(token)
  expect(await page.content()).not.toContain(token)

  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden()
  await expect(page.getByRole('banner')).toBeHidden()
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden()
  const heading = page.getByRole('heading', { name: '7. To read up' })
  await expect(heading).toHaveCSS('color', 'rgb(0, 0, 0)')
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)')
  // Everything is laid out, not only what fits the window.
  const { height, viewport } = await page.evaluate(() => ({
    height: document.documentElement.scrollHeight,
    viewport: window.innerHeight,
  }))
  expect(height).toBeGreaterThan(viewport * 1.5)
})

for (const [width, height] of [
  [1440, 900],
  [800, 900],
  [320, 700],
] as const) {
  test(`axe finds nothing on the guides, light and dark, ${width} pixels wide`, async ({ page }) => {
    test.setTimeout(120_000)
    const service = await openConsole(page)
    const { origin } = new URL(service.ready.consoleUrl)
    const wizard = wizardOf(page)
    await wizard.open(2)
    await page.setViewportSize({ width, height })
    for (const provider of ['OneLogin', 'Rippling', 'Keycloak']) {
      await page.goto(`${origin}/default/setup/connection`)
      await wizard.chooseProvider(provider)
      // Saved, not only chosen.
      await expect(page.getByRole('heading', { name: `In ${provider}` })).toBeVisible()
      for (const screen of ['connection', 'endpoint', 'provisioning', 'test', 'guide']) {
        await page.goto(`${origin}/default/setup/${screen}`)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await expect(page.getByText(provider).first()).toBeAttached()
        await checkAccessibility(page)
        const { scroll, client } = await page.evaluate(() => ({
          scroll: document.documentElement.scrollWidth,
          client: document.documentElement.clientWidth,
        }))
        expect(scroll).toBeLessThanOrEqual(client)
      }
    }
  })
}
