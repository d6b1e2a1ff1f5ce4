import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { RetentionSettings } from '../../../renderer/features/settings/retention/RetentionSettings.tsx'
import { openPage } from '../openPage.tsx'
import { aConnection } from '../setup/aSetupState.ts'
import { fakeService } from '../setup/fakeService.ts'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function openRetention(
  stored: object = { count: 1204, sizeBytes: 3_355_443, oldestAt: '2026-11-01T10:00:00.000Z', pinnedCount: 2 },
) {
  const { calls } = fakeService({
    'GET /connections/default/stored': () => stored,
    'PATCH /connections/default': () => aConnection(),
  })
  const page = openPage(<RetentionSettings connection={aConnection()} />, { route: '/', at: '/' })
  return { ...page, changes: () => calls.filter(({ method }) => method !== 'GET') }
}

const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name })

it('says what is stored: how many, how large, since when, how many pinned', async () => {
  openRetention()
  const stored = await screen.findByText(/Stored now/)
  expect(stored.textContent).toMatch(/1,204 requests, about 3\.2 MB, the oldest from 1 Nov.*; 2 pinned\./)
})

it('says that nothing is stored', async () => {
  openRetention({ count: 0, sizeBytes: 0, oldestAt: null, pinnedCount: 0 })
  expect(await screen.findByText('Nothing is stored yet.')).toBeTruthy()
})

it('sets all three limits, an empty field for none', async () => {
  const { user, changes } = openRetention()
  await user.clear(field('At most this old'))
  expect(screen.getByText('no limit')).toBeTruthy()
  await user.clear(field('At most this many'))
  await user.type(field('At most this many'), '5,000{Enter}')
  const retention = { maxAgeDays: null, maxCount: 5000, maxSizeMb: 1024 }
  expect(changes()).toEqual([{ method: 'PATCH', path: '/connections/default', body: { settings: { retention } } }])
})

it.each(['0', '99', '-200', 'many', '20000000'])(
  'does not take %s as a number of requests, and says what it takes',
  async (text) => {
    const { user, changes } = openRetention()
    await user.clear(field('At most this many'))
    await user.type(field('At most this many'), `${text}{Enter}`)
    expect(screen.getByText('100 to 10,000,000, or empty')).toBeTruthy()
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Save' }).disabled).toBe(true)
    expect(changes()).toEqual([])
  },
)
