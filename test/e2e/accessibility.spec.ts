import { expect, type Page, test } from '@playwright/test'
import { checkAccessibility } from '../support/checkAccessibility.ts'
import { openConsole } from '../support/openConsole.ts'
import { wizardOf } from '../support/pages/wizard.ts'
import { sendAsEntra, sendWithDoubledBearer } from '../support/providerTraffic.ts'

/** Every screen with something on it: a finished rehearsal, real requests, a refused one. */
async function fill(page: Page): Promise<{ origin: string }> {
  const service = await openConsole(page)
  const wizard = wizardOf(page)
  await wizard.open(2)
  await wizard.chooseProvider('Microsoft Entra ID')
  await wizard.open(5)
  await wizard.runSimulator('Entra ID')
  await wizard.open(1)
  const { scimUrl, token } = await wizard.takeCredentials()
  await sendAsEntra(scimUrl, token)
  await sendWithDoubledBearer(scimUrl)
  return { origin: new URL(service.ready.consoleUrl).origin }
}

for (const [width, height] of [
  [1440, 900],
  [800, 900],
  [320, 700],
] as const) {
  test(`axe finds nothing on any screen, light and dark, ${width} pixels wide`, async ({ page }) => {
    test.setTimeout(120_000)
    const { origin } = await fill(page)
    await page.setViewportSize({ width, height })
    for (const step of ['credentials', 'connection', 'endpoint', 'provisioning', 'test']) {
      await page.goto(`${origin}/default/setup/${step}`)
      await expect(page.getByRole('tab', { selected: true })).toBeVisible()
      await checkAccessibility(page)
      await expectNoSidewaysScroll(page)
    }
    await page.getByRole('button', { name: 'Troubleshoot' }).click()
    await expect(page.getByRole('heading', { name: 'Troubleshooting' })).toBeVisible()
    await checkAccessibility(page)

    for (const path of ['activity', 'errors', 'learners', 'settings']) {
      await page.goto(`${origin}/default/${path}`)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(
        page
          .getByRole('main')
          .getByText(/Ada Byron|Bearer stands twice|SCIM listener/)
          .first(),
      ).toBeVisible()
      await checkAccessibility(page)
      await expectNoSidewaysScroll(page)
    }
    await page.getByRole('button', { name: 'Show them all' }).click()
    await page.getByRole('button', { name: 'Build one by hand' }).click()
    await expect(page.getByRole('textbox', { name: /URN/ })).toBeVisible()
    await page.getByRole('combobox', { name: 'Type' }).press('Enter')
    await page.getByRole('option', { name: 'complex' }).click()
    await expect(page.getByRole('group', { name: 'Sub-attribute 1 of attribute 1' })).toBeVisible()
    await checkAccessibility(page)
    await expectNoSidewaysScroll(page)
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('button', { name: /Add the example/ }).click()
    await expect(page.getByRole('article', { name: 'SecurityJourneyUser' })).toBeVisible()
    await checkAccessibility(page)
    await page.getByRole('button', { name: /^Edit/ }).click()
    await expect(page.getByRole('form', { name: 'Edit SecurityJourneyUser' })).toBeVisible()
    await checkAccessibility(page)
    await expectNoSidewaysScroll(page)
    await page.goto(`${origin}/default/activity`)
    await page.getByText('Entra ID created Ada Byron').first().click()
    await expect(page.getByRole('heading', { name: 'Entra ID created Ada Byron' })).toBeVisible()
    await checkAccessibility(page)
    await page.goto(`${origin}/default/learners`)
    await page.getByText('Ada Byron').first().click()
    await expect(page.getByRole('heading', { name: /Ada Byron/ })).toBeVisible()
    await checkAccessibility(page)
  })
}

test('axe finds nothing on the screens of an empty folder, nor on the page without a session', async ({ page, browser }) => {
  const service = await openConsole(page)
  const { origin } = new URL(service.ready.consoleUrl)
  for (const path of ['setup/credentials', 'activity', 'errors', 'learners', 'settings']) {
    await page.goto(`${origin}/default/${path}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await checkAccessibility(page)
  }
  const stranger = await browser.newPage()
  await stranger.goto(origin)
  await expect(stranger.getByText('--link')).toBeVisible()
  await checkAccessibility(stranger)
  await stranger.close()
})

/** WCAG 1.4.10: content reflows, and only wide values scroll inside themselves. */
async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const beyond = await page.evaluate(() => {
    const tooWide = ({ scrollWidth, clientWidth }: Element) => scrollWidth - clientWidth
    // What a box cuts off is as far away as what it scrolls.
    const buttons = [...document.querySelectorAll('main button')].filter(
      (button) => button.getBoundingClientRect().right > innerWidth && !button.closest('[role=tablist], [role=listbox]'),
    )
    return [tooWide(document.documentElement), tooWide(document.querySelector('main') ?? document.body), buttons.length]
  })
  expect(beyond, page.url()).toEqual([0, 0, 0])
}
