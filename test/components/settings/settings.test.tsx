import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { defaultSettings } from '#contract/connection.ts'
import { noPlaces } from '#contract/places.ts'
import type { SetupState } from '#contract/setup.ts'
import { SettingsPage } from '../../../renderer/features/settings/SettingsPage.tsx'
import { aPage } from '../monitor/aPage.ts'
import { openPage } from '../openPage.tsx'
import { aConnection, anExchangeSummary, aSetupState, aToken } from '../setup/aSetupState.ts'
import { fakeService } from '../setup/fakeService.ts'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function openSettings(stated: Partial<SetupState> = {}, replies: Parameters<typeof fakeService>[0] = {}) {
  const { calls } = fakeService({
    'GET /status': () => ({
      version: '0.1.0',
      dataDir: '/data/rollcall',
      startedAt: '2026-11-24T11:00:00.000Z',
      scimAddress: '127.0.0.1:4747',
      consoleAddress: '127.0.0.1:4748',
      publicUrl: null,
    }),
    'GET /preferences': () => ({ theme: 'system', detailPaneWidth: null, singleKeys: true }),
    'PATCH /preferences': () => ({ theme: 'dark', detailPaneWidth: null, singleKeys: true }),
    'GET /connections/default/setup': () => aSetupState(stated),
    'GET /connections/default/simulations': () => ({ simulation: null, hasData: false }),
    'PATCH /connections/default': () => aConnection(),
    'DELETE /connections/default/tokens/1': () => [],
    ...replies,
  })
  const page = openPage(<SettingsPage connection="default" />, { route: '/:connection/settings', at: '/default/settings' })
  const changes = () => calls.filter(({ method }) => method !== 'GET')
  return { ...page, changes }
}

it('turns a switch, and says what happens when it is off', async () => {
  const { user, changes } = openSettings()
  const deactivate = await screen.findByRole('switch', { name: 'Deactivate learners', description: /answered 403/ })
  await user.click(deactivate)
  expect(changes()).toEqual([{ method: 'PATCH', path: '/connections/default', body: { switches: { deactivate: false } } }])
})

it('turns a switch back where the service refuses, and says why', async () => {
  const { user } = openSettings(
    {},
    { 'PATCH /connections/default': () => Response.json({ error: 'failed', message: 'The disk is full.' }, { status: 500 }) },
  )
  await user.click(await screen.findByRole('switch', { name: 'Groups' }))
  expect(await screen.findByText(/The disk is full/)).toBeTruthy()
  expect(screen.getByRole<HTMLInputElement>('switch', { name: 'Groups' }).checked).toBe(true)
})

it('renames the connection', async () => {
  const { user, changes } = openSettings()
  const name = await screen.findByRole('textbox', { name: 'Name' })
  await user.clear(name)
  expect(screen.getByText('A connection needs a name.')).toBeTruthy()
  await user.type(name, 'Acme, Okta{Enter}')
  expect(changes()[0]?.body).toEqual({ name: 'Acme, Okta' })
})

it('changes what a create does that meets an archived learner', async () => {
  const { user, changes } = openSettings()
  await user.click(await screen.findByRole('radio', { name: 'restores that learner' }))
  expect(changes()[0]?.body).toEqual({ settings: { createMeetsArchived: 'restore' } })
})

describe('a token', () => {
  const revoke = { name: 'Revoke the token that ends in 3f9a' }

  it('is known by its last four characters, label, and last use', async () => {
    openSettings({ tokens: [aToken({ status: 'revoked', revokedAt: '2026-11-24T12:00:00.000Z' })] })
    const row = within(await screen.findByRole('row', { name: /…3f9a screen/ }))
    expect(row.getByText('revoked')).toBeTruthy()
    expect(row.getByText('never')).toBeTruthy()
    expect(row.queryByRole('button')).toBeNull()
  })

  it('that was never used is revoked after one question', async () => {
    const { user, changes } = openSettings({ tokens: [aToken()] })
    await user.click(await screen.findByRole('button', revoke))
    await user.click(screen.getByRole('button', { name: 'Revoke …3f9a' }))
    await waitFor(() => expect(changes()).toEqual([{ method: 'DELETE', path: '/connections/default/tokens/1', body: undefined }]))
  })

  it('that was used within 24 hours is asked about again', async () => {
    const { user, changes } = openSettings(
      { tokens: [aToken({ lastUsedAt: new Date(Date.now() - 3_600_000).toISOString() })] },
      { 'GET /connections/default/exchanges': (_, query) => aPage(query.get('token') === '1' ? [anExchangeSummary()] : []) },
    )
    await user.click(await screen.findByRole('button', revoke))
    await user.click(screen.getByRole('button', { name: 'Revoke …3f9a' }))
    const dialog = within(screen.getByRole('dialog', { name: 'This token is in use' }))
    expect(await dialog.findByText(/by Okta\. From now on/)).toBeTruthy()
    expect(dialog.getByText('Okta created Maya Lindqvist')).toBeTruthy()
    expect(changes()).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Revoke …3f9a all the same' }))
    await waitFor(() => expect(changes()).toHaveLength(1))
  })
})

it('tells until when a token is accepted that has an end', async () => {
  openSettings({ tokens: [aToken({ expiresAt: '2099-12-24T12:00:00.000Z' })] })
  const row = within(await screen.findByRole('row', { name: /…3f9a screen/ }))
  expect(row.getByText('active')).toBeTruthy()
  expect(row.getByText(/24 Dec 2099/)).toBeTruthy()
})

it('begins the setup again after a question, and opens its first step', async () => {
  const { user, changes, address } = openSettings({}, { 'POST /connections/default/setup/restart': () => aSetupState() })
  await user.click(await screen.findByRole('button', { name: 'Begin the setup again…' }))
  expect(changes()).toEqual([])
  await user.click(screen.getByRole('button', { name: 'Begin at step 1' }))
  await waitFor(() => expect(address()).toBe('/default/setup/credentials'))
  expect(changes()).toEqual([{ method: 'POST', path: '/connections/default/setup/restart', body: undefined }])
})

it('forgets by one switch what the screens remember, and leaves the rest alone', async () => {
  const { user, changes } = openSettings(
    {},
    {
      'DELETE /places': () => noPlaces,
      'DELETE /preferences': () => ({ theme: 'system', detailPaneWidth: null, singleKeys: true }),
    },
  )
  await user.click(await screen.findByRole('button', { name: 'Forget what the screens remember' }))
  expect(await screen.findByText('Forgotten. The next start begins as the first one did.')).toBeTruthy()
  expect(changes().map(({ method, path }) => `${method} ${path}`)).toEqual(['DELETE /places', 'DELETE /preferences'])
})

it('says why a public URL is refused', async () => {
  const { user } = openSettings({}, { 'PATCH /status/public-url': () => ({ result: 'refused', reason: 'It has no scheme.' }) })
  await user.type(await screen.findByRole('textbox', { name: 'Public URL' }), 'acme.example{Enter}')
  expect(await screen.findByText('It has no scheme.')).toBeTruthy()
})

it('tells where the service listens and where its data are', async () => {
  openSettings()
  expect(await screen.findByText('127.0.0.1:4747')).toBeTruthy()
  expect(screen.getByText('127.0.0.1:4748')).toBeTruthy()
  expect(screen.getByText('/data/rollcall')).toBeTruthy()
  expect(screen.getByText('0.1.0')).toBeTruthy()
})

it('removes the simulated data after a question, and says how much that was', async () => {
  const { user } = openSettings(
    {},
    {
      'GET /connections/default/simulations': () => ({ simulation: null, hasData: true }),
      'DELETE /connections/default/simulations': () => ({ learners: 3, groups: 1, exchanges: 24 }),
    },
  )
  await user.click(await screen.findByRole('button', { name: 'Remove simulated data…' }))
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Remove it' }))
  expect(await screen.findByText('Removed 3 learners, 1 group and 24 requests.')).toBeTruthy()
})

it('keeps the theme with the service', async () => {
  const { user, changes } = openSettings({ connection: aConnection({ settings: defaultSettings }) })
  await user.click(await screen.findByRole('button', { name: 'Dark' }))
  expect(changes()).toEqual([{ method: 'PATCH', path: '/preferences', body: { theme: 'dark' } }])
})
