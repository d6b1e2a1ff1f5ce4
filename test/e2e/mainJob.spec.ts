import { test } from '@playwright/test'
import { openConsole } from '../support/openConsole.ts'
import { doMainJob } from './mainJob.ts'

test('from an empty folder to five green steps, in a browser', async ({ page }) => {
  test.setTimeout(90_000)
  await openConsole(page)
  await doMainJob(page)
})
