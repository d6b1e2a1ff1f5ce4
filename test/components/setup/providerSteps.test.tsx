import { act, cleanup, screen, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { ProviderChoice } from '#contract/provider.ts'
import { aConnection, aMapping, anExchangeSummary, anExplanation, aProof, aSetupState, aToken } from './aSetupState.ts'
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
    ['entra-agent', ['Tenant URL', 'Secret Token'], '••••••••3f9a'],
    ['onelogin', ['SCIM Base URL', 'SCIM JSON Template', 'SCIM Bearer Token'], '••••••••3f9a'],
    [
      'jumpcloud',
      [
        'SCIM version',
        'Base URL',
        'Token Key',
        'Test User Email',
        'Enable management of User Groups and Group Membership in this application',
      ],
      '••••••••3f9a',
    ],
    [
      'pingone',
      [
        'SCIM Base URL',
        'Users Resource',
        'Groups Resource',
        'SCIM Version',
        'Authentication Method',
        'OAuth Access Token',
        'Auth Type Header',
      ],
      '••••••••3f9a',
    ],
    ['google', ['Access token', 'Endpoint URL'], '••••••••3f9a'],
    ['cyberark', ['SCIM Service URL', 'Authorization type', 'Header Type', 'Bearer Token'], '••••••••3f9a'],
    [
      'keycloak',
      [
        'SCIM 2.0 endpoint',
        'Endpoint content type',
        'Auth mode',
        'Auth password/token',
        'Enable user propagation',
        'Enable group propagation',
        'Import action',
      ],
      '••••••••3f9a',
    ],
    [
      'authentik',
      ['URL', 'Verify SCIM server’s certificates', 'Authentication mode', 'Token', 'SCIM Compatibility Mode', 'Dry run'],
      '••••••••3f9a',
    ],
    [
      'rippling',
      [
        'SCIM Version',
        'SCIM Base URL',
        'SCIM Authorization Method',
        'Supports Groups',
        'Supports Pagination',
        'Use email address as user name',
        'Supported SCIM Attributes',
        'Bearer Token',
      ],
      '••••••••3f9a',
    ],
    ['other', ['SCIM base URL', 'SCIM version', 'Unique identifier', 'Authentication', 'Bearer token'], '••••••••3f9a'],
  ] as const)('%s', async (provider, labels, token) => {
    await openWizard({ state: of(provider), path: '/endpoint' })
    const form = screen.getByRole('region', { name: /^Paste these into/ })
    expect(
      within(form)
        .getAllByText((_, element) => element?.tagName === 'EM' && element.closest('.MuiTypography-caption') === null)
        .map((label) => label.textContent),
    ).toEqual(labels)
    expect(within(form).getByText(token)).toBeDefined()
  })
})

it('says what must exist first, and how sure that is', async () => {
  await openWizard({ state: of('google'), path: '/connection' })
  const needed = screen.getByRole('region', { name: 'What must exist first' })
  expect(within(needed).getByText('super administrator').tagName).toBe('EM')
  expect(within(needed).getAllByText('(second-hand)')).toHaveLength(1)
})

it.each([
  ['jumpcloud', 'A client with JumpCloud’s token has called', 'The token is what tells'],
  ['okta-own', 'A request came, not recognised as Okta', 'Okta names itself'],
  ['entra-agent', 'A request came, not recognised as Entra ID', 'Whether the agent sends it too is not known'],
] as const)('does not claim to have recognised %s in a request that names nobody', async (provider, title, why) => {
  const exchange = anExchangeSummary({ caller: 'unknown' })
  await openWizard({ state: of(provider, { recognised: aProof({ state: 'seen', exchange }) }), path: '/connection' })
  expect(screen.getByRole('heading', { name: title })).toBeDefined()
  expect(screen.getByText(why, { exact: false })).toBeDefined()
})

it('tells at the step itself what surprises people', async () => {
  await openWizard({ state: of('jumpcloud'), path: '/endpoint' })
  const traps = screen.getByRole('region', { name: 'What surprises people here' })
  expect(within(traps).getByText('Test User Email').tagName).toBe('EM')
  expect(within(traps).getByText(/a learner is left over/)).toBeDefined()
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

it('waits as long as the provider takes before it explains the silence', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  const answer = {
    id: 'url',
    question: 'Is the URL right?',
    verdict: 'bad',
    finding: 'It is not.',
    fix: 'Mend it.',
    exchangeIds: [],
  }
  const replies = { 'GET /connections/default/diagnosis': () => ({ answers: [answer], text: '' }) }
  await openWizard({ state: of('google'), path: '/test', replies })
  expect(screen.getByText(/its absence is explained here after 6 hours/)).toBeDefined()
  act(() => {
    vi.advanceTimersByTime(30_000)
  })
  expect(screen.queryByText('Mend it.')).toBeNull()
  act(() => {
    vi.advanceTimersByTime(6 * 3_600_000)
  })
  expect(await screen.findByText('Mend it.')).toBeDefined()
  expect(screen.getByRole('heading', { name: 'No request in the last 6 hours' })).toBeDefined()
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
  const mappings = [
    aMapping({ state: 'seen', example: 'maya@example.com', exchangeId: 7 }),
    aMapping({
      attribute: 'emails[type eq "work"].value',
      shortName: 'emails[type eq "work"].value',
      fix: 'In *Mappings* add it.',
    }),
  ]
  await openWizard({ state: of('okta-own', { mappings }), path: '/provisioning' })
  expect(screen.getByRole('heading', { name: '1 required attribute never arrived' })).toBeDefined()
  expect(screen.getByText(/^emails\[type eq "work"\]\.value: add it to the mappings in Okta/)).toBeDefined()
  const example = screen.getByRole('link', { name: 'userName arrived as maya@example.com: show the request' })
  expect(example.getAttribute('href')).toBe('/default/activity/7')
  expect(screen.getByRole('row', { name: /emails.*never arrived/ })).toBeDefined()
  expect(within(screen.getByRole('table')).getByText('Mappings').tagName).toBe('EM')
})

describe('the table of mappings', () => {
  const urn = 'urn:ietf:params:scim:schemas:extension:acme-learning-platform:2.0:User'
  const level = aMapping({
    attribute: `${urn}:level`,
    shortName: 'level',
    schemaName: 'Acme',
    origin: 'custom',
    required: false,
    fix: 'Add a row for level.',
  })
  const name = aMapping({
    state: 'seen',
    example: 'maya',
    exchangeId: 7,
    doubt: { sentence: '“maya” is no e-mail address.', exchangeId: 8 },
    fix: 'Choose the e-mail address.',
  })
  const good = aMapping({
    attribute: 'title',
    shortName: 'title',
    required: false,
    state: 'seen',
    example: 'Engineer',
    exchangeId: 7,
  })
  const unkept = [
    {
      attribute: 'badge',
      reason: 'unknown',
      why: 'No schema here has it.',
      example: '7',
      exchangeId: 9,
      fix: 'Take its row out.',
    },
    { attribute: 'password', reason: 'password', why: 'Never stored.', example: null, exchangeId: 9, fix: null },
  ] as const

  it('groups attributes by their schema, and says what is not kept and why', async () => {
    await openWizard({ state: of('okta-own', { mappings: [level, good, name], unkept: [...unkept] }), path: '/provisioning' })
    expect(screen.getAllByRole('rowheader').map((header) => header.textContent)).toEqual([
      'User',
      'userName required',
      'title',
      `Acme${urn}`,
      'level custom',
      'Sent and not kept',
      'badge',
      'password',
    ])
    expect(screen.getByRole('row', { name: /^badge/ }).textContent).toBe('badgeNo schema here has it. Take its row out.7')
    expect(screen.getByRole('row', { name: /^password/ }).textContent).toBe('passwordNever stored. Nothing to do.')
  })

  it('names a value that looks wrong, with the request and the click', async () => {
    await openWizard({ state: of('okta-own', { mappings: [name] }), path: '/provisioning' })
    expect(screen.getByRole('heading', { name: '1 attribute with a value that looks wrong' })).toBeDefined()
    const row = screen.getByRole('row', { name: /^“maya” is no e-mail address\..*Choose the e-mail address\.$/ })
    expect(
      within(row)
        .getByRole('link', { name: /^Show the request/ })
        .getAttribute('href'),
    ).toBe('/default/activity/8')
  })

  it('shows only the gaps, each with its click, when asked', async () => {
    const { user } = await openWizard({
      state: of('okta-own', { mappings: [level, good, name], unkept: [...unkept] }),
      path: '/provisioning',
    })
    expect(screen.queryByText('Add a row for level.')).toBeNull()
    await user.click(screen.getByRole('checkbox', { name: 'Only gaps (3)' }))
    expect(screen.getAllByRole('rowheader').map((header) => header.textContent)).toEqual([
      'User',
      'userName required',
      `Acme${urn}`,
      'level custom',
      'Sent and not kept',
      'badge',
    ])
    expect(screen.getByText('Add a row for level.')).toBeDefined()
  })
})

it('says below a switch that it is off here while requests arrive for it, with the click and the newest one', async () => {
  const standing = {
    name: 'deactivate',
    standing: 'offButArrives',
    sentence: '3 deactivations arrived and were refused.',
    fix: 'Switch it on in step 4.',
    count: 3,
    lastAt: '2026-11-24T12:00:00.000Z',
    exchangeId: 12,
  } as const
  await openWizard({ state: of('okta-own', { switches: [standing] }), path: '/provisioning' })
  const here = screen.getByRole('region', { name: 'Accepted here' })
  expect(within(here).getByText('3 deactivations arrived and were refused.')).toBeDefined()
  expect(within(here).getByText('Switch it on in step 4.')).toBeDefined()
  expect(within(here).getByRole('link', { name: 'Show the request' }).getAttribute('href')).toBe('/default/activity/12')
})

it('shows what came instead, with what to do about it and the request', async () => {
  const exchange = anExchangeSummary({ id: 5, action: 'updated', sentence: 'Okta changed Maya' })
  const instead = {
    kind: 'linkedExisting',
    exchange,
    sentence: 'Okta changed Maya, who was here.',
    fix: ['Take *somebody else*.'],
  } as const
  const created = aProof({ state: 'seen', exchange, instead: { ...instead, fix: [...instead.fix] } })
  await openWizard({ state: of('okta-own', { created }), path: '/test' })
  const row = within(screen.getByRole('region', { name: 'What Okta has done' })).getAllByRole('listitem')[0]
  if (!row) throw new Error('There is no row.')
  expect(within(row).getByRole('heading', { name: 'Okta has not created a learner yet' })).toBeDefined()
  expect(within(row).getByText('What came instead')).toBeDefined()
  expect(within(row).getByText('Okta changed Maya, who was here.')).toBeDefined()
  expect(within(row).getByText('somebody else').tagName).toBe('EM')
  expect(within(row).getByRole('link', { name: 'Show the request: Okta changed Maya' }).getAttribute('href')).toBe(
    '/default/activity/5',
  )
})
