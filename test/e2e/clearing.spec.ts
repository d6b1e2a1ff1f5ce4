import { expect, test } from '@playwright/test'
import { aUser } from '../support/aUser.ts'
import { checkAccessibility } from '../support/checkAccessibility.ts'
import { openConsole } from '../support/openConsole.ts'
import { wizardOf } from '../support/pages/wizard.ts'
import { createScimClient } from '../support/scimClient.ts'

test('two of fifty requests are pinned, the list is cleared, and the clearing undone', async ({ page }) => {
  await openConsole(page)
  const wizard = wizardOf(page)
  await wizard.open(1)
  const { scimUrl, token } = await wizard.takeCredentials()
  const scim = createScimClient(scimUrl, token)
  for (let number = 1; number <= 50; number += 1) await scim.post('/Users', aUser({ userName: `learner.${number}@example.com` }))

  await page.getByRole('link', { name: 'Activity' }).click()
  const rows = page.getByRole('option')
  await expect(page.getByText('50 requests', { exact: true })).toBeVisible()
  await rows.nth(1).click()
  const marks = page.getByRole('region', { name: 'Your marks' })
  await marks.getByRole('button', { name: 'Pin' }).click()
  await marks.getByRole('button', { name: 'Amber' }).click()
  await marks.getByRole('button', { name: 'Add a note' }).click()
  await marks.getByRole('textbox', { name: 'Note' }).fill('Ask why it has no department')
  await marks.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Older request' }).click()
  await expect(marks.getByRole('button', { name: 'Pinned' })).toBeHidden()
  await page.keyboard.press('m')
  await expect(marks.getByRole('button', { name: 'Pinned' })).toBeVisible()
  await checkAccessibility(page)
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'More' }).click()
  await expect(page.getByText('2 pinned stay.')).toBeVisible()
  await page.getByRole('menuitem', { name: 'Clear all 48 requests' }).click()
  await expect(page.getByText('Cleared 48 requests. 2 pinned stay.')).toBeVisible()
  await expect(rows).toHaveCount(2)
  await expect(rows.first()).toContainText('Ask why it has no department')
  await expect(page.getByText('2 requests', { exact: true })).toBeVisible()

  await checkAccessibility(page)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('50 requests', { exact: true })).toBeVisible()
  await page.reload()
  await expect(page.getByText('50 requests', { exact: true })).toBeVisible()
  await expect(rows.nth(1)).toContainText('Ask why it has no department')
})
