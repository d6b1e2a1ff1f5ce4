import { expect, type Page } from '@playwright/test'
import { wizardOf } from '../support/pages/wizard.ts'

/** Goes through all five steps from one to the next, as somebody without a tenant does: the same in a browser and in the window. */
export async function rehearse(page: Page, { provider, profile }: { provider: string; profile: string }): Promise<void> {
  const wizard = wizardOf(page)
  const step = page.getByRole('tabpanel')
  await wizard.open(1)
  const { scimUrl, token } = await wizard.takeCredentials()
  await wizard.goOn(2)
  await wizard.chooseProvider(provider)
  await step.getByRole('checkbox').check()
  await wizard.goOn(3)
  await expect(step.locator('code').filter({ hasText: scimUrl })).toBeVisible()
  await expect(step.getByText(`••••${token.slice(-4)}`).first()).toBeVisible()
  await wizard.goOn(4)
  await step.getByRole('checkbox').first().check()
  await wizard.expectSteps(['Done', 'Not confirmed', 'Waiting', 'Not confirmed', 'Waiting'])
  await wizard.goOn(5)
  await wizard.runSimulator(profile)
  await wizard.expectSteps(['Done', ...Array(4).fill('Rehearsed')])
  for (const done of ['created', 'changed', 'archived']) {
    await expect(page.getByRole('heading', { name: `The simulator ${done} a learner` })).toBeVisible()
  }
  // Rehearsed is not proven: of the five steps only the first counts as done.
  await expect(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /Setup/ })).toContainText('1/5')
  await page.getByRole('link', { name: 'Watch the activity' }).click()
  await expect(page.getByText('simulated', { exact: true }).first()).toBeVisible()
}
