import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import type { CheckedOutside, FoundTunnel, Reach } from '#contract/reach.ts'
import type { Answer } from '#contract/setup.ts'
import { PublicUrlPill } from '../../../renderer/frame/PublicUrlPill.tsx'
import { openPage } from '../openPage.tsx'
import { aConnection, aSetupState } from './aSetupState.ts'
import { fakeService } from './fakeService.ts'
import { openWizard } from './openWizard.tsx'

const publicUrl = 'https://acme.ngrok.app'
const here: FoundTunnel = { program: 'ngrok', publicUrl, target: 'localhost:4747', leadsTo: 'scim' }
const entra = aSetupState({ connection: aConnection({ provider: 'entra' }) })
const aCheck = (changed: Partial<CheckedOutside> = {}): CheckedOutside => ({
  at: '2026-11-24T12:00:00.000Z',
  url: `${publicUrl}/default/scim/v2`,
  kind: 'ok',
  finding: 'The check came back.',
  fix: null,
  ...changed,
})

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const anyReach = (reach: Partial<Reach>) => ({ 'GET /connections/default/reach': () => ({ tunnels: [], check: null, ...reach }) })

it('offers a tunnel that leads here, and sets its address by a click', async () => {
  const replies = {
    ...anyReach({ tunnels: [here] }),
    'PATCH /status/public-url': () => ({ result: 'set', publicUrl }),
  }
  const { user, calls } = await openWizard({ state: entra, replies })
  await user.click(await screen.findByRole('button', { name: `Use ${publicUrl} as the public URL` }))
  await waitFor(() => expect(screen.getByRole('textbox', { name: 'Public URL' })).toHaveProperty('value', publicUrl))
  expect(calls).toContainEqual({ method: 'PATCH', path: '/status/public-url', body: { publicUrl } })
})

it.each([
  ['console', /opens this console to the outside: stop it/],
  ['elsewhere', /leads to localhost:3000, not to the SCIM port/],
] as const)('offers no tunnel that leads to %s, and says where it leads', async (leadsTo, words) => {
  await openWizard({ state: entra, replies: anyReach({ tunnels: [{ ...here, target: 'localhost:3000', leadsTo }] }) })
  const list = await screen.findByRole('list', { name: 'Tunnels on this machine' })
  expect(list.textContent).toMatch(words)
  expect(within(list).queryByRole('button')).toBeNull()
})

it('says that no tunnel was found, in the place where one would stand', async () => {
  await openWizard({ state: entra, replies: anyReach({}) })
  expect(await screen.findByText('No ngrok and no cloudflared runs on this machine.')).toBeDefined()
})

it('calls the public URL on a click and not before, and says what it found and what to do', async () => {
  let check: CheckedOutside | null = null
  const failed = aCheck({ kind: 'selfSigned', finding: 'It shows a self-signed certificate.', fix: 'Use another one.' })
  const { user, calls } = await openWizard({
    state: { ...entra, publicUrl },
    replies: {
      'GET /connections/default/reach': () => ({ tunnels: [], check }),
      'POST /connections/default/reach/check': () => {
        check = failed
        return check
      },
    },
  })
  const isSent = () => calls.some(({ path }) => path === '/connections/default/reach/check')
  const button = await screen.findByRole('button', { name: 'Check from outside' })
  expect(screen.getByText(/Nothing is sent without this click/)).toBeDefined()
  expect(isSent()).toBe(false)
  await user.click(button)
  expect(await screen.findByText('Use another one.')).toBeDefined()
  expect(screen.getAllByText(/It shows a self-signed certificate/)).not.toHaveLength(0)
  expect(isSent()).toBe(true)
})

it('lets a check of one’s own stand beside what the provider did, and never as its proof', async () => {
  await openWizard({ state: { ...entra, publicUrl }, replies: anyReach({ check: aCheck() }) })
  const evidence = screen.getByRole('region', { name: 'What Entra ID has done' })
  expect(await within(evidence).findByText('Answers')).toBeDefined()
  expect(evidence.textContent).toContain('The first request of the provider is still to come.')
})

it('has no check without a public URL', async () => {
  await openWizard({ state: entra, replies: anyReach({}) })
  await screen.findByText('No ngrok and no cloudflared runs on this machine.')
  expect(screen.queryByRole('button', { name: 'Check from outside' })).toBeNull()
})

it.each([
  ['entra', 'Entra ID, on-premises agent', 'http://127.0.0.1:4747/default/scim/v2'],
  ['okta-own', 'Configure SCIM Connector', 'http://127.0.0.1:4747/default/scim/v2/'],
  ['other', 'host.docker.internal', 'http://127.0.0.1:4747/default/scim/v2'],
] as const)('explains the way without a tunnel for %s, with the URL in its form', async (provider, words, url) => {
  const { user } = await openWizard({ state: aSetupState({ connection: aConnection({ provider }) }), replies: anyReach({}) })
  const summary = screen.getByRole('button', { name: 'Without a tunnel: from inside your network' })
  await user.click(summary)
  const field = await screen.findByRole('group', { name: /^URL for/ })
  expect(field.querySelector('code')?.textContent).toBe(url)
  expect(document.body.textContent).toContain(words)
})

it('names no way without a tunnel for a provider that has none', async () => {
  await openWizard({ state: aSetupState({ connection: aConnection({ provider: 'onelogin' }) }), replies: anyReach({}) })
  expect(screen.queryByText('Without a tunnel: from inside your network')).toBeNull()
})

it('says aloud that the URL has changed, with the new one to copy', async () => {
  const urlChange = { finding: 'The SCIM URL has changed.', fix: 'Paste the new one into "Tenant URL".' }
  const { user } = await openWizard({ state: { ...entra, urlChange }, replies: anyReach({}) })
  expect(screen.getAllByRole('alert')[0]?.textContent).toContain('The SCIM URL has changed.Paste the new one into "Tenant URL".')
  await user.click(screen.getByRole('button', { name: 'Copy the SCIM URL' }))
  expect(await navigator.clipboard.readText()).toBe(entra.scimUrl)
})

it('does from the doctor what an answer advises, and sums the answers up', async () => {
  const answer = { fix: null, exchangeIds: [] }
  const answers: Answer[] = [
    { ...answer, id: 'listening', question: 'Is Rollcall listening?', verdict: 'good', finding: 'It is.' },
    {
      ...answer,
      id: 'tunnel',
      question: 'Does a tunnel lead here?',
      verdict: 'attention',
      finding: 'One does.',
      action: { kind: 'usePublicUrl', url: publicUrl },
    },
    {
      ...answer,
      id: 'outside',
      question: 'Does it answer from outside?',
      verdict: 'bad',
      finding: 'Not at all.',
      action: { kind: 'checkOutside' },
    },
  ]
  const { user, calls } = await openWizard({
    state: entra,
    replies: {
      ...anyReach({}),
      'GET /connections/default/diagnosis': () => ({ answers, text: 'Answers' }),
      'PATCH /status/public-url': () => ({ result: 'set', publicUrl }),
      'POST /connections/default/reach/check': () => aCheck(),
    },
  })
  await user.click(screen.getByRole('button', { name: 'Troubleshoot' }))
  const panel = await screen.findByRole('dialog', { name: 'Troubleshooting' })
  expect(await within(panel).findByText('3 questions: 1 wrong, 1 to look at, 1 good.')).toBeDefined()
  await user.click(within(panel).getByRole('button', { name: `Use ${publicUrl} as the public URL` }))
  await user.click(within(panel).getByRole('button', { name: 'Check from outside' }))
  const reads = () => calls.filter(({ path }) => path === '/connections/default/diagnosis').length
  await waitFor(() => expect(reads()).toBeGreaterThanOrEqual(3))
  expect(calls).toContainEqual({ method: 'PATCH', path: '/status/public-url', body: { publicUrl } })
  expect(calls).toContainEqual({ method: 'POST', path: '/connections/default/reach/check', body: undefined })
})

it.each([
  [null, 'Public', 'Not checked from outside since Rollcall started.'],
  [aCheck(), 'Public', 'The check came back.'],
  [aCheck({ kind: 'cut', finding: 'Nobody answers.' }), 'Public URL fails', 'Nobody answers.'],
] as const)('says in the bar what is known of the public URL (%#)', async (check, word, words) => {
  fakeService({
    'GET /status': () => ({
      version: '0.1.0',
      dataDir: '/data',
      startedAt: '2026-11-24T11:00:00.000Z',
      scimAddress: '127.0.0.1:4747',
      consoleAddress: '127.0.0.1:4748',
      publicUrl,
    }),
    'GET /connections/default/setup': () => entra,
    ...anyReach({ check }),
  })
  const { user } = openPage(<PublicUrlPill connection="default" />, { route: '/', at: '/' })
  await user.click(await screen.findByRole('button', { name: new RegExp(`^${word}\\s?acme`) }))
  expect((await screen.findByRole('dialog')).textContent).toContain(words)
})
