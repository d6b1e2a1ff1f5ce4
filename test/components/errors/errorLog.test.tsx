import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import type { ErrorGroup, ErrorLog, Finding } from '#contract/exchange.ts'
import type { FailureTrend } from '#contract/failureTrend.ts'
import { ErrorLogPage } from '../../../renderer/features/errors/ErrorLogPage.tsx'
import { openPage } from '../openPage.tsx'
import { anExchangeSummary, anExplanation } from '../setup/aSetupState.ts'
import { fakeService } from '../setup/fakeService.ts'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const at = '2026-11-24T12:00:00.000Z'

const ignored = { note: 'Known since spring', by: 'Maya', at, newCount: 0 }

function aCause(stated: Partial<ErrorGroup> = {}): ErrorGroup {
  return {
    key: 'doubledScheme|GET',
    title: 'The word Bearer stands twice',
    method: 'GET',
    route: '/Users',
    status: 401,
    scimType: null,
    count: 50,
    learnerCount: 3,
    firstAt: at,
    lastAt: at,
    lastExchangeId: 9,
    recoveredAt: null,
    simulated: false,
    ignored: null,
    explanation: anExplanation(),
    ...stated,
  }
}

function aFinding(stated: Partial<Finding> = {}): Finding {
  return {
    key: 'finding:lookedUpNotCreated okta',
    explanation: anExplanation({ title: 'People are looked up and not created' }),
    count: 0,
    exchanges: [],
    exchangeIds: [],
    ignored: null,
    simulated: false,
    ...stated,
  }
}

function openErrors(log: ErrorLog | Response, findings: Finding[] = [], trends: Record<string, FailureTrend> = {}) {
  const { calls } = fakeService({
    'GET /connections/default/errors/trends': () => trends,
    'PUT /connections/default/errors/ignored/doubledScheme%7CGET': () => ({ ignored: true }),
    'DELETE /connections/default/errors/ignored/doubledScheme%7CGET': () => ({ ignored: false }),
    'GET /connections/default/errors': () => log,
    'GET /connections/default/findings': () => findings,
    'GET /connections/default/exchanges': () => ({
      exchanges: [anExchangeSummary({ id: 9, status: 401 })],
      hasMore: true,
      total: 50,
    }),
  })
  return { calls, ...openPage(<ErrorLogPage connection="default" />, { route: '/:connection/errors', at: '/default/errors' }) }
}

const log = (groups: ErrorGroup[]): ErrorLog => ({ groups, exchangeCount: 1204, since: at })

it('says of a cause who must act, what to click, how often it happened and whom it touched', async () => {
  openErrors(log([aCause()]))
  const card = within(await screen.findByRole('listitem', { name: 'The word Bearer stands twice' }))
  expect(card.getByText('You, in Okta')).toBeTruthy()
  expect(card.getByText('Authorization', { selector: 'em' })).toBeTruthy()
  expect(card.getByText('50 times')).toBeTruthy()
  expect(card.getByText('3 learners')).toBeTruthy()
})

it('lets the value be copied that has to be pasted', async () => {
  const explanation = anExplanation({ steps: ['In *Tenant URL*, put exactly `https://scim.example.com/default/scim/v2`'] })
  const { user } = openErrors(log([aCause({ explanation })]))
  await user.click(await screen.findByRole('button', { name: 'Copy https://scim.example.com/default/scim/v2' }))
  expect(await navigator.clipboard.readText()).toBe('https://scim.example.com/default/scim/v2')
})

it('leads to the exchanges of a cause', async () => {
  openErrors(log([aCause()]))
  const link = await screen.findByRole('link', { name: 'Show all 50 requests' })
  expect(link.getAttribute('href')).toBe('/default/activity?simulated=no&group=doubledScheme%7CGET')
})

it('opens to what it means and its newest exchanges', async () => {
  const { user, calls } = openErrors(log([aCause()]))
  await user.click(await screen.findByRole('button', { name: 'Meaning and requests' }))
  expect(screen.getByText('No request is let in.', { exact: false })).toBeTruthy()
  const newest = within(await screen.findByRole('list', { name: 'The newest requests of this cause' }))
  expect(newest.getByRole('link').getAttribute('href')).toBe('/default/activity/9?simulated=no&group=doubledScheme%7CGET')
  expect(calls.map(({ path }) => path).join()).toContain('group=doubledScheme%7CGET')
})

it('sets open causes before recovered ones, and simulated ones apart', async () => {
  openErrors(
    log([
      aCause({ key: 'a', title: 'Rehearsed', simulated: true }),
      aCause({ key: 'b', title: 'Over', recoveredAt: at }),
      aCause({ key: 'c', title: 'Still there' }),
    ]),
  )
  await screen.findByRole('region', { name: 'Open causes' })
  const titles = (name: string) =>
    within(screen.getByRole('region', { name }))
      .getAllByRole('heading', { level: 3 })
      .map((heading) => heading.textContent)
  expect(screen.getAllByRole('region').map((region) => region.getAttribute('aria-label'))).toEqual([
    'Open causes',
    'Recovered causes',
    'Simulated causes',
  ])
  expect(titles('Open causes')).toEqual(['Still there'])
  expect(within(screen.getByRole('listitem', { name: 'Over' })).getByText('recovered')).toBeTruthy()
  expect(within(screen.getByRole('listitem', { name: 'Rehearsed' })).getByText('simulated')).toBeTruthy()
})

it('sets what several requests show together before all causes, and opens to those requests', async () => {
  const documentation = { title: 'Okta: questions about SCIM', url: 'https://developer.okta.com/docs/concepts/scim/faqs/' }
  const explanation = anExplanation({
    title: 'People are looked up and not created',
    happened: 'Okta asked for 7 people.',
    documentation,
  })
  const exchanges = [8, 7].map((id) => anExchangeSummary({ id, status: 200 }))
  const { user } = openErrors(log([aCause()]), [aFinding({ explanation, count: 7, exchanges, exchangeIds: [8, 7, 6] })])
  const card = within(await screen.findByRole('listitem', { name: 'People are looked up and not created' }))
  await screen.findByRole('region', { name: 'Open causes' })
  expect(screen.getAllByRole('region').map((region) => region.getAttribute('aria-label'))).toEqual([
    'Noticed across requests',
    'Open causes',
  ])
  expect(card.getByText('Okta asked for 7 people.', { exact: false })).toBeTruthy()
  expect(card.getByRole('link', { name: /Okta: questions about SCIM/ }).getAttribute('href')).toBe(documentation.url)
  const inActivity = card.getByRole('link', { name: 'Show in activity' })
  expect(inActivity.getAttribute('href')).toBe('/default/activity?ids=8%2C7%2C6')
  await user.click(card.getByRole('button', { name: 'The newest 2 of 7 requests' }))
  const links = within(card.getByRole('list', { name: 'The newest requests that show it' })).getAllByRole('link')
  expect(links.map((link) => link.getAttribute('href'))).toEqual([
    '/default/activity/8?ids=8%2C7%2C6',
    '/default/activity/7?ids=8%2C7%2C6',
  ])
})

it('says the trend of a cause in words beside its bars', async () => {
  const counts = [...Array.from({ length: 22 }, () => 0), 47, 3]
  const since = new Date(Date.now() - 23 * 3_600_000).toISOString()
  openErrors(log([aCause({ lastAt: new Date().toISOString() })]), [], { 'doubledScheme|GET': { since, unit: 'hour', counts } })
  const trend = await screen.findByRole('img', { name: /^50 in the last 24 hours/ })
  expect(trend.getAttribute('aria-label')).toMatch(/, most in the hour from \d\d:\d\d: 47; 3 in this hour$/)
})

it('ignores a cause with a note, and asks for the note', async () => {
  const { user, calls } = openErrors(log([aCause(), aCause({ key: 'x', title: 'Other', ignored: { ...ignored, by: 'Priya' } })]))
  const card = within(await screen.findByRole('listitem', { name: 'The word Bearer stands twice' }))
  await user.click(card.getByRole('button', { name: 'Ignore…' }))
  const dialog = within(screen.getByRole('dialog', { name: 'Ignore this cause' }))
  expect(dialog.getByRole('button', { name: 'Ignore' })).toHaveProperty('disabled', true)
  expect(dialog.getByRole('textbox', { name: 'Your name' })).toHaveProperty('value', 'Priya')
  await user.type(dialog.getByRole('textbox', { name: /Why/ }), 'Known')
  await user.click(dialog.getByRole('button', { name: 'Ignore' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  const put = calls.find(({ method }) => method === 'PUT')
  expect(put?.body).toEqual({ note: 'Known', by: 'Priya', lastExchangeId: 9 })
})

it('folds ignored causes at the end, says what is new of them, and takes them back', async () => {
  const { user, calls } = openErrors(
    log([aCause({ ignored: { ...ignored, newCount: 2 } }), aCause({ key: 'b', title: 'Still there' })]),
    [aFinding({ ignored })],
  )
  await screen.findByRole('region', { name: 'Ignored causes' })
  expect(screen.getAllByRole('region').map((region) => region.getAttribute('aria-label'))).toEqual([
    'Open causes',
    'Ignored causes',
  ])
  expect(screen.getByText('2 new since')).toBeTruthy()
  expect(screen.queryByText('The word Bearer stands twice')).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Show 2 ignored causes' }))
  const card = within(screen.getByRole('listitem', { name: 'The word Bearer stands twice' }))
  expect(card.getByText('Known since spring')).toBeTruthy()
  expect(card.getByText(/Ignored by Maya/)).toBeTruthy()
  expect(card.getByText('2 new since')).toBeTruthy()
  await user.click(card.getByRole('button', { name: 'Take back' }))
  await waitFor(() => expect(calls.some(({ method }) => method === 'DELETE')).toBe(true))
})

it('says that no request has arrived instead of that nothing can have failed', async () => {
  const explanation = anExplanation({ title: 'No request has arrived yet' })
  openErrors({ groups: [], exchangeCount: 0, since: null }, [aFinding({ explanation })])
  expect(await screen.findByRole('listitem', { name: 'No request has arrived yet' })).toBeTruthy()
  expect(screen.queryByText('Nothing can have failed yet')).toBeNull()
})

it('says since when nothing failed, and how many requests that covers', async () => {
  openErrors(log([]))
  expect(await screen.findByText('Nothing has failed')).toBeTruthy()
  expect(screen.getByText(/All 1,204 requests since/)).toBeTruthy()
})

it('does not call silence success', async () => {
  openErrors({ groups: [], exchangeCount: 0, since: null })
  expect(await screen.findByText('Nothing can have failed yet')).toBeTruthy()
})

it('says what could not be read, and tries again', async () => {
  const { user, calls } = openErrors(Response.json({ error: 'failed', message: 'The database is busy.' }, { status: 500 }))
  expect(await screen.findByText(/The database is busy/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(calls.filter(({ path }) => path.endsWith('/errors'))).toHaveLength(2)
})
