import { expect, type Locator, type Page, test } from '@playwright/test'
import { aPatch, aUser } from '../support/aUser.ts'
import { checkAccessibility } from '../support/checkAccessibility.ts'
import { openConsole } from '../support/openConsole.ts'
import { wizardOf } from '../support/pages/wizard.ts'
import { createScimClient } from '../support/scimClient.ts'

/** Presses Tab until the control has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  await expect(control).toBeVisible()
  for (let presses = 0; presses < 90; presses += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`The focus does not come to ${String(control)}.`)
}

/** Nothing stands outside the window. */
async function expectNoOverflow(page: Page): Promise<void> {
  const { scroll, client } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    client: document.documentElement.clientWidth,
  }))
  expect(scroll, page.url()).toBeLessThanOrEqual(client)
}

/** As long as a name may be. */
async function nameLong(page: Page): Promise<void> {
  const name = 'Wolkenfels-Untertannenbach Beteiligungsgesellschaft, identity provider of the group'.slice(0, 80)
  // The session is open once the bar is there.
  await expect(page.getByRole('button', { name: /^Connection / })).toBeVisible()
  await page.evaluate(
    (body) =>
      fetch('/api/connections/default', { method: 'PATCH', headers: { 'Content-Type': 'application/json' }, body }).then(
        (reply) => reply.json(),
      ),
    JSON.stringify({ name }),
  )
  await expect(page.getByRole('button', { name: new RegExp(`^Connection ${name}`) })).toBeVisible()
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`all five steps are gone through by keyboard alone, 800 pixels wide, in the ${colorScheme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width: 800, height: 900 })
    await openConsole(page)
    await nameLong(page)
    const wizard = wizardOf(page)
    const step = page.getByRole('tabpanel')
    const goOn = async (number: number) => {
      await tabTo(page, page.getByRole('button', { name: 'Continue' }))
      await page.keyboard.press('Enter')
      await expect(page.getByRole('tab', { name: new RegExp(`^Step ${number} of 5`) })).toHaveAttribute('aria-selected', 'true')
      await expectNoOverflow(page)
    }
    await tabTo(page, page.getByRole('button', { name: 'Generate token' }))
    await page.keyboard.press('Enter')
    await tabTo(page, page.getByRole('button', { name: 'I have stored it' }))
    await page.keyboard.press('Enter')
    await wizard.expectSteps(['Done'])

    await goOn(2)
    await tabTo(page, page.getByRole('radio', { name: 'Okta, own application' }))
    await page.keyboard.press('Space')
    const entra = page.getByRole('radio', { name: /^Microsoft Entra ID/ }).first()
    for (let presses = 0; presses < 13 && !(await entra.isChecked()); presses += 1) await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('heading', { name: 'In Entra ID' })).toBeVisible()
    await tabTo(page, step.getByRole('checkbox'))
    await page.keyboard.press('Space')
    await expect(page.getByText('You said that the connection exists')).toBeVisible()
    // The tick keeps the focus while it is saved.
    await expect(step.getByRole('checkbox')).toBeFocused()

    await goOn(3)
    await goOn(4)
    await tabTo(page, step.getByRole('checkbox').first())
    await page.keyboard.press('Space')
    await goOn(5)
    await tabTo(page, page.getByRole('button', { name: 'Run the simulator' }))
    await page.keyboard.press('Enter')
    await wizard.expectSteps(['Done', ...Array(4).fill('Rehearsed')])
    await expectNoOverflow(page)
    await checkAccessibility(page)
  })
}

test.describe('somebody who reads from right to left', () => {
  test.use({ locale: 'ar-EG', timezoneId: 'Asia/Riyadh' })

  test('sees every screen whole, with names that keep their direction and disturb nobody else’s', async ({ page }) => {
    test.setTimeout(120_000)
    // As a page in Arabic would be laid out.
    await page.addInitScript(() => {
      document.addEventListener('DOMContentLoaded', () => {
        document.documentElement.dir = 'rtl'
      })
    })
    await page.setViewportSize({ width: 800, height: 900 })
    const { ready } = await openConsole(page)
    const { origin } = new URL(ready.consoleUrl)
    await nameLong(page)
    const wizard = wizardOf(page)
    const { scimUrl, token } = await wizard.takeCredentials()
    await wizard.open(2)
    await wizard.chooseProvider('Microsoft Entra ID')
    const scim = createScimClient(scimUrl, token)
    const name = { givenName: 'ليلى', familyName: 'عبد الرحمن المنصوري' }
    const maya = await scim.post(
      '/Users',
      aUser({ userName: 'layla@example.com', displayName: 'ليلى عبد الرحمن المنصوري', name, title: 'مهندسة' }),
    )
    await scim.patch(`/Users/${maya.id}`, aPatch({ op: 'replace', path: 'title', value: 'مديرة (فريق B)' }))
    // Turns round all that follows, where it is not kept apart.
    await scim.post('/Users', aUser({ userName: 'odd@example.com', displayName: '\u202eegnahc' }))
    await scim.patch(`/Users/${maya.id}`, aPatch({ op: 'replace', path: 'active', value: false }))
    for (const path of [
      'setup/credentials',
      'setup/connection',
      'setup/endpoint',
      'setup/provisioning',
      'setup/test',
      'setup/guide',
      'activity',
      'activity/1',
      'errors',
      'learners',
      `learners/${maya.id}`,
      'connections',
      'settings',
    ]) {
      await page.goto(`${origin}/default/${path}`)
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
      await expectNoOverflow(page)
      expect(await page.evaluate(() => getComputedStyle(document.body).direction)).toBe('rtl')
    }
    await page.goto(`${origin}/default/activity`)
    const row = page.getByText(/created ليلى عبد الرحمن المنصوري/).first()
    await expect(row).toBeVisible()
    expect(await row.evaluate((element) => getComputedStyle(element).unicodeBidi)).toMatch(/isolate|plaintext/)
    await checkAccessibility(page)
  })
})
