import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { findGuide, guides } from '#contract/guides/findGuide.ts'
import { toText } from '#contract/guides/guide.ts'
import type { ProviderChoice } from '#contract/provider.ts'
import { GuidePage } from '../../../renderer/features/setup/guide/GuidePage.tsx'
import { toChapters } from '../../../renderer/features/setup/guide/toChapters.ts'
import { toGuideText } from '../../../renderer/features/setup/guide/toGuideText.ts'
import { openPage } from '../openPage.tsx'
import { aConnection, aSetupState, aToken } from './aSetupState.ts'
import { fakeService } from './fakeService.ts'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const scimUrl = 'https://acme.example/default/scim/v2'

async function open(provider: ProviderChoice | null, publicUrl: string | null = 'https://acme.example') {
  const state = aSetupState({ connection: aConnection({ provider }), scimUrl, publicUrl, tokens: [aToken()] })
  fakeService({ 'GET /connections/default/setup': () => state })
  const opened = openPage(<GuidePage connection="default" />, { route: '/:connection/setup/guide', at: '/default/setup/guide' })
  await (provider === null ? screen.findByText(/No identity provider/) : screen.findByRole('heading', { level: 1 }))
  return opened
}

it('holds the whole guide: what must exist, the steps, the form with the exact URL, the trials and the log', async () => {
  await open('jumpcloud')
  expect(screen.getByRole('heading', { level: 1, name: 'Provisioning from JumpCloud' })).toBeDefined()
  expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual([
    '1. What must exist first',
    '2. Make the connection in JumpCloud',
    '3. Enter URL and token',
    '4. Switch provisioning on',
    '5. Try it with one person',
    '6. Where JumpCloud tells what it did',
    '7. To read up',
  ])
  const row = screen.getByRole('row', { name: /^Base URL/ })
  expect(within(row).getByText(scimUrl).tagName).toBe('CODE')
})

it('never holds the token: it is handed over separately, and can be told by its last four characters', async () => {
  await open('okta-catalog')
  expect(screen.getByText(/handed over separately, never on this page. It ends in 3f9a/)).toBeDefined()
  expect(
    within(screen.getByRole('row', { name: /^API Token/ })).getByText(/^the word Bearer, one space, and the token/),
  ).toBeDefined()
})

it('is copied as text and printed', async () => {
  const print = vi.fn()
  vi.stubGlobal('print', print)
  const { user } = await open('entra')
  await user.click(screen.getByRole('button', { name: 'Copy as text' }))
  await waitFor(async () => {
    expect(await navigator.clipboard.readText()).toContain(`- *Tenant URL*: \`${scimUrl}\``)
  })
  await user.click(screen.getByRole('button', { name: 'Print' }))
  expect(print).toHaveBeenCalledOnce()
})

it('warns of an address that a cloud cannot reach', async () => {
  await open('entra', null)
  expect(screen.getByRole('alert').textContent).toContain('exists on this computer only')
  cleanup()
  await open('keycloak', null)
  expect(screen.queryByRole('alert')).toBeNull()
})

it('leads to the choice while no provider is chosen', async () => {
  await open(null)
  expect(screen.getByRole('link', { name: 'Choose it in step 2' }).getAttribute('href')).toBe('/default/setup/connection')
})

it.each(guides.map(({ provider }) => provider))('leaves nothing of the guide for %s out of the text', (provider) => {
  const guide = findGuide(provider)
  const text = toGuideText({ title: 'Title', intro: ['Intro.'], chapters: toChapters(guide, scimUrl) })
  const claims = [
    ...guide.prerequisites,
    ...guide.create,
    ...guide.open,
    ...guide.save,
    ...guide.enable,
    ...guide.rhythm.about,
    ...guide.log,
    ...guide.traps.map(({ claim }) => claim),
    ...Object.values(guide.trials).flatMap(({ steps }) => steps),
  ]
  for (const claim of claims) expect(text).toContain(toText(claim))
  for (const { label } of guide.fields) expect(text).toContain(`*${label}*`)
  for (const { url } of guide.documentation) expect(text).toContain(url)
  expect(text).toContain(scimUrl)
  expect(text).not.toContain('undefined')
})

it('marks in the text what the documents do not say, and goes on counting behind the form', () => {
  const text = toGuideText({ title: 'Title', intro: [], chapters: toChapters(findGuide('cyberark'), scimUrl) })
  expect(text).toContain('- *SCIM Service URL*: `https://acme.example/default/scim/v2` (second-hand)')
  expect(text).toContain('3. Choose *Live mode*. In *Preview mode* nothing is written. (not confirmed)')
  expect(text).toContain('4. Press *Verify*. (second-hand)')
})

it('gives the URL the slash that a form wants', () => {
  const guide = findGuide('other')
  const [url, ...others] = guide.fields
  if (!url) throw new Error('The form is empty.')
  const slashed = { ...guide, fields: [{ ...url, value: { kind: 'url' as const, trailingSlash: true } }, ...others] }
  const text = toGuideText({ title: 'Title', intro: [], chapters: toChapters(slashed, `${scimUrl}/`) })
  expect(text).toContain(`\`${scimUrl}/\``)
})
