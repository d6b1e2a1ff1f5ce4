import { expect, test } from '@playwright/test'
import { openConsole } from '../support/openConsole.ts'
import { chooseFrom, wizardOf } from '../support/pages/wizard.ts'
import { rehearse } from './rehearse.ts'

for (const [name, provider] of [
  ['Okta, own application', 'Okta, own application'],
  ['Okta, catalog application', 'Okta, catalog application'],
  ['Entra ID', 'Microsoft Entra ID'],
  ['Entra ID with the flag aadOptscim062020', 'Microsoft Entra ID'],
  ['OneLogin', 'OneLogin'],
  ['JumpCloud', 'JumpCloud'],
  ['authentik', 'authentik'],
  ['Keycloak', 'Keycloak'],
  ['Any client that keeps to the standard', 'Another provider'],
] as const) {
  test(`the simulator rehearses all five steps as ${name}`, async ({ page }) => {
    await openConsole(page)
    await rehearse(page, { provider, profile: name })
  })
}

test('a run of many people is watched and cancelled by the keyboard alone', async ({ page }) => {
  await openConsole(page)
  const wizard = wizardOf(page)
  await wizard.open(5)
  await page.getByRole('spinbutton', { name: 'People' }).focus()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('500')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('progressbar', { name: /^Simulator: [1-9]\d* of 1,\d\d\d requests sent$/ })).toBeVisible()
  const cancel = page.getByRole('button', { name: 'Cancel the run' })
  await cancel.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').getByText(/^Cancelled after \d+ requests? sent as/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Run the simulator' })).toBeFocused()
})

for (const [mistake, title, place] of [
  ['Wrong token', 'The token is not known here', 'step 3'],
  ['The word Bearer twice', 'The word Bearer stands twice', 'step 3'],
  ['Wrong path', 'The base URL ends too late', 'step 3'],
  ['Duplicate', 'userName is taken by another learner', 'step 5'],
  ['Missing surname', 'A learner arrives without a surname', 'step 5'],
  ['Empty e-mail address', 'A learner arrives with an empty e-mail address', 'step 5'],
  ['Too many requests', 'Too many requests at once', 'step 5'],
] as const) {
  test(`the mistake "${mistake}" is explained in ${place} and in the error log`, async ({ page }) => {
    await openConsole(page)
    const wizard = wizardOf(page)
    await wizard.open(5)
    await chooseFrom(page, 'Mistake on purpose', mistake)
    await page.getByRole('button', { name: 'Run the simulator' }).click()
    await expect(page.getByText(`The mistake came about: ${mistake}.`)).toBeVisible({ timeout: 20_000 })
    if (place === 'step 3') await page.getByRole('link', { name: 'what step 3 says' }).click()
    const evidence = page.getByRole('region', { name: /^What .* has done$/ })
    await expect(evidence.getByText(title, { exact: true })).toBeVisible()
    await expect(evidence.getByText(/^You, in Okta|^Nobody/)).toBeVisible()
    await page.getByRole('link', { name: /^Errors/ }).click()
    await expect(page.getByRole('listitem', { name: title }).getByText('simulated', { exact: true })).toBeVisible()
  })
}
