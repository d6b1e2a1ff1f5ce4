import { cleanup, screen, waitFor } from '@testing-library/react'
import { Link } from 'react-router'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { noPlaces } from '#contract/places.ts'
import { Navigation } from '../../renderer/frame/Navigation.tsx'
import { forgetPlaces, toAddress, toPlace, useRememberedPlace } from '../../renderer/places.ts'
import { openPage } from './openPage.tsx'
import { fakeService } from './setup/fakeService.ts'

function Screen({ connection }: { readonly connection: string }) {
  useRememberedPlace(connection)
  return (
    <>
      <Navigation connection={connection} />
      <Link to="/default/activity?show=writes">writes</Link>
      <Link to="/default/activity/12?show=writes">one of them</Link>
      <Link to="/default/learners/u1?at=3">a learner</Link>
    </>
  )
}

const replies = {
  'PUT /connections/default/place': () => noPlaces,
  'DELETE /places': () => noPlaces,
}

function open(at: string) {
  const { calls } = fakeService(replies)
  const page = openPage(<Screen connection="default" />, { route: '*', at })
  return { ...page, kept: () => calls.filter(({ method }) => method === 'PUT').map(({ body }) => body) }
}

beforeEach(async () => {
  fakeService(replies)
  await forgetPlaces()
})

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

it.each([
  ['/acme/activity/12', '?show=writes', { screen: 'activity', path: '/12', search: '?show=writes' }],
  ['/acme/setup', '', { screen: 'setup', path: '', search: '' }],
  ['/acme/learners/groups/g1', '', { screen: 'learners', path: '/groups/g1', search: '' }],
  ['/acme/elsewhere', '', undefined],
  ['/', '', undefined],
])('reads %s%s as a place, and leads back there', (pathname, search, place) => {
  expect(toPlace({ pathname, search })).toEqual(place)
  if (!place) return
  const parsed = toPlace({ pathname, search })
  expect(toAddress('acme', { last: null, of: parsed ? { acme: { place: parsed, searches: {} } } : {} })).toBe(pathname + search)
})

it('leaves the step of the wizard to the wizard, which keeps it with each click', () => {
  expect(toPlace({ pathname: '/acme/setup/test', search: '' })).toEqual({ screen: 'setup', path: '', search: '' })
  expect(toPlace({ pathname: '/acme/setup/guide', search: '' })).toEqual({ screen: 'setup', path: '/guide', search: '' })
})

it('leads to the setup of a connection that was not seen yet', () => {
  expect(toAddress('acme', noPlaces)).toBe('/acme/setup')
})

it('keeps the place once the reader rests there', async () => {
  const { user, kept } = open('/default/setup/test')
  await user.click(screen.getByText('writes'))
  await user.click(screen.getByText('one of them'))
  await waitFor(() => expect(kept().at(-1)).toEqual({ screen: 'activity', path: '/12', search: '?show=writes' }))
})

it('keeps the filter of a screen that was left at once', async () => {
  const { user, kept } = open('/default/setup/test')
  await user.click(screen.getByText('writes'))
  await user.click(screen.getByRole('link', { name: /^Errors/ }))
  await waitFor(() => expect(kept().at(-1)).toMatchObject({ screen: 'errors' }))
  expect(kept()).toContainEqual({ screen: 'activity', path: '', search: '?show=writes' })
})

it('leads back to a screen with its filter, and gets rid of the filter from the screen itself', async () => {
  const { user, address } = open('/default/activity')
  await user.click(screen.getByText('one of them'))
  await user.click(screen.getByRole('link', { name: /^Errors/ }))
  await user.click(screen.getByRole('link', { name: 'Activity' }))
  expect(address()).toBe('/default/activity?show=writes')
  await user.click(screen.getByRole('link', { name: 'Activity' }))
  expect(address()).toBe('/default/activity')
})

it('takes what a profile has in its address for no filter of the roster', async () => {
  const { user, address } = open('/default/learners?search=maya')
  await user.click(screen.getByText('a learner'))
  await user.click(screen.getByRole('link', { name: 'Activity' }))
  await user.click(screen.getByRole('link', { name: 'Learners' }))
  expect(address()).toBe('/default/learners?search=maya')
})
