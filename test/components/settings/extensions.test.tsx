import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import type { Extension } from '#contract/extension.ts'
import { urns } from '#contract/scim/urns.ts'
import { ExtensionSettings } from '../../../renderer/features/settings/extensions/ExtensionSettings.tsx'
import { readSchema } from '../../../server/protocol/schemas/readSchema.ts'
import { openPage } from '../openPage.tsx'
import { fakeService } from '../setup/fakeService.ts'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
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

/** With everything that the form could lose. */
const rich: Extension = {
  ...acme,
  description: 'Staff of Acme.',
  attributes: [
    {
      ...attribute,
      name: 'site',
      description: 'Where.',
      canonicalValues: ['Berlin', 'Oslo'],
      uniqueness: 'global',
      multiValued: true,
    },
    { ...attribute, name: 'page', type: 'reference', caseExact: true, referenceTypes: ['User', 'uri'], returned: 'request' },
    {
      ...attribute,
      name: 'desk',
      type: 'complex',
      subAttributes: [
        { ...attribute, name: 'floor', type: 'integer', required: true },
        { ...attribute, name: 'key', type: 'binary', mutability: 'writeOnly', returned: 'never', caseExact: true },
      ],
    },
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
    [`PUT /connections/default/extensions/${encodeURIComponent(acme.id)}`]: (body) => {
      if (refusal !== undefined) return { result: 'refused', reason: refusal }
      // What the form sends is an extension in all but its type.
      const { schema } = body as { schema: Extension }
      kept = kept.map((one) => (one.id === acme.id ? schema : one))
      return { result: 'changed', extension: schema }
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

it('does not count the indentation of a file against it', async () => {
  const { user, changes } = openSection()
  const spaced = JSON.stringify(acme, null, 2).replaceAll('\n', `\n${' '.repeat(2000)}`)
  await user.upload(await screen.findByLabelText('Schema file'), aFile(spaced))
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

it('builds a complex attribute from its sub-attributes, of which none is complex', async () => {
  const { user, changes } = openSection()
  await user.click(await screen.findByRole('button', { name: 'Build one by hand' }))
  fireEvent.change(screen.getByLabelText(/^Name of the extension/), { target: { value: 'Acme' } })
  fireEvent.change(screen.getByLabelText(/^Name \*/), { target: { value: 'desk' } })
  const first = within(screen.getByLabelText('Attribute 1'))
  await user.click(first.getByLabelText('Type'))
  await user.click(await screen.findByText('complex'))
  const floor = within(screen.getByLabelText('Sub-attribute 1 of attribute 1'))
  fireEvent.change(floor.getByLabelText(/^Name/), { target: { value: 'floor' } })
  await user.click(floor.getByLabelText('Type'))
  expect(within(screen.getByRole('listbox')).queryByText('complex')).toBeNull()
  await user.click(screen.getByText('integer'))
  await user.click(screen.getByText('Add a sub-attribute to attribute 1'))
  expect(screen.getByLabelText('Sub-attribute 2 of attribute 1')).toBeTruthy()
  await user.click(screen.getByLabelText('Remove sub-attribute 2 of attribute 1'))
  await user.click(screen.getByText('Add the extension'))
  await waitFor(() => expect(changes()).toHaveLength(1))
  expect(changes()[0]?.body).toMatchObject({
    schema: {
      attributes: [{ name: 'desk', type: 'complex', uniqueness: 'none', subAttributes: [{ name: 'floor', type: 'integer' }] }],
    },
  })
})

it('edits an extension in place, and sends back unchanged what was not touched', async () => {
  const { user, changes } = openSection({ extensions: [rich] })
  await user.click(await screen.findByRole('button', { name: 'Edit Acme' }))
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'URN' }).readOnly).toBe(true)
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Name of the extension' }))
  await user.click(screen.getByRole('button', { name: 'Add an attribute' }))
  const added = within(screen.getByRole('group', { name: 'Attribute 4' }))
  await user.type(added.getByRole('textbox', { name: 'Name' }), 'level')
  await user.click(screen.getByRole('button', { name: 'Save the extension' }))
  expect(await screen.findByRole('row', { name: /level string/ })).toBeTruthy()
  expect(changes()).toEqual([
    expect.objectContaining({
      method: 'PUT',
      body: { schema: { ...rich, attributes: [...rich.attributes, { ...attribute, name: 'level' }] } },
    }),
  ])
})

it('keeps an edit that is refused, and says whose values do not fit', async () => {
  const { user } = openSection({ extensions: [acme], refusal: 'What the learner "maya" has stored does not fit.' })
  await user.click(await screen.findByRole('button', { name: 'Edit Acme' }))
  await user.click(screen.getByRole('button', { name: 'Remove attribute 1' }))
  await user.click(screen.getByRole('button', { name: 'Save the extension' }))
  expect(await screen.findByText('What the learner "maya" has stored does not fit.')).toBeTruthy()
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Name of the extension' }).value).toBe('Acme')
  await user.click(screen.getByRole('button', { name: 'Cancel' }))
  expect(screen.getByRole('row', { name: /badge string/ })).toBeTruthy()
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Edit Acme' }))
})

it('names the sub-attribute at fault as the form counts', async () => {
  const { user } = openSection({ extensions: [acme], refusal: 'attributes[1].subAttributes[0].name is "floor", and more.' })
  await user.click(await screen.findByRole('button', { name: 'Edit Acme' }))
  await user.click(screen.getByRole('button', { name: 'Save the extension' }))
  expect(await screen.findByText('Sub-attribute 1 of attribute 2: name is "floor", and more.')).toBeTruthy()
})

it('asks before a file takes the place of the extension that has its URN', async () => {
  const { user, changes } = openSection({ extensions: [acme] })
  const file = { ...acme, id: acme.id.toUpperCase(), name: 'Acme staff' }
  await user.upload(await screen.findByLabelText('Schema file'), aFile(JSON.stringify(file)))
  const dialog = within(await screen.findByRole('dialog', { name: 'Replace Acme?' }))
  expect(changes()).toEqual([])
  await user.click(dialog.getByRole('button', { name: 'Replace Acme' }))
  await waitFor(() => expect(changes()).toMatchObject([{ method: 'PUT', body: { schema: file } }]))
})

it('exports an extension as a schema file that can be added again', async () => {
  const blobs: Blob[] = []
  vi.stubGlobal(
    'URL',
    class extends URL {
      static override createObjectURL = (blob: Blob) => `blob:${blobs.push(blob)}`
      static override revokeObjectURL = () => undefined
    },
  )
  const names: string[] = []
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    names.push(this.download)
  })
  const { user } = openSection({ extensions: [rich] })
  await user.click(await screen.findByRole('button', { name: 'Export Acme' }))
  expect(names).toEqual(['acme.schema.json'])
  const file = JSON.parse((await blobs[0]?.text()) ?? '')
  expect(file).toMatchObject({ schemas: [urns.schema], id: rich.id })
  expect(readSchema(file)).toEqual(rich)
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
