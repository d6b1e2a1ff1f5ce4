import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { aConnection, anExchangeSummary, aSetupState, aToken } from './aSetupState.ts'
import { openWizard, renderWizard } from './openWizard.tsx'

// jsdom lays nothing out, so that there is nothing to scroll.
Element.prototype.scrollIntoView = () => {}

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

it('opens at the step where it was left', async () => {
  await openWizard({ state: aSetupState({ currentStep: 'endpoint' }) })
  expect(screen.getByRole('tab', { selected: true, name: /^Step 3 of 5/ })).toBeDefined()
})

it('names each step with its place, title and state', async () => {
  const connection = aConnection({ provider: 'okta-own' })
  const steps = {
    credentials: 'verified',
    connection: 'seen',
    endpoint: 'rehearsed',
    provisioning: 'waiting',
    test: 'waiting',
  } as const
  await openWizard({ state: aSetupState({ connection, steps }) })
  const names = [
    /^Step 1 of 5, Credentials\s*, Done$/,
    /^Step 2 of 5, Connection in Okta\s*, Not confirmed$/,
    /^Step 3 of 5, Credentials in Okta\s*, Rehearsed$/,
    /^Step 4 of 5, Provisioning\s*, To do$/,
    /^Step 5 of 5, Test\s*, Waiting$/,
  ]
  expect(screen.getAllByRole('tab')).toEqual(names.map((name) => screen.getByRole('tab', { name })))
})

it('remembers the step that is opened', async () => {
  const { calls, user, address } = await openWizard({ state: aSetupState() })
  await user.click(screen.getByRole('tab', { name: /Step 5 of 5/ }))
  expect(address()).toBe('/default/setup/test')
  expect(calls).toContainEqual({ method: 'PATCH', path: '/connections/default/setup', body: { currentStep: 'test' } })
})

it('offers a trial on the first screen, and shows it in step 5', async () => {
  const run = { run: 'r', profile: 'okta-aiw', mistake: null, state: 'running', sent: 0, total: 9, doing: null, message: null }
  const replies = { 'POST /connections/default/simulations': () => ({ result: 'started', simulation: run }) }
  const { calls, user, address } = await openWizard({ state: aSetupState(), replies })
  await user.click(screen.getByRole('button', { name: 'Try it' }))
  expect(calls).toContainEqual({
    method: 'POST',
    path: '/connections/default/simulations',
    body: { profile: 'okta-aiw', users: 3, groups: 1, rate: 6, mistake: null },
  })
  expect(await screen.findByRole('tab', { selected: true, name: /^Step 5 of 5/ })).toBeDefined()
  expect(address()).toBe('/default/setup/test')
})

it('offers no trial once something has arrived', async () => {
  const exchange = anExchangeSummary()
  await openWizard({ state: aSetupState({ lastArrival: { at: exchange.receivedAt, caller: 'okta', exchange } }) })
  expect(screen.queryByRole('button', { name: 'Try it' })).toBeNull()
})

it('says what blocks Continue, and stays', async () => {
  const { user } = await openWizard({ state: aSetupState() })
  const next = screen.getByRole('button', { name: 'Continue', description: 'Blocked until a token is generated.' })
  await user.click(next)
  expect(screen.getByRole('tab', { selected: true, name: /^Step 1 of 5/ })).toBeDefined()
})

it('lets a step be passed over and says what stays unproven', async () => {
  const state = aSetupState({ tokens: [aToken()], tokenStored: true })
  const { user, address } = await openWizard({ state, path: '/endpoint' })
  await user.click(screen.getByRole('button', { name: 'Continue', description: /stays unproven/ }))
  expect(address()).toBe('/default/setup/provisioning')
})

it('answers the five questions and gives them as text for support', async () => {
  const answer = { verdict: 'good', finding: 'All is well.', fix: null, exchangeIds: [] }
  const answers = [
    {
      ...answer,
      id: 'url',
      question: 'Is the URL right?',
      verdict: 'bad',
      finding: 'There is a space in it.',
      fix: 'Copy it again.',
    },
    { ...answer, id: 'token', question: 'Is the token right?', exchangeIds: [7] },
    { ...answer, id: 'scimEnabled', question: 'Is SCIM on?' },
    { ...answer, id: 'logs', question: 'What do the logs say?' },
    { ...answer, id: 'mappings', question: 'Are the mappings there?', verdict: 'unknown' },
  ]
  const replies = { 'GET /connections/default/diagnosis': () => ({ answers, text: 'Five answers' }) }
  const { user } = await openWizard({ state: aSetupState(), replies })
  await user.click(screen.getByRole('button', { name: 'Troubleshoot' }))
  const panel = await screen.findByRole('dialog', { name: 'Troubleshooting' })
  expect(await within(panel).findAllByRole('listitem')).toHaveLength(5)
  expect(within(panel).getByText('Copy it again.')).toBeDefined()
  expect(within(panel).getByRole('link', { name: 'Request 7' }).getAttribute('href')).toBe('/default/activity/7')
  await user.click(within(panel).getByRole('button', { name: 'Copy for support' }))
  expect(await navigator.clipboard.readText()).toBe('Five answers')
})

it('says why the setup cannot be read and tries again', async () => {
  const state = aSetupState()
  let isDown = true
  const failure = { error: 'failed', message: 'The database is busy.' }
  const { user } = renderWizard({
    state,
    replies: { 'GET /connections/default/setup': () => (isDown ? Response.json(failure, { status: 500 }) : state) },
  })
  expect((await screen.findByRole('alert')).textContent).toContain('The database is busy.')
  isDown = false
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByRole('heading', { name: 'Setup' })).toBeDefined()
})
