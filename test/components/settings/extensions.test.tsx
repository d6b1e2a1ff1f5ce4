import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import type { Extension } from '#contract/extension.ts'
import { ExtensionSettings } from '../../../renderer/features/settings/extensions/ExtensionSettings.tsx'
import { openPage } from '../openPage.tsx'
import { fakeService } from '../setup/fakeService.ts'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const attribute = {
  type: 'string',
  multiValued: false,
  description: '',
  required: false,
  caseExact: false,
  mutability: 'readWrite',
  returned: 'default',
  uniqueness: 'none',
} as const

const acme: Extension = {
  id: 'urn:ietf:params:scim:schemas:extension:acme:2.0:User',
  name: 'Acme',
  description: '',
  attributes: [
    { ...attribute, name: 'badge', required: true, uniqueness: 'server', mutability: 'immutable' },
    { ...attribute, name: 'desk', type: 'complex', subAttributes: [{ ...attribute, name: 'floor', type: 'integer' }] },
  ],
}

const journey: Extension = {
  ...acme,
  id: 'urn:ietf:params:scim:schemas:extension:securityjourney:2.0:User',
  name: 'SecurityJourneyUser',
  attributes: [{ ...attribute, name: 'job_role' }],
}

/** The section over a service that keeps what is added; `refusal` is what it says of anything. */
function openSection({ extensions = [], refusal }: { extensions?: readonly Extension[]; refusal?: string } = {}) {
  let kept = extensions
  const { calls } = fakeService({
    'GET /connections/default/extensions': () => ({ extensions: kept, examples: [journey] }),
    'POST /connections/default/extensions': () => {
      if (refusal !== undefined) return { result: 'refused', reason: refusal }
      kept = [...kept, journey]
      return { result: 'added', extension: journey }
    },
    [`DELETE /connections/default/extensions/${encodeURIComponent(acme.id)}`]: () => ({ extensions: [], examples: [journey] }),
  })
  const page = openPage(<ExtensionSettings connection="default" />, { route: '/:connection/settings', at: '/default/settings' })
  return { ...page, changes: () => calls.filter(({ method }) => method !== 'GET') }
}

const aFile = (text: string, name = 'acme.json') => new File([text], name, { type: 'application/json' })

it('shows each extension with its URN and the rules of its attributes', async () => {
  openSection({ extensions: [acme] })
  const card = within(await screen.findByRole('article', { name: 'Acme' }))
  expect(card.getByText(acme.id)).toBeTruthy()
  expect(card.getByRole('row', { name: /badge string required, unique, immutable/ })).toBeTruthy()
  expect(card.getByRole('row', { name: /desk\.floor integer –/ })).toBeTruthy()
})

it('adds the example by one button, which is then gone', async () => {
  const { user, changes } = openSection()
  await user.click(await screen.findByRole('button', { name: 'Add the example SecurityJourneyUser' }))
  expect(await screen.findByRole('article', { name: 'SecurityJourneyUser' })).toBeTruthy()
  expect(changes()[0]?.body).toEqual({ schema: journey })
  expect(screen.queryByRole('button', { name: /Add the example/ })).toBeNull()
})

it('sends the schema of a file', async () => {
  const { user, changes } = openSection()
  await user.upload(await screen.findByLabelText('Schema file'), aFile(JSON.stringify(acme)))
  await waitFor(() => expect(changes()[0]?.body).toEqual({ schema: acme }))
})

it('says in place what is wrong with a file', async () => {
  const { user, changes } = openSection({ refusal: 'attributes[0].type must be one of string, boolean, not "text".' })
  const input = await screen.findByLabelText('Schema file')
  await user.upload(input, aFile('{"id":'))
  expect(await screen.findByText('acme.json is not JSON.')).toBeTruthy()
  await user.upload(input, aFile(`"${'x'.repeat(70_000)}"`, 'large.json'))
  expect(await screen.findByText(/large\.json is larger than 60 kB/)).toBeTruthy()
  expect(changes()).toEqual([])
  await user.upload(input, aFile('{}'))
  expect(await screen.findByText(/attributes\[0\]\.type must be one of/)).toBeTruthy()
})

it('builds an extension by hand, with a URN that follows from the name', async () => {
  const { user, changes } = openSection()
  await user.click(await screen.findByRole('button', { name: 'Build one by hand' }))
  await user.type(screen.getByRole('textbox', { name: 'Name of the extension' }), 'Acme Staff')
  const first = within(screen.getByRole('group', { name: 'Attribute 1' }))
  await user.type(first.getByRole('textbox', { name: 'Name' }), 'badge')
  await user.click(first.getByRole('checkbox', { name: 'Required' }))
  await user.click(first.getByRole('checkbox', { name: 'Unique' }))
  await user.click(screen.getByRole('button', { name: 'Add an attribute' }))
  const second = within(screen.getByRole('group', { name: 'Attribute 2' }))
  await user.type(second.getByRole('textbox', { name: 'Name' }), 'pin')
  await user.click(second.getByRole('combobox', { name: 'Mutability' }))
  await user.click(await screen.findByRole('option', { name: 'writeOnly' }))
  await user.click(screen.getByRole('button', { name: 'Add the extension' }))
  await waitFor(() => expect(changes()).toHaveLength(1))
  expect(changes()[0]?.body).toMatchObject({
    schema: {
      id: 'urn:ietf:params:scim:schemas:extension:acmestaff:2.0:User',
      name: 'Acme Staff',
      attributes: [
        { name: 'badge', type: 'string', required: true, uniqueness: 'server', mutability: 'readWrite' },
        { name: 'pin', mutability: 'writeOnly', returned: 'never', uniqueness: 'none' },
      ],
    },
  })
  expect(await screen.findByRole('article', { name: 'SecurityJourneyUser' })).toBeTruthy()
  expect(screen.queryByRole('form', { name: 'A new extension' })).toBeNull()
})

it('keeps what was typed where it is refused, and says why', async () => {
  const { user } = openSection({ refusal: 'attributes[0].name must not be "badge".' })
  await user.click(await screen.findByRole('button', { name: 'Build one by hand' }))
  const name = screen.getByRole('textbox', { name: 'Name of the extension' })
  await user.type(name, 'Acme')
  await user.type(screen.getByRole('textbox', { name: 'Name' }), 'badge')
  await user.click(screen.getByRole('button', { name: 'Add the extension' }))
  expect(await screen.findByText('Attribute 1: name must not be "badge".')).toBeTruthy()
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Name of the extension' }).value).toBe('Acme')
})

it('removes an extension after a question that says what becomes of the values', async () => {
  const { user, changes } = openSection({ extensions: [acme] })
  await user.click(await screen.findByRole('button', { name: 'Remove Acme' }))
  const dialog = within(screen.getByRole('dialog', { name: 'Remove Acme?' }))
  expect(dialog.getByText(/stays stored out of sight/)).toBeTruthy()
  await user.click(dialog.getByRole('button', { name: 'Remove Acme' }))
  await waitFor(() => expect(screen.queryByRole('article')).toBeNull())
  expect(changes()).toMatchObject([{ method: 'DELETE' }])
})
