import { expect, it } from 'vitest'
import { findGuide, guides } from '#contract/guides/findGuide.ts'
import { toDuration, toPatience } from '../../../renderer/features/setup/evidence/patience.ts'

it.each([
  ['okta-own', 30, 'A request can be expected within 15 seconds of a change.'],
  [
    'entra',
    30,
    '*Provision on demand* sends within 30 seconds. Without it, a request can be expected within 40 minutes of a change.',
  ],
  ['google', 6 * 3600, 'How soon a request comes is not said exactly: its absence is explained here after 6 hours.'],
  [
    'cyberark',
    60,
    'Press *Start Sync*. How soon a request comes is not said exactly: its absence is explained here after a minute.',
  ],
] as const)('waits for an action of %s at its rhythm', (provider, seconds, words) => {
  expect(toPatience(findGuide(provider), 'action')).toEqual({ seconds, words })
})

it('waits for the press of a test button half a minute, and without one at the rhythm', () => {
  expect(toPatience(findGuide('entra'), 'test').seconds).toBe(30)
  expect(toPatience(findGuide('google'), 'test').seconds).toBe(6 * 3600)
})

it('never calls silence what nobody could have answered yet', () => {
  for (const guide of guides) {
    expect(toPatience(guide, 'test').seconds).toBeGreaterThanOrEqual(30)
    expect(toPatience(guide, 'action').seconds).toBeGreaterThanOrEqual(30)
  }
})

it.each([
  [30, '30 seconds'],
  [60, 'a minute'],
  [300, '5 minutes'],
  [3600, 'an hour'],
  [21600, '6 hours'],
])('tells %d seconds as %s', (seconds, words) => {
  expect(toDuration(seconds)).toBe(words)
})
