import { expect, type Page } from '@playwright/test'
import { wizardOf } from '../support/pages/wizard.ts'
import { sendAsEntra, sendAsOkta, sendWithDoubledBearer } from '../support/providerTraffic.ts'

/** From an empty folder to five green steps, and a wrong token explained: the same in a browser and in the window. */
export async function doMainJob(page: Page): Promise<void> {
  const wizard = wizardOf(page)
  await expect(page.getByRole('heading', { name: 'Setup', level: 1 })).toBeVisible()
  await wizard.expectSteps(['To do', 'To do', 'Waiting', 'To do', 'Waiting'])

  await wizard.open(2)
  await wizard.chooseProvider('Microsoft Entra ID')
  await wizard.open(5)
  await wizard.runSimulator('Okta, own application')
  await wizard.runSimulator('Entra ID')
  await wizard.expectSteps(['Rehearsed', 'Rehearsed', 'Rehearsed', 'Rehearsed', 'Rehearsed'])

  await wizard.open(1)
  const { scimUrl, token } = await wizard.takeCredentials()
  await wizard.expectSteps(['Done', 'Rehearsed', 'Rehearsed', 'Rehearsed', 'Rehearsed'])
  await wizard.open(5)
  await sendAsEntra(scimUrl, token)
  await wizard.expectSteps(['Done', 'Proven', 'Proven', 'Proven', 'Proven'])
  await sendAsOkta(scimUrl, token)
  await expect(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /Setup/ })).toContainText('5/5')

  await page.getByRole('link', { name: 'Learners' }).click()
  await expect(page.getByRole('row', { name: /Ivan Novak.*Archived/ })).toBeVisible()
  await expect(page.getByRole('row', { name: /Ada Byron.*Archived/ })).toBeVisible()

  await page.getByRole('link', { name: 'Activity' }).click()
  await sendWithDoubledBearer(scimUrl)
  await page.getByText('Okta was refused: the word Bearer stands twice').first().click()
  await expect(page.getByRole('heading', { name: 'The word Bearer stands twice', exact: true })).toBeVisible()
  await page.getByRole('link', { name: /^Errors/ }).click()
  await expect(page.getByRole('heading', { name: 'The word Bearer stands twice', exact: true })).toBeVisible()
}
