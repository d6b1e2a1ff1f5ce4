import { cleanup, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import type { TokenInfo } from '#contract/connection.ts'
import { TokenBanner } from '../../../renderer/frame/TokenBanner.tsx'
import { openPage } from '../openPage.tsx'
import { aSetupState, aToken } from '../setup/aSetupState.ts'
import { fakeService } from '../setup/fakeService.ts'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const hourMs = 60 * 60_000
const inHours = (hours: number) => new Date(Date.now() + hours * hourMs + 60_000).toISOString()

async function openBanner(tokens: readonly TokenInfo[]) {
  const { calls } = fakeService({ 'GET /connections/default/setup': () => aSetupState({ tokens: [...tokens] }) })
  openPage(<TokenBanner connection="default" />, { route: '*', at: '/default/activity' })
  await waitFor(() => expect(calls).toHaveLength(1))
  await new Promise((resolve) => setTimeout(resolve))
}

it.each([
  ['14 days ahead', 13.9 * 24, 'The token …3f9a ends in 13 days'],
  ['3 days ahead', 2.5 * 24, 'The token …3f9a ends in 2 days'],
  ['on the last day', 5, 'The token …3f9a ends in 5 hours'],
])('warns %s, with the way to a new token', async (_when, hours, words) => {
  await openBanner([aToken({ expiresAt: inHours(hours) })])
  expect(await screen.findByText(words)).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Make a new one in step 1' }).getAttribute('href')).toBe('/default/setup/credentials')
})

it('says when the token has ended and no other one is there', async () => {
  await openBanner([aToken({ expiresAt: inHours(-30), status: 'expired' })])
  expect(await screen.findByText('The token …3f9a has ended')).toBeTruthy()
  expect(screen.getByText(/Every request of the provider is refused/)).toBeTruthy()
})

it('says so also before the service has told that it ended', async () => {
  await openBanner([aToken({ expiresAt: inHours(-1), status: 'active' })])
  expect(await screen.findByText('The token …3f9a has ended')).toBeTruthy()
})

it.each([
  ['without an end', [aToken()]],
  ['whose end is far', [aToken({ expiresAt: inHours(15 * 24) })]],
  ['that another has replaced', [aToken({ id: 2, lastFour: 'new1' }), aToken({ status: 'ending', expiresAt: inHours(5) })]],
  ['of the simulator', [aToken({ kind: 'simulator', expiresAt: inHours(1) })]],
  ['that was revoked', [aToken({ status: 'revoked', revokedAt: inHours(-1), expiresAt: inHours(1) })]],
  ['that ended beside one that is in use', [aToken({ id: 2 }), aToken({ status: 'expired', expiresAt: inHours(-1) })]],
])('says nothing of a token %s', async (_which, tokens) => {
  await openBanner(tokens)
  expect(screen.queryByRole('region', { name: 'End of the token' })).toBeNull()
})
