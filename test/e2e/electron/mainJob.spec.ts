import { test } from '@playwright/test'
import { closeWindow, openWindow } from '../../support/openWindow.ts'
import { doMainJob } from '../mainJob.ts'

test('from an empty folder to five green steps, in the window', async () => {
  test.setTimeout(90_000)
  const window = await openWindow()
  await doMainJob(window.page)
  await closeWindow(window)
})
