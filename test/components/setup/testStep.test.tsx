import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { aConnection, anExchangeSummary, aProof, aSetupState } from './aSetupState.ts'
import { openWizard } from './openWizard.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const connection = aConnection({ provider: 'okta-own' })

it('shows each action as waiting, rehearsed or verified, linked to the request that proved it', async () => {
  const state = aSetupState({
    connection,
    created: aProof({ state: 'verified', exchange: anExchangeSummary({ id: 3 }) }),
    updated: aProof({ state: 'rehearsed', exchange: anExchangeSummary({ id: 4, simulation: 'run' }) }),
  })
  await openWizard({ state, path: '/test' })
  const rows = within(screen.getByRole('region', { name: 'What Okta has done' })).getAllByRole('listitem')
  expect(rows.map((row) => within(row).getByRole('heading').textContent)).toEqual([
    'Okta created a learner',
    'The simulator changed a learner',
    'Okta has not archived a learner yet',
  ])
  expect(rows.map((row) => within(row).queryByText(/^(Waiting|Seen|Rehearsed|Verified)$/)?.textContent)).toEqual([
    'Verified',
    'Rehearsed',
    'Waiting',
  ])
  expect(
    within(screen.getByRole('region', { name: 'What Okta has done' }))
      .getAllByRole('link')
      .map((link) => link.getAttribute('href')),
  ).toEqual(['/default/activity/3', '/default/activity/4'])
})

it('runs the simulator as the chosen provider and shows how far it is', async () => {
  const simulation = { run: 'r', profile: 'okta-aiw', state: 'running', sent: 3, total: 12, message: null }
  const { user, calls } = await openWizard({
    state: aSetupState({ connection }),
    path: '/test',
    replies: { 'POST /connections/default/simulations': () => ({ result: 'started', simulation }) },
  })
  await user.click(await screen.findByRole('button', { name: 'Run the simulator' }))
  expect(await screen.findByRole('progressbar', { name: 'Simulator: 3 of 12 requests sent' })).toBeDefined()
  expect(calls).toContainEqual({ method: 'POST', path: '/connections/default/simulations', body: { profile: 'okta-aiw' } })
})

it('removes simulated data only after naming how much it is', async () => {
  const { user, calls } = await openWizard({
    state: aSetupState({ connection }),
    path: '/test',
    replies: {
      'GET /connections/default/simulations': () => ({ simulation: null, hasData: true }),
      'GET /connections/default/exchanges': () => ({ exchanges: [], hasMore: true, total: 12 }),
      'GET /connections/default/groups': () => [],
      'GET /connections/default/learners': () => ({ counts: { active: 0, archived: 0, deleted: 0 }, total: 0, learners: [] }),
      'DELETE /connections/default/simulations': () => ({ learners: 0, groups: 0, exchanges: 12 }),
    },
  })
  await user.click(await screen.findByRole('button', { name: 'Remove simulated data…' }))
  const dialog = await screen.findByRole('dialog', { name: 'Remove the simulated data' })
  expect(await within(dialog).findByText(/^12 requests, 0 learners, 0 groups/)).toBeDefined()
  expect(calls.some(({ method }) => method === 'DELETE')).toBe(false)
  await user.click(within(dialog).getByRole('button', { name: 'Remove it' }))
  expect(calls).toContainEqual({ method: 'DELETE', path: '/connections/default/simulations', body: undefined })
})
