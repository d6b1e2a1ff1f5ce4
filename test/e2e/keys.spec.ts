import { expect, type Page, test } from '@playwright/test'
import { checkAccessibility } from '../support/checkAccessibility.ts'
import { openConsole } from '../support/openConsole.ts'

const palette = (page: Page) => page.getByRole('dialog', { name: 'Commands' })

async function open(page: Page) {
  await openConsole(page)
  await expect(page.getByRole('button', { name: 'Commands', exact: true })).toBeVisible()
}

async function choose(page: Page, typed: string) {
  await page.keyboard.press('Control+k')
  await expect(palette(page)).toBeVisible()
  await page.keyboard.type(typed)
  await page.keyboard.press('Enter')
  await expect(palette(page)).toBeHidden()
}

test('every screen is reached, and the theme chosen, without the mouse', async ({ page }) => {
  await open(page)
  await choose(page, 'step 4')
  await expect(page.getByRole('tab', { selected: true })).toHaveAccessibleName(/Provisioning/)
  for (const [typed, path] of [
    ['activity', '/default/activity'],
    ['failed', '/default/activity?show=failures'],
    ['errors', '/default/errors'],
    ['groups', '/default/learners?tab=groups'],
    ['settings', '/default/settings'],
    ['guide', '/default/setup/guide'],
    ['manage', '/default/connections'],
  ] as const) {
    await choose(page, typed)
    await expect(page).toHaveURL((url) => url.pathname + url.search === path)
  }
  await choose(page, 'theme: dark')
  await expect(page.locator('html')).toHaveAttribute('data-color-scheme', 'dark')
})

test('what is chosen in the palette takes the focus with it, and both lists are fit for everybody', async ({ page }) => {
  await open(page)
  await choose(page, 'activity')
  await expect(page.getByRole('searchbox', { name: 'Person, text or path' })).toBeVisible()
  await page.keyboard.press('Control+k')
  await expect(palette(page).getByRole('option', { name: /Export what is listed… , key E/ })).toBeVisible()
  await checkAccessibility(page)
  await page.keyboard.press('Escape')
  await choose(page, 'find')
  await expect(page.getByRole('searchbox', { name: 'Person, text or path' })).toBeFocused()
  await page.keyboard.press('Tab')

  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await checkAccessibility(page)
})

test('single keys stay switched off after a reload', async ({ page }) => {
  await open(page)
  await choose(page, 'activity')
  await page.keyboard.press('p')
  await expect(page.getByRole('button', { name: 'Paused' })).toBeVisible()
  await page.keyboard.press('?')
  await page.getByRole('switch', { name: 'Single keys' }).press('Space')
  await expect(page.getByRole('switch', { name: 'Single keys' })).not.toBeChecked()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible()
  await page.keyboard.press('p')
  await page.keyboard.press('e')
  await choose(page, 'settings')
  await expect(page.getByRole('switch', { name: 'Single keys' })).not.toBeChecked()
  await choose(page, 'activity')
  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible()
})
