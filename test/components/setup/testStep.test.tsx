import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import type { SimulationRun } from '#contract/setup.ts'
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

const aRun = (stated: Partial<SimulationRun> = {}): SimulationRun => ({
  run: 'r',
  profile: 'okta-aiw',
  mistake: null,
  state: 'running',
  sent: 3,
  total: 1200,
  doing: 'creating Maya Lindqvist',
  message: null,
  ...stated,
})

/** The wizard's last step, where a run is under way or has ended. */
const openWithRun = (simulation: SimulationRun | null, replies: Parameters<typeof openWizard>[0]['replies'] = {}) =>
  openWizard({
    state: aSetupState({ connection }),
    path: '/test',
    replies: { 'GET /connections/default/simulations': () => ({ simulation, hasData: false }), ...replies },
  })

it('runs the simulator as the chosen provider and shows how far it is', async () => {
  const { user, calls } = await openWithRun(null, {
    'POST /connections/default/simulations': () => ({ result: 'started', simulation: aRun() }),
  })
  await user.click(await screen.findByRole('button', { name: 'Run the simulator' }))
  expect(await screen.findByRole('progressbar', { name: 'Simulator: 3 of 1,200 requests sent' })).toBeDefined()
  expect(screen.getByText('Now creating Maya Lindqvist')).toBeDefined()
  const body = { profile: 'okta-aiw', users: 3, groups: 1, rate: 6, mistake: null }
  expect(calls).toContainEqual({ method: 'POST', path: '/connections/default/simulations', body })
})

it('orders another provider, a size, a rate and a mistake, and says before what the mistake does', async () => {
  const { user, calls } = await openWithRun(null, {
    'POST /connections/default/simulations': () => ({ result: 'started', simulation: aRun() }),
  })
  const choose = async (label: string, option: string) => {
    await user.click(screen.getByRole('combobox', { name: label }))
    await user.click(screen.getByRole('option', { name: option }))
  }
  const type = async (label: string, value: string) => {
    const field = screen.getByRole('spinbutton', { name: label })
    await user.clear(field)
    await user.type(field, value)
  }
  await choose('Acts as', 'Keycloak')
  await choose('Mistake on purpose', 'Duplicate')
  expect(screen.getByText(/^Somebody who is there already is created once more\./)).toBeDefined()
  await type('People', '5001')
  expect(screen.getByText('1 to 5,000')).toBeDefined()
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Run the simulator' }).disabled).toBe(true)
  await type('People', '900')
  await type('Groups', '0')
  await type('Requests a second', '10')
  expect(screen.getByText('Takes about 3 min.')).toBeDefined()
  await user.click(screen.getByRole('button', { name: 'Run the simulator' }))
  const body = { profile: 'keycloak', users: 900, groups: 0, rate: 10, mistake: 'duplicate' }
  expect(calls).toContainEqual({ method: 'POST', path: '/connections/default/simulations', body })
}, 15_000)

it('cancels a run, and starts no second one under way', async () => {
  const { user, calls } = await openWithRun(aRun(), {
    'POST /connections/default/simulations/cancel': () => ({ cancelled: true }),
  })
  await screen.findByRole('button', { name: 'Cancel the run' })
  await user.type(screen.getByRole('spinbutton', { name: 'People' }), '{Enter}')
  expect(calls.filter(({ method }) => method === 'POST')).toEqual([])
  await user.click(screen.getByRole('button', { name: 'Cancel the run' }))
  expect(calls).toContainEqual({ method: 'POST', path: '/connections/default/simulations/cancel', body: undefined })
})

it.each([
  [{ state: 'finished' }, /^3 requests sent as Okta, own application\. See them in the activity$/],
  [{ state: 'cancelled' }, /^Cancelled after 3 requests sent as Okta, own application\. What they made stays/],
  [
    { state: 'failed', message: 'It was refused.' },
    /^The run as Okta, own application failed after 3 requests\. It was refused\.$/,
  ],
  [{ state: 'finished', mistake: 'duplicate' }, /The mistake came about: Duplicate\. See what the error log says$/],
  [{ state: 'finished', mistake: 'wrong-path' }, /See what the error log says, or what step 3 says$/],
] as const)('speaks the end of a run: %j', async (stated, text) => {
  await openWithRun(aRun(stated))
  const status = await screen.findByText((_text, element) => element?.role === 'status' && text.test(element.textContent ?? ''))
  expect(status).toBeDefined()
})

it('removes simulated data only after naming how much it is', async () => {
  const { user, calls } = await openWizard({
    state: aSetupState({ connection }),
    path: '/test',
    replies: {
      'GET /connections/default/simulations': () => ({ simulation: null, hasData: true }),
      'GET /connections/default/exchanges': () => ({ exchanges: [], hasMore: true, total: 12 }),
      'GET /connections/default/groups': () => ({ counts: { all: 3, simulated: 0 }, total: 3, groups: [] }),
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
