import { cleanup, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { type ConnectionSettings, defaultSettings } from '#contract/connection.ts'
import { ToleranceSettings } from '../../../renderer/features/settings/ToleranceSettings.tsx'
import { openPage } from '../openPage.tsx'
import { aConnection } from '../setup/aSetupState.ts'
import { fakeService } from '../setup/fakeService.ts'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function openSection(settings: Partial<ConnectionSettings> = {}) {
  const connection = aConnection({ settings: { ...defaultSettings, ...settings } })
  const { calls } = fakeService({
    'GET /tolerances': () => [
      { name: 'string-boolean', reason: 'A boolean is sent as a text.', source: 'Entra ID.', comesOff: false },
      { name: 'path-case', reason: 'The path is spelled otherwise.', source: 'JumpCloud.', comesOff: false },
      { name: 'unknown-member', reason: 'A member does not exist.', source: 'OneLogin.', comesOff: true },
    ],
    'PATCH /connections/default': () => connection,
  })
  const page = openPage(<ToleranceSettings connection={connection} />, { route: '/', at: '/' })
  return { ...page, changes: () => calls.filter(({ method }) => method !== 'GET').map(({ body }) => body) }
}

it('says how many are on, and shows each with its reason and who sends it', async () => {
  const { user } = openSection({ tolerancesOff: ['path-case'] })
  expect(await screen.findByText('1 of 3 tolerances are on.')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Show them all' }))
  const row = screen.getByRole<HTMLInputElement>('switch', {
    name: 'string-boolean',
    description: 'A boolean is sent as a text. Sent by: Entra ID.',
  })
  expect(row.checked).toBe(true)
  expect(screen.getByRole<HTMLInputElement>('switch', { name: 'path-case' }).checked).toBe(false)
})

it('switches one off and back on, and leaves the others alone', async () => {
  const { user, changes } = openSection({ tolerancesOff: ['path-case'] })
  await user.click(await screen.findByRole('button', { name: 'Show them all' }))
  await user.click(screen.getByRole('switch', { name: 'string-boolean' }))
  await user.click(screen.getByRole('switch', { name: 'path-case' }))
  await user.click(screen.getByRole('switch', { name: 'unknown-member' }))
  await waitFor(() =>
    expect(changes()).toEqual([
      { settings: { tolerancesOff: ['path-case', 'string-boolean'] } },
      { settings: { tolerancesOff: [] } },
      { settings: { tolerancesOn: ['unknown-member'] } },
    ]),
  )
})

it('turns all off by one switch', async () => {
  const { user, changes } = openSection()
  await user.click(await screen.findByRole('switch', { name: 'Strict', description: /nothing is let pass/ }))
  expect(changes()).toEqual([{ settings: { strict: true } }])
})

it('shows all of them as off, and none to be switched, while it is strict', async () => {
  const { user } = openSection({ strict: true })
  expect(await screen.findByText('All 3 are off.')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Show them all' }))
  const row = screen.getByRole<HTMLInputElement>('switch', { name: 'string-boolean' })
  expect([row.checked, row.disabled]).toEqual([false, true])
})
