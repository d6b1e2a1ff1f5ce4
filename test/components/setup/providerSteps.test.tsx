import { act, cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { ProviderChoice } from '#contract/provider.ts'
import { aConnection, anExchangeSummary, anExplanation, aProof, aSetupState, aToken } from './aSetupState.ts'
import { openWizard } from './openWizard.tsx'

afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const of = (provider: ProviderChoice, changed: Parameters<typeof aSetupState>[0] = {}) =>
  aSetupState({ connection: aConnection({ provider }), tokens: [aToken()], tokenStored: true, ...changed })

it('saves the provider that is chosen', async () => {
  const { user, calls } = await openWizard({ state: aSetupState(), path: '/connection' })
  await user.click(screen.getByRole('radio', { name: /Microsoft Entra ID/ }))
  expect(calls).toContainEqual({ method: 'PATCH', path: '/connections/default', body: { provider: 'entra' } })
})

it('shows the menu path of the provider and takes the tick', async () => {
  const { user, calls } = await openWizard({ state: of('entra'), path: '/connection' })
  expect(screen.getByText('Entra ID › Enterprise apps')).toBeDefined()
  await user.click(screen.getByRole('checkbox', { name: /enterprise application exists/ }))
  expect(calls).toContainEqual({ method: 'PATCH', path: '/connections/default/setup', body: { connectionTicked: true } })
})

describe('the fields of step 3 stand in the words and order of the provider', () => {
  it.each([
    [
      'okta-own',
      [
        'SCIM connector base URL',
        'Unique identifier field for users',
        'Supported provisioning actions',
        'Authentication Mode',
        'Authorization',
      ],
      '••••••••3f9a',
    ],
    ['okta-catalog', ['Base URL', 'API Token'], 'Bearer ••••••••3f9a'],
    ['entra', ['Select authentication method', 'Tenant URL', 'Secret Token'], '••••••••3f9a'],
  ] as const)('%s', async (provider, labels, token) => {
    await openWizard({ state: of(provider), path: '/endpoint' })
    const form = screen.getByRole('region', { name: /^Paste these into/ })
    expect(
      within(form)
        .getAllByText((_, element) => element?.tagName === 'EM')
        .map((label) => label.textContent),
    ).toEqual(labels)
    expect(within(form).getByText(token)).toBeDefined()
  })
})

it('explains a refused connection test with what to click and the request itself', async () => {
  const exchange = anExchangeSummary({ id: 42, status: 401, action: 'tested', sentence: 'Okta was refused' })
  const state = of('okta-own', { connectionTest: aProof({ problem: { exchange, explanation: anExplanation() } }) })
  await openWizard({ state, path: '/endpoint' })
  const evidence = screen.getByRole('region', { name: 'What Okta has done' })
  expect(within(evidence).getByRole('heading', { name: 'The word Bearer stands twice' })).toBeDefined()
  expect(within(evidence).getByText('You, in Okta')).toBeDefined()
  expect(within(evidence).getByText('Authorization').tagName).toBe('EM')
  expect(
    within(evidence)
      .getByRole('link', { name: /Show the request/ })
      .getAttribute('href'),
  ).toBe('/default/activity/42')
})

it('waits for something named, and after half a minute says what stands in the way', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  const answer = {
    id: 'url',
    question: 'Is the URL right?',
    verdict: 'bad',
    finding: 'A cloud cannot reach it.',
    fix: 'Start a tunnel.',
    exchangeIds: [],
  }
  const replies = { 'GET /connections/default/diagnosis': () => ({ answers: [answer], text: '' }) }
  await openWizard({ state: of('okta-own'), path: '/endpoint', replies })
  const evidence = screen.getByRole('region', { name: 'What Okta has done' })
  expect(within(evidence).getByText('Waiting for Okta’s connection test')).toBeDefined()
  expect(within(evidence).queryByText('Start a tunnel.')).toBeNull()
  act(() => {
    vi.advanceTimersByTime(30_000)
  })
  expect(await within(evidence).findByText('Start a tunnel.')).toBeDefined()
})

it('links the proof of the connection to its request', async () => {
  const exchange = anExchangeSummary({ id: 9, action: 'tested', sentence: 'Okta tested the connection' })
  await openWizard({ state: of('okta-own', { connectionTest: aProof({ state: 'verified', exchange }) }), path: '/endpoint' })
  expect(screen.getByRole('heading', { name: 'Okta reached this endpoint with the right token' })).toBeDefined()
  expect(screen.getByRole('link', { name: 'Show the request: Okta tested the connection' }).getAttribute('href')).toBe(
    '/default/activity/9',
  )
})

it('turns a switch here', async () => {
  const { user, calls } = await openWizard({ state: of('okta-own'), path: '/provisioning' })
  await user.click(screen.getByRole('switch', { name: /^Archive learners/ }))
  expect(calls).toContainEqual({ method: 'PATCH', path: '/connections/default', body: { switches: { deactivate: false } } })
})

it('names a required attribute that never arrives beside the examples of those that do', async () => {
  const mapping = { source: null, required: true, example: null, exchangeId: null } as const
  const mappings = [
    { ...mapping, attribute: 'userName', state: 'seen', example: 'maya@example.com', exchangeId: 7 },
    { ...mapping, attribute: 'emails[type eq "work"].value', state: 'missing' },
  ] as const
  await openWizard({ state: of('okta-own', { mappings: [...mappings], unmapped: ['password'] }), path: '/provisioning' })
  expect(screen.getByRole('heading', { name: '1 required attribute never arrived' })).toBeDefined()
  expect(screen.getByText(/^emails\[type eq "work"\]\.value: add it to the mappings in Okta/)).toBeDefined()
  const example = screen.getByRole('link', { name: 'userName arrived as maya@example.com: show the request' })
  expect(example.getAttribute('href')).toBe('/default/activity/7')
  expect(screen.getByRole('heading', { name: '1 attribute arrives and is not kept' })).toBeDefined()
})
