// An acknowledged write survives kill -9, with its exchange; the long form is `npm run crash`
import { expect, it } from 'vitest'
import { runCrashes } from '../crash/runCrashes.ts'

it('loses no acknowledged create, PATCH or DELETE and no row of one, when it is killed in the middle of a load', async () => {
  const report = await runCrashes({ rounds: 3, seed: 7 })
  expect(report.losses).toEqual([])
  expect(report.acknowledged).toBeGreaterThan(50)
  expect(report.unanswered).toBeGreaterThan(0)
}, 60_000)
