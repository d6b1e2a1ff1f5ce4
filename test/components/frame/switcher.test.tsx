import { cleanup, screen, within } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { defaultSettings } from '#contract/connection.ts'
import { ConnectionSwitcher } from '../../../renderer/frame/ConnectionSwitcher.tsx'
import { openPage } from '../openPage.tsx'
import { aConnection, aSetupState } from '../setup/aSetupState.ts'
import { fakeService } from '../setup/fakeService.ts'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const list = [
  aConnection({ slug: 'default', name: 'Default' }),
  aConnection({ slug: 'acme', name: 'Acme', provider: 'okta-own', settings: { ...defaultSettings, paused: true } }),
  aConnection({
    slug: 'off',
    name: 'Off',
    settings: { ...defaultSettings, switches: { ...defaultSettings.switches, scim: false } },
  }),
]

function openSwitcher(at: string) {
  fakeService({
    'GET /connections': () => list,
    ...Object.fromEntries(list.map((one) => [`GET /connections/${one.slug}/setup`, () => aSetupState({ connection: one })])),
  })
  return openPage(<ConnectionSwitcher connection="default" />, { route: '*', at })
}

it('tells of each connection how it is doing, and marks the present one', async () => {
  const { user } = openSwitcher('/default/activity')
  await user.click(await screen.findByRole('button', { name: 'Connection Default, no provider chosen' }))
  const menu = within(screen.getByRole('menu', { name: 'Connections' }))
  expect(await menu.findByText('Paused · Okta · 0 of 5 steps · /acme')).toBeTruthy()
  expect(menu.getByText('SCIM is off · no provider chosen · 0 of 5 steps · /off')).toBeTruthy()
  expect(menu.getByRole('menuitem', { current: true, name: /^Default/ })).toBeTruthy()
})

it.each([
  ['/default/activity/12?show=failures', '/acme/activity'],
  ['/default/learners/groups/g1', '/acme/learners'],
  ['/default/setup/test', '/acme/setup'],
])('keeps the screen: from %s to %s', async (at, to) => {
  const { user, address } = openSwitcher(at)
  await user.click(await screen.findByRole('button', { name: /^Connection Default/ }))
  await user.click(await screen.findByRole('menuitem', { name: /^Acme/ }))
  expect(address()).toBe(to)
})

it('leads to a new connection and to all of them', async () => {
  const { user, address } = openSwitcher('/default/errors')
  await user.click(await screen.findByRole('button', { name: /^Connection Default/ }))
  await user.click(screen.getByRole('menuitem', { name: 'New connection…' }))
  expect(address()).toBe('/default/connections?new')
  await user.click(screen.getByRole('button', { name: /^Connection Default/ }))
  await user.click(screen.getByRole('menuitem', { name: 'Manage connections' }))
  expect(address()).toBe('/default/connections')
})
