import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { defaultSettings } from '#contract/connection.ts'
import { ConnectionsPage } from '../../../renderer/features/connections/ConnectionsPage.tsx'
import { openPage } from '../openPage.tsx'
import { aConnection, aSetupState } from '../setup/aSetupState.ts'
import { fakeService } from '../setup/fakeService.ts'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const first = aConnection({ slug: 'default', name: 'Default' })
const acme = aConnection({
  slug: 'acme',
  name: 'Acme',
  provider: 'entra',
  settings: { ...defaultSettings, paused: true },
})

function openConnections(list = [first, acme], replies: Parameters<typeof fakeService>[0] = {}, at = '/default/connections') {
  const { calls } = fakeService({
    'GET /status': () => ({
      version: '0.1.0',
      dataDir: '/data/rollcall',
      startedAt: '2026-11-24T11:00:00.000Z',
      scimAddress: '127.0.0.1:4747',
      consoleAddress: '127.0.0.1:4748',
      publicUrl: null,
    }),
    'GET /connections': () => list,
    ...Object.fromEntries(list.map((one) => [`GET /connections/${one.slug}/setup`, () => aSetupState({ connection: one })])),
    'GET /connections/acme/contents': () => ({ learners: 1204, groups: 1, exchanges: 3400, tokens: 2 }),
    'POST /connections': (body) => ({
      result: 'created',
      connection: aConnection({ ...(body as { name: string; slug: string }) }),
    }),
    'PATCH /connections/acme': () => acme,
    'DELETE /connections/acme': () => ({ result: 'removed', contents: { learners: 0, groups: 0, exchanges: 0, tokens: 0 } }),
    ...replies,
  })
  const page = openPage(<ConnectionsPage connection="default" />, { route: '/:connection/connections', at })
  const changes = () => calls.filter(({ method }) => method !== 'GET')
  return { ...page, changes }
}

const cardOf = async (name: string) => within(await screen.findByRole('article', { name }))

it('shows each connection with provider, address and state in words', async () => {
  openConnections()
  const card = await cardOf('Acme')
  expect(card.getByText('/acme/scim/v2')).toBeTruthy()
  expect(card.getByText(/Entra ID/)).toBeTruthy()
  expect(card.getByText('Paused')).toBeTruthy()
  expect(await card.findByText('0 of 5 steps proven')).toBeTruthy()
  expect((await cardOf('Default')).queryByText('Paused')).toBeNull()
})

it('pauses and resumes', async () => {
  const { user, changes } = openConnections()
  await user.click(await screen.findByRole('button', { name: 'Resume Acme' }))
  expect(changes()).toEqual([{ method: 'PATCH', path: '/connections/acme', body: { settings: { paused: false } } }])
  expect(screen.getByRole('button', { name: 'Pause Default' })).toBeTruthy()
})

it('renames, and says that the address stays', async () => {
  const { user, changes } = openConnections()
  await user.click(await screen.findByRole('button', { name: 'Rename Acme' }))
  const name = screen.getByRole('textbox', { name: 'Name', description: /keeps \/acme/ })
  await user.clear(name)
  await user.type(name, 'Acme, test{Enter}')
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(changes()).toEqual([{ method: 'PATCH', path: '/connections/acme', body: { name: 'Acme, test' } }])
})

describe('a new connection', () => {
  it('is asked for by the address that the switcher leads to, and gets a slug from its name', async () => {
    const { user, changes, address } = openConnections([first, acme], {}, '/default/connections?new')
    await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'Acme')
    const slug = screen.getByRole<HTMLInputElement>('textbox', { name: 'In the address' })
    expect(slug.value).toBe('acme-2')
    expect(screen.getByText('http://127.0.0.1:4747/acme-2/scim/v2')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Create' }))
    await waitFor(() => expect(address()).toBe('/acme-2/setup'))
    expect(changes()).toEqual([{ method: 'POST', path: '/connections', body: { name: 'Acme', slug: 'acme-2' } }])
  })

  it.each([
    ['acme', 'Another connection has this address.'],
    ['Acme Inc', 'Small letters a to z, figures and hyphens, at most 40.'],
    ['api', 'Rollcall uses this address itself.'],
  ])('is not made under "%s", and the reason stands there', async (wrong, reason) => {
    const { user, changes } = openConnections([first, acme], {}, '/default/connections?new')
    await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'New')
    const slug = screen.getByRole('textbox', { name: 'In the address' })
    await user.clear(slug)
    await user.type(slug, wrong)
    expect(screen.getByRole('textbox', { name: 'In the address', description: reason })).toBeTruthy()
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Create' }).disabled).toBe(true)
    expect(changes()).toEqual([])
  })

  it('says so where somebody else took the address a moment before', async () => {
    const refusal = { result: 'refused', reason: 'taken', suggestion: 'new-2' }
    const { user } = openConnections([first], { 'POST /connections': () => refusal }, '/default/connections?new')
    await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'New{Enter}')
    expect(await screen.findByText('Another connection has this address.')).toBeTruthy()
  })

  it('takes over the settings of the one that it duplicates', async () => {
    const { user, changes } = openConnections()
    await user.click(await screen.findByRole('button', { name: 'Duplicate Acme' }))
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' }).value).toBe('Acme, copy')
    await user.click(screen.getByRole('button', { name: 'Duplicate' }))
    expect(changes()).toEqual([
      { method: 'POST', path: '/connections', body: { name: 'Acme, copy', slug: 'acme-copy', like: 'acme' } },
    ])
  })
})

describe('deleting', () => {
  it('counts what goes, and waits until the slug is typed', async () => {
    const { user, changes } = openConnections()
    await user.click(await screen.findByRole('button', { name: 'Delete Acme' }))
    const dialog = within(screen.getByRole('dialog', { name: 'Delete Acme?' }))
    expect(await dialog.findByText('1,204 learners, with history')).toBeTruthy()
    expect(dialog.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      '1,204 learners, with history',
      '1 group',
      '3,400 requests, pinned ones included',
      '2 tokens, which end at once',
    ])
    const button = dialog.getByRole<HTMLButtonElement>('button', { name: 'Delete Acme' })
    expect(button.disabled).toBe(true)
    await user.type(dialog.getByRole('textbox', { name: 'Type acme to delete it' }), 'acm{Enter}')
    expect(changes()).toEqual([])
    await user.type(dialog.getByRole('textbox', { name: 'Type acme to delete it' }), 'e')
    await user.click(button)
    await waitFor(() => expect(screen.queryByRole('article', { name: 'Acme' })).toBeNull())
    expect(changes()).toEqual([{ method: 'DELETE', path: '/connections/acme', body: undefined }])
  })

  it('is not offered for the only connection, and says why', async () => {
    openConnections([first])
    const card = await cardOf('Default')
    expect(card.getByText('The only connection cannot be deleted.')).toBeTruthy()
    expect(card.queryByRole('button', { name: /Delete/ })).toBeNull()
  })
})
