import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { openConsole } from '../support/openConsole.ts'
import { wizardOf } from '../support/pages/wizard.ts'
import { sendAsEntra } from '../support/providerTraffic.ts'
import { createScimClient } from '../support/scimClient.ts'

test('a token is shown once: a reloaded page knows its last four characters only', async ({ page }) => {
  await openConsole(page)
  const wizard = wizardOf(page)
  await page.getByRole('button', { name: 'Generate token' }).click()
  const token = await page.getByRole('group', { name: 'Token', exact: true }).locator('code').innerText()
  await expect(page.getByText('Blocked until you say that you have stored the token.')).toBeVisible()
  await page.reload()
  await expect(page.getByText(token.slice(-4)).first()).toBeVisible()
  expect(await page.content()).not.toContain(token)
  await page.getByRole('button', { name: 'I have stored it' }).click()
  await wizard.expectSteps(['Done'])
})

test('the wizard is left at step 3, the service is killed, and both come back as they were', async ({ page }) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'rollcall-e2e-'))
  const first = await openConsole(page, dataDir)
  const wizard = wizardOf(page)
  const { scimUrl, token } = await wizard.takeCredentials()
  await wizard.open(2)
  await wizard.chooseProvider('Microsoft Entra ID')
  await sendAsEntra(scimUrl, token)
  await wizard.expectSteps(['Done', 'Proven', 'Proven', 'Proven', 'Proven'])
  await wizard.open(3)
  await expect(page.getByRole('tab', { name: /^Step 3 of 5/ })).toHaveAttribute('aria-selected', 'true')
  await first.end('SIGKILL')

  const second = await openConsole(page, dataDir)
  await expect(page.getByRole('tab', { name: /^Step 3 of 5/ })).toHaveAttribute('aria-selected', 'true')
  await wizard.expectSteps(['Done', 'Proven', 'Proven', 'Proven', 'Proven'])
  expect((await createScimClient(second.ready.scimUrl, token).get('/Users')).status).toBe(200)
  await page.close()
  rmSync(dataDir, { recursive: true, force: true })
})

test('what the simulator made goes in one step, and real learners stay', async ({ page }) => {
  await openConsole(page)
  const wizard = wizardOf(page)
  const { scimUrl, token } = await wizard.takeCredentials()
  await sendAsEntra(scimUrl, token)
  await wizard.open(5)
  await wizard.runSimulator('Okta, own application')
  await page.getByRole('button', { name: /Remove/ }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Remove/ })
    .click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.getByRole('link', { name: 'Learners' }).click()
  await expect(page.getByRole('row', { name: /Ada Byron/ })).toBeVisible()
  await expect(page.getByRole('row', { name: /simulated/i })).toHaveCount(0)
})

test('the live list holds still while an exchange is read, and says how many are new', async ({ page }) => {
  await openConsole(page)
  const wizard = wizardOf(page)
  const { scimUrl, token } = await wizard.takeCredentials()
  await sendAsEntra(scimUrl, token)
  await page.getByRole('link', { name: 'Activity' }).click()
  await page.getByText('Entra ID created Ada Byron').first().click()
  await expect(page.getByRole('heading', { name: 'Entra ID created Ada Byron' })).toBeVisible()
  const scim = createScimClient(scimUrl, token)
  for (let index = 0; index < 12; index += 1) await scim.get('/Users?startIndex=1&count=2')
  await expect(page.getByRole('button', { name: /12 new/ })).toBeVisible()
  await page.getByRole('button', { name: /12 new/ }).click()
  await expect(page.getByText('A client tested the connection').first()).toBeVisible()
})
