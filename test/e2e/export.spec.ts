import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { checkAccessibility } from '../support/checkAccessibility.ts'
import { Har } from '../support/harSchema.ts'
import { openConsole } from '../support/openConsole.ts'
import { wizardOf } from '../support/pages/wizard.ts'
import { sendAsEntra } from '../support/providerTraffic.ts'

test('what the list shows is downloaded, without a person in it unless asked', async ({ page }) => {
  const service = await openConsole(page)
  const { scimUrl, token } = await wizardOf(page).takeCredentials()
  await sendAsEntra(scimUrl, token)
  await page.goto(`${new URL(service.ready.consoleUrl).origin}/default/activity?show=writes`)

  const download = async () => {
    const arrived = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Download' }).click()
    const file = await arrived
    await expect(page.getByRole('dialog')).toBeHidden()
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') }
  }
  await page.getByRole('button', { name: 'Export' }).click()
  await expect(page.getByText('3 requests match the filter')).toBeVisible()
  await checkAccessibility(page)
  const har = await download()
  expect(har.name).toMatch(/^rollcall-default-.*\.har$/)
  const { entries } = Har.parse(JSON.parse(har.text)).log
  expect(entries.map(({ _action }) => _action)).toEqual(['created', 'updated', 'archived'])
  expect(har.text).not.toMatch(/ada|byron/i)

  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('radio', { name: /^CSV/ }).check()
  await page.getByRole('switch', { name: 'With persons’ data' }).check()
  await expect(page.getByRole('alert')).toBeVisible()
  await checkAccessibility(page)
  expect((await download()).text).toContain('Entra ID created Ada Byron')
})
