import { expect, test } from '@playwright/test'
import { aUser } from '../support/aUser.ts'
import { checkAccessibility } from '../support/checkAccessibility.ts'
import { openConsole } from '../support/openConsole.ts'
import { wizardOf } from '../support/pages/wizard.ts'
import { createScimClient } from '../support/scimClient.ts'

test('the next two creates are answered 429 on purpose, and the third is not', async ({ page }) => {
  test.setTimeout(60_000)
  await openConsole(page)
  const { scimUrl, token } = await wizardOf(page).takeCredentials()
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Arm', exact: true }).click()
  const banner = page.getByRole('region', { name: 'Armed faults' })
  await expect(banner).toContainText('The next 2 creates: 429 Too Many Requests')
  await expect(banner).toContainText(/1[45]:\d\d left/)
  await checkAccessibility(page)
  await page.setViewportSize({ width: 320, height: 700 })
  await checkAccessibility(page)
  await page.setViewportSize({ width: 1280, height: 800 })

  await page.getByRole('link', { name: 'Activity' }).click()
  await expect(banner).toBeVisible()
  const scim = createScimClient(scimUrl, token)
  const create = async (name: string) => (await scim.post('/Users', aUser({ userName: `${name}@example.com` }))).status
  expect(await create('maya')).toBe(429)
  await expect(banner).toContainText('The next create: 429')
  expect([await create('maya'), await create('maya')]).toEqual([429, 201])
  await expect(banner).toBeHidden()

  await expect(page.getByText('fault 429', { exact: true })).toHaveCount(2)
  await page
    .getByText(/fault on purpose, 429 was answered/)
    .first()
    .click()
  await expect(page.getByRole('heading', { name: 'Fault on purpose: an error was answered' })).toBeVisible()
  await checkAccessibility(page)
  await page.getByRole('link', { name: 'Errors' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('main')).not.toContainText(/429|Fault/)
})

test('a fault is disarmed on any screen', async ({ page }) => {
  await openConsole(page)
  const { scimUrl, token } = await wizardOf(page).takeCredentials()
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Arm', exact: true }).click()
  await page.getByRole('link', { name: 'Learners' }).click()
  await page.getByRole('button', { name: 'Disarm', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Disarm', exact: true })).toBeHidden()
  expect((await createScimClient(scimUrl, token).post('/Users', aUser())).status).toBe(201)
})
