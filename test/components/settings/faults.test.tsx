import { act, cleanup, screen, within } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import type { ArmedFault } from '#contract/fault.ts'
import { FaultSettings } from '../../../renderer/features/settings/faults/FaultSettings.tsx'
import { FaultBanner } from '../../../renderer/frame/FaultBanner.tsx'
import { openPage } from '../openPage.tsx'
import { fakeService } from '../setup/fakeService.ts'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const aFault = (stated: Partial<ArmedFault> = {}): ArmedFault => ({
  id: 1,
  kind: '429',
  action: 'created',
  count: 2,
  left: 2,
  seconds: 30,
  expiresAt: new Date(Date.now() + 15 * 60_000).toISOString(),
  ...stated,
})

function open(armed: ArmedFault[] = []) {
  const { calls } = fakeService({
    'GET /connections/default/faults': () => armed,
    'POST /connections/default/faults': () => [aFault()],
    'DELETE /connections/default/faults': () => [],
    'DELETE /connections/default/faults/1': () => armed.filter(({ id }) => id !== 1),
  })
  const page = openPage(
    <>
      <FaultBanner connection="default" />
      <FaultSettings connection="default" />
    </>,
    { route: '/:connection/settings', at: '/default/settings' },
  )
  return { ...page, changes: () => calls.filter(({ method }) => method !== 'GET') }
}

const banner = () => screen.findByRole('region', { name: 'Armed faults' }).then((region) => within(region))

it('arms what is chosen, and the banner says so', async () => {
  const { user, changes } = open()
  expect(await screen.findByText('None is armed.')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Arm' }))
  expect(changes()).toEqual([
    { method: 'POST', path: '/connections/default/faults', body: { kind: '429', action: 'created', count: 2, seconds: 30 } },
  ])
  expect((await screen.findAllByText(/The next 2 creates: 429 Too Many Requests/)).length).toBe(2)
})

it('says before what becomes of a change, and asks for seconds only where they mean something', async () => {
  const { user, changes } = open()
  expect(await screen.findByText(/Nothing is changed: the request is refused/)).toBeTruthy()
  expect(screen.getByRole('spinbutton', { name: 'Retry-After, seconds' })).toBeTruthy()
  await user.click(screen.getByRole('combobox', { name: 'Fault' }))
  await user.click(screen.getByRole('option', { name: 'Cut connection' }))
  expect(screen.getByText(/The change is done and stored\. Then the connection closes/)).toBeTruthy()
  expect(screen.queryByRole('spinbutton', { name: /seconds/ })).toBeNull()
  await user.click(screen.getByRole('combobox', { name: 'Requests' }))
  await user.click(screen.getByRole('option', { name: 'Requests of any kind' }))
  await user.click(screen.getByRole('button', { name: 'Arm' }))
  expect(changes()).toMatchObject([{ body: { kind: 'cut', action: 'any', count: 2 } }])
})

it('takes no number out of range', async () => {
  const { user, changes } = open()
  const count = await screen.findByRole('spinbutton', { name: 'The next' })
  await user.clear(count)
  await user.type(count, '0')
  expect(screen.getByText('1 to 1,000')).toBeTruthy()
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Arm' }).disabled).toBe(true)
  await user.type(count, '{Enter}')
  expect(changes()).toEqual([])
})

it('disarms one of several', async () => {
  const { user, changes } = open([aFault(), aFault({ id: 2, kind: 'delay', action: 'any', left: 1 })])
  await user.click(await screen.findByRole('button', { name: 'Disarm: The next 2 creates: 429 Too Many Requests' }))
  expect(changes()).toMatchObject([{ method: 'DELETE', path: '/connections/default/faults/1' }])
  const list = await screen.findByRole('list', { name: 'Armed faults' })
  expect(within(list).getAllByRole('listitem')).toHaveLength(1)
  expect(within(list).getByText('The next request: Delay of 30 s')).toBeTruthy()
})

it('disarms all by the banner, which goes then', async () => {
  const { user, changes } = open([aFault(), aFault({ id: 2, kind: '500' })])
  await user.click((await banner()).getByRole('button', { name: 'Disarm all' }))
  expect(changes()).toMatchObject([{ method: 'DELETE', path: '/connections/default/faults' }])
  expect(await screen.findByText('None is armed.')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Disarm all' })).toBeNull()
})

it('counts the time that is left down', async () => {
  open([aFault({ expiresAt: new Date(Date.now() + 60_000).toISOString() })])
  expect((await banner()).getByText(/(1:00|0:59) left/)).toBeTruthy()
  await act(() => new Promise((resolve) => setTimeout(resolve, 2100)))
  expect((await banner()).getByText(/0:5[78] left/)).toBeTruthy()
})
