import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { aConnection, aSetupState, aToken } from './aSetupState.ts'
import { openWizard } from './openWizard.tsx'

const secret = 'rc_7mK2pVwXc9Lr4TnB8sHd6FgYq1ZaJ5uE'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const open = (state = aSetupState()) => {
  const opened = openWizard({
    state,
    replies: {
      'POST /connections/default/tokens': () => {
        const info = aToken({ id: 2, lastFour: 'J5uE' })
        void opened.then(({ change }) => change({ tokens: [info], tokenStored: false }))
        return { secret, info }
      },
    },
  })
  return opened
}

it('shows a new token once, to be copied alone or with Bearer in front', async () => {
  const { user } = await open()
  await user.click(screen.getByRole('button', { name: 'Generate token' }))
  expect(await screen.findByText(secret)).toBeDefined()
  await user.click(screen.getByRole('button', { name: 'Copy token alone' }))
  expect(await navigator.clipboard.readText()).toBe(secret)
  await user.click(screen.getByRole('button', { name: /^Copy with .Bearer/ }))
  expect(await navigator.clipboard.readText()).toBe(`Bearer ${secret}`)
})

it('forgets the token when the user has stored it, and shows its last four characters from then on', async () => {
  const { user, calls } = await open()
  await user.click(screen.getByRole('button', { name: 'Generate token' }))
  await user.click(await screen.findByRole('button', { name: 'I have stored it' }))
  await waitFor(() => expect(screen.queryByText(secret)).toBeNull())
  expect(await screen.findByLabelText('Token ending in J5uE')).toBeDefined()
  expect(calls).toContainEqual({ method: 'PATCH', path: '/connections/default/setup', body: { tokenStored: true } })
})

it('keeps the token out of the address, the storage and the query cache', async () => {
  const { user, queryClient, address } = await open()
  await user.click(screen.getByRole('button', { name: 'Generate token' }))
  await screen.findByText(secret)
  const cached = [...queryClient.getQueryCache().getAll(), ...queryClient.getMutationCache().getAll()].map(({ state }) => state)
  expect(JSON.stringify([cached, address(), Object.entries(localStorage), Object.entries(sessionStorage)])).not.toContain(secret)
})

it('keeps the token readable in step 3 until it is stored', async () => {
  const { user } = await open(aSetupState({ connection: aConnection({ provider: 'okta-catalog' }) }))
  await user.click(screen.getByRole('button', { name: 'Generate token' }))
  await screen.findByText(secret)
  await user.click(screen.getByRole('tab', { name: /Step 3 of 5/ }))
  expect(await screen.findByText(`Bearer ${secret}`)).toBeDefined()
})

it('asks how long the old token lives on, and warns when one in use is ended at once', async () => {
  const token = aToken({ lastUsedAt: new Date().toISOString() })
  const { user, calls } = await open(aSetupState({ tokens: [token], tokenStored: true }))
  await user.click(screen.getByRole('button', { name: 'Reset token…' }))
  const dialog = await screen.findByRole('dialog', { name: 'Reset the token' })
  await user.click(within(dialog).getByRole('radio', { name: 'It ends at once' }))
  expect(within(dialog).getByRole('alert').textContent).toContain('within the last 24 hours')
  await user.click(within(dialog).getByRole('radio', { name: 'It lives on for 1 hour' }))
  expect(within(dialog).queryByRole('alert')).toBeNull()
  await user.click(within(dialog).getByRole('button', { name: 'Make a new token' }))
  expect(await screen.findByText(secret)).toBeDefined()
  expect(calls).toContainEqual({
    method: 'POST',
    path: '/connections/default/tokens',
    body: { overlapMinutes: 60, expiresAt: null },
  })
})

it('gives a new token an end where one is chosen, and takes no day that is over', async () => {
  const { user, calls } = await open()
  await user.click(screen.getByRole('combobox', { name: 'It ends' }))
  await user.click(await screen.findByRole('option', { name: 'On a date…' }))
  const generate = screen.getByRole<HTMLButtonElement>('button', { name: 'Generate token' })
  expect(generate.disabled).toBe(true)
  fireEvent.change(screen.getByLabelText('Last day'), { target: { value: '2020-01-01' } })
  expect(generate.disabled).toBe(true)
  fireEvent.change(screen.getByLabelText('Last day'), { target: { value: '2099-12-24' } })
  await user.click(generate)
  await screen.findByText(secret)
  const expiresAt = new Date('2099-12-24T23:59:59').toISOString()
  expect(calls).toContainEqual({ method: 'POST', path: '/connections/default/tokens', body: { overlapMinutes: 0, expiresAt } })
})

it('asks for the word of the user when a token was made and its page was left', async () => {
  const { user, calls } = await open(aSetupState({ tokens: [aToken()] }))
  await user.click(screen.getByRole('button', { name: 'I have stored it' }))
  expect(calls).toContainEqual({ method: 'PATCH', path: '/connections/default/setup', body: { tokenStored: true } })
})

it('warns that a provider in the cloud cannot reach this machine, with the commands of three tunnels', async () => {
  const { user } = await open()
  expect(screen.getByRole('alert').textContent).toContain('cannot reach 127.0.0.1:4747')
  await user.click(screen.getByRole('button', { name: 'Commands that give a public address' }))
  expect(await screen.findByText('cloudflared tunnel --url http://127.0.0.1:4747')).toBeDefined()
  expect(screen.getByText('ngrok http 4747')).toBeDefined()
  expect(screen.getByText('devtunnel host -p 4747 --allow-anonymous')).toBeDefined()
})

it('takes a public URL, or says why not', async () => {
  const { user, calls } = await openWizard({
    state: aSetupState(),
    replies: { 'PATCH /status/public-url': () => ({ result: 'refused', reason: 'Give no path.' }) },
  })
  const field = screen.getByRole('textbox', { name: 'Public URL' })
  await user.type(field, 'https://acme.example/scim')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(screen.getByRole('textbox', { name: 'Public URL', description: 'Give no path.' })).toBeDefined())
  expect(calls).toContainEqual({ method: 'PATCH', path: '/status/public-url', body: { publicUrl: 'https://acme.example/scim' } })
})
