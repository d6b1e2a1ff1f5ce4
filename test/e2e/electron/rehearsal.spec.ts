import { test } from '@playwright/test'
import { closeWindow, openWindow } from '../../support/openWindow.ts'
import { rehearse } from '../rehearse.ts'

for (const [provider, profile] of [
  ['Okta, own application', 'Okta, own application'],
  ['Microsoft Entra ID', 'Entra ID'],
] as const) {
  test(`all five steps are rehearsed as ${profile}, in the window`, async () => {
    test.setTimeout(90_000)
    const window = await openWindow()
    await rehearse(window.page, { provider, profile })
    await closeWindow(window)
  })
}
