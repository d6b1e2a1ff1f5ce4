import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { ExchangeDetail, ExchangeSummary } from '#contract/exchange.ts'
import { MonitorPage } from '../../../renderer/features/monitor/MonitorPage.tsx'
import { useMonitorStore } from '../../../renderer/features/monitor/monitorStore.ts'
import { fakeStream } from '../fakeStream.ts'
import { aState } from '../learners/aHistory.ts'
import { openPage } from '../openPage.tsx'
import { anExchangeSummary, anExplanation } from '../setup/aSetupState.ts'
import { fakeService } from '../setup/fakeService.ts'
import { aDetail, aPage, exchangesFrom } from './aPage.ts'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  useMonitorStore.setState(useMonitorStore.getInitialState())
})

interface Options {
  readonly exchanges?: readonly ExchangeSummary[]
  readonly detail?: Partial<ExchangeDetail>
  readonly at?: string
  readonly isWide?: boolean
}

/** The activity of a service that holds `exchanges`; it finds by text and method alone. */
async function openActivity({ exchanges = exchangesFrom(30, 30), detail = {}, at = '', isWide = true }: Options = {}) {
  const stream = fakeStream()
  const { calls } = fakeService({
    'GET /status': () => ({
      version: '0.1.0',
      dataDir: '/data',
      startedAt: '2026-11-24T11:00:00.000Z',
      scimAddress: '127.0.0.1:4747',
      consoleAddress: '127.0.0.1:4748',
      publicUrl: null,
    }),
    'GET /connections/default/history/u1/state': () => aState({ name: 'Maya Lindqvist' }),
    'GET /connections/default/errors': () => ({ groups: [], exchangeCount: 0, since: null }),
    'GET /connections/default/exchanges': (_, query) => {
      const matching = exchanges.filter(
        ({ sentence, method }) => sentence.includes(query.get('text') ?? '') && method.includes(query.get('method') ?? ''),
      )
      const older = matching.filter(({ id }) => id < Number(query.get('before') ?? Number.POSITIVE_INFINITY))
      const limit = Number(query.get('limit'))
      return aPage(older.slice(0, limit), { total: matching.length, hasMore: older.length > limit })
    },
    ...Object.fromEntries(
      exchanges.map((exchange) => [`GET /connections/default/exchanges/${exchange.id}`, () => aDetail(exchange, detail)]),
    ),
  })
  const page = openPage(<MonitorPage connection="default" />, {
    route: '/:connection/activity/:exchange?',
    at: `/default/activity${at}`,
    isWide,
  })
  await waitFor(() => expect(screen.queryByLabelText('Requests are being read')).toBeNull())
  return { ...page, ...stream, calls }
}

const rows = () => screen.getAllByRole('option').map((row) => /learner \d+/.exec(row.textContent)?.[0])

it('says of an exchange that is no longer kept why it may be gone, and leads back to the list', async () => {
  const { user, address } = await openActivity({ at: '/99?method=POST' })
  expect(await screen.findByText('Request 99 is not here')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Show the list' }))
  expect(address()).toBe('/default/activity?method=POST')
})

it('names the learner or group that the list is narrowed to', async () => {
  await openActivity({ at: '?resourceId=u1' })
  expect(await screen.findByText('About: Maya Lindqvist')).toBeTruthy()
})

describe('the title of the page', () => {
  it('tells the screen, and the request that is open', async () => {
    const { user } = await openActivity()
    expect(document.title).toBe('Activity · Rollcall')
    await user.click(screen.getAllByRole('option')[0] ?? document.body)
    expect(document.title).toBe('Okta created learner 30 · Rollcall')
    await user.keyboard('{Escape}')
    expect(document.title).toBe('Activity · Rollcall')
  })
})

describe('the details', () => {
  it("name the caller's own id of the request, the connection and the number", async () => {
    const request = {
      line: 'GET /x HTTP/1.1',
      headers: [['client-request-id', 'a1b2']] as [string, string][],
      body: null,
      sizeBytes: 0,
    }
    await openActivity({ at: '/28', detail: { request, connection: 'default' } })
    expect(await screen.findByText('a1b2', { selector: 'dd code' })).toBeTruthy()
    expect(screen.getByText('Correlation id')).toBeTruthy()
    expect(screen.getByText('28')).toBeTruthy()
  })

  it('are copied as JSON and as a link', async () => {
    const { user } = await openActivity({ at: '/28' })
    await user.click(await screen.findByRole('button', { name: 'Copy as JSON' }))
    expect(JSON.parse(await navigator.clipboard.readText())).toMatchObject({ summary: { id: 28 } })
    await user.click(screen.getByRole('button', { name: 'Copy link' }))
    expect(await navigator.clipboard.readText()).toMatch(/\/default\/activity\/28$/)
  })
})

describe('the list', () => {
  it('shows an arrival at once while the reader is at its top', async () => {
    const { arrive } = await openActivity()
    await arrive(...exchangesFrom(31, 1))
    expect(rows()[0]).toBe('learner 31')
    expect(screen.getByText('31 requests')).toBeTruthy()
  })

  it('holds still while a row is open, counts what arrives, and lets it in when asked', async () => {
    const { user, arrive, address } = await openActivity()
    await user.click(screen.getAllByRole('option')[2] ?? document.body)
    expect(address()).toBe('/default/activity/28')
    const before = rows()
    await arrive(...exchangesFrom(230, 200).reverse())
    expect(rows()).toEqual(before)
    await user.click(screen.getByRole('button', { name: 'Show 200 new requests' }))
    expect(rows()[0]).toBe('learner 230')
    expect(screen.queryByRole('button', { name: /new request/ })).toBeNull()
  })

  it('stops by the key P and runs again by it', async () => {
    const { user, arrive } = await openActivity()
    await user.keyboard('p')
    await arrive(...exchangesFrom(31, 1))
    expect(rows()[0]).toBe('learner 30')
    expect(screen.getByRole('button', { name: 'Show 1 new request' })).toBeTruthy()
    await user.keyboard('p')
    await waitFor(() => expect(rows()[0]).toBe('learner 31'))
  })

  it('checks arrivals against the filter', async () => {
    const { arrive } = await openActivity({ at: '?method=POST' })
    await arrive(anExchangeSummary({ id: 31, method: 'GET' }))
    expect(rows()[0]).toBe('learner 30')
    expect(await screen.findByText('30 of 31')).toBeTruthy()
  })

  it('is walked through by arrow keys, opened by Enter and closed by Escape', async () => {
    const { user, address } = await openActivity()
    screen.getByRole('listbox').focus()
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}')
    expect(address()).toBe('/default/activity/29')
    await user.keyboard('{ArrowDown}')
    expect(address()).toBe('/default/activity/28')
    await user.keyboard('{Escape}')
    expect(address()).toBe('/default/activity')
  })

  it('is reached by an arrow key from wherever the keyboard is not, and from the search field', async () => {
    const { user, address } = await openActivity()
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}')
    expect(address()).toBe('/default/activity/29')
    await user.keyboard('{Escape}')
    screen.getByRole('listbox').blur()
    await user.keyboard('/learner')
    await user.keyboard('{ArrowDown}')
    await waitFor(() => expect(address()).toBe('/default/activity?text=learner'))
    // The list of the words has to be read first.
    await waitFor(async () => {
      await user.keyboard('{ArrowDown}{Enter}')
      expect(address()).toMatch(/activity\/\d+\?text=learner$/)
    })
  })

  it('has the keyboard back at its row when Escape closes a request from within', async () => {
    const { user, address } = await openActivity()
    await user.click(screen.getAllByRole('option')[2] ?? document.body)
    await user.click(await screen.findByRole('button', { name: 'Copy link' }))
    await user.keyboard('{Escape}')
    expect(address()).toBe('/default/activity')
    expect(document.activeElement).toBe(screen.getByRole('listbox'))
    await user.keyboard('{ArrowDown}{Enter}')
    expect(address()).toBe('/default/activity/27')
  })

  it('gives single keys their meaning back when Escape leaves the search field', async () => {
    const { user } = await openActivity()
    await user.keyboard('/maya{Escape}')
    expect(screen.getByRole('searchbox')).toHaveProperty('value', '')
    expect(document.activeElement).toBe(screen.getByRole('searchbox'))
    await user.keyboard('{Escape}p')
    expect(screen.getByRole('button', { name: 'Paused' })).toBeTruthy()
  })

  it('says which fault on purpose a row met, and shows it as no failure', async () => {
    await openActivity({ exchanges: [anExchangeSummary({ status: 429, fault: '429' })] })
    const row = within(screen.getByRole('option'))
    expect(row.getByText('fault 429')).toBeTruthy()
    expect(row.getByText('Fault')).toBeTruthy()
    expect(row.getByText('429').className).not.toContain('failed')
  })

  describe('with look-ups folded', () => {
    const group = [
      anExchangeSummary({
        id: 3,
        method: 'GET',
        action: 'lookedUp',
        status: 200,
        sentence: 'Okta read learner 3',
        subjectKeys: 'maya',
      }),
      anExchangeSummary({ id: 2, sentence: 'Okta created learner 2', subjectKeys: 'maya' }),
      anExchangeSummary({
        id: 1,
        method: 'GET',
        action: 'lookedUp',
        status: 200,
        sentence: 'Okta sought learner 1',
        subjectKeys: 'maya',
      }),
    ]

    it('is one row for look-up, create and look-up of one user, and three when asked', async () => {
      const { user, address } = await openActivity({ exchanges: group })
      expect(rows()).toEqual(['learner 2'])
      await user.click(screen.getByText(/2 look-ups around it/))
      expect(rows()).toEqual(['learner 2', 'learner 3', 'learner 1'])
      expect(address()).toBe('/default/activity')
      await user.click(screen.getByText(/2 look-ups around it/))
      expect(rows()).toEqual(['learner 2'])
    })

    it('opens and folds a group by the arrow keys', async () => {
      const { user, address } = await openActivity({ exchanges: group })
      screen.getByRole('listbox').focus()
      await user.keyboard('{ArrowDown}{ArrowRight}{ArrowRight}{Enter}')
      expect(rows()).toEqual(['learner 2', 'learner 3', 'learner 1'])
      expect(address()).toBe('/default/activity/3')
      await user.keyboard('{ArrowLeft}')
      expect(address()).toBe('/default/activity/2')
      await user.keyboard('{ArrowLeft}')
      expect(rows()).toEqual(['learner 2'])
    })

    it('shows a look-up that the address leads to, and keeps it in sight afterwards', async () => {
      const { user } = await openActivity({ exchanges: group, at: '/1' })
      expect(rows()).toEqual(['learner 2', 'learner 3', 'learner 1'])
      await user.keyboard('{Escape}')
      expect(rows()).toEqual(['learner 2', 'learner 3', 'learner 1'])
    })

    it('is a row for a look-up where the filter hides what it prepared', async () => {
      await openActivity({ exchanges: group, at: '?method=GET' })
      expect(rows()).toEqual(['learner 3', 'learner 1'])
    })

    it('holds still for who looks into a group, and counts each request that arrives', async () => {
      const { user, arrive } = await openActivity({ exchanges: group.slice(1) })
      await user.click(screen.getByText(/1 look-up before it/))
      await arrive(group[0] ?? anExchangeSummary())
      expect(rows()).toEqual(['learner 2', 'learner 1'])
      await user.click(screen.getByRole('button', { name: 'Show 1 new request' }))
      expect(rows()).toEqual(['learner 2', 'learner 3', 'learner 1'])
    })
  })

  it('says that a row is simulated', async () => {
    await openActivity({ exchanges: [anExchangeSummary({ id: 1, simulation: 'run' })] })
    expect(within(screen.getByRole('option')).getByText('simulated')).toBeTruthy()
  })

  it('says that nothing came, which is not the same as nothing found', async () => {
    await openActivity({ exchanges: [] })
    expect(screen.getByText('Nothing has arrived yet')).toBeTruthy()
    expect(await screen.findByText('127.0.0.1:4747')).toBeTruthy()
  })
})

describe('the filter', () => {
  it('stands in the address, and the address alone gives the same rows', async () => {
    const { user, address } = await openActivity()
    await user.type(screen.getByRole('searchbox', { name: 'Person, text or path' }), 'learner 7')
    await waitFor(() => expect(address()).toBe('/default/activity?text=learner+7'))
    await waitFor(() => expect(rows()).toEqual(['learner 7']))
    cleanup()
    await openActivity({ at: '?text=learner+7' })
    expect(rows()).toEqual(['learner 7'])
  })

  it('says 0 of N and clears', async () => {
    const { user, address } = await openActivity({ at: '?text=nobody' })
    expect(await screen.findAllByText('0 of 30')).not.toHaveLength(0)
    await user.click(screen.getByRole('button', { name: 'Clear the filter' }))
    expect(address()).toBe('/default/activity')
    await waitFor(() => expect(rows()[0]).toBe('learner 30'))
  })

  it('shows a condition as a chip that can be taken away', async () => {
    const { user, address } = await openActivity({ at: '?method=POST' })
    await user.click(screen.getByRole('button', { name: /Method: POST/ }))
    await user.click(screen.getByRole('menuitem', { name: 'Any' }))
    expect(address()).toBe('/default/activity')
  })
})

describe('the details', () => {
  const failed = anExchangeSummary({ id: 5, status: 401, sentence: 'A client was refused', explanationId: 'doubledScheme' })

  it('explain a failure before anything else: what happened, who acts, what to click', async () => {
    await openActivity({ exchanges: [failed], detail: { explanation: anExplanation() }, at: '/5' })
    expect(await screen.findByRole('heading', { name: 'The word Bearer stands twice' })).toBeTruthy()
    expect(screen.getByText('You, in Okta')).toBeTruthy()
    expect(screen.getByText('Authorization', { selector: 'em' })).toBeTruthy()
  })

  it('show what changed, before and after, and what was not kept', async () => {
    const detail = {
      changes: [
        { kind: 'replaced' as const, attribute: 'name.familyName', before: 'Lindqvist', after: 'Okoye' },
        { kind: 'added' as const, attribute: 'active', after: true },
      ],
      notKept: ['password'],
    }
    await openActivity({ detail, at: '/30' })
    const changed = within(await screen.findByRole('region', { name: 'Changed' }))
    expect(changed.getAllByRole('listitem').map((line) => line.textContent)).toEqual([
      '~name.familyNameLindqvist → Okoye',
      '+activetrue',
    ])
    expect(changed.getByText('password')).toBeTruthy()
  })

  it('say why a body is not there', async () => {
    const message = { line: 'a line', headers: [], body: null }
    await openActivity({
      detail: { tokenLabel: null, request: { ...message, sizeBytes: 9000 }, response: { ...message, sizeBytes: 300_000 } },
      at: '/30',
    })
    expect(await screen.findByText(/^A body of .* was not kept: without a known token, 4 KiB are kept\.$/)).toBeTruthy()
    expect(screen.getByText(/^A body of .* was not kept: a reply is kept up to 256 KiB\.$/)).toBeTruthy()
  })

  it('show very many changes a part at a time', async () => {
    const changes = Array.from({ length: 120 }, (_, index) => ({
      kind: 'added' as const,
      attribute: `roles[${index}]`,
      after: 'x',
    }))
    const { user } = await openActivity({ detail: { changes }, at: '/30' })
    const changed = within(await screen.findByRole('region', { name: 'Changed' }))
    expect(changed.getAllByRole('listitem')).toHaveLength(50)
    await user.click(changed.getByRole('button', { name: 'Show 50 more, 50 of 120 shown' }))
    await user.click(changed.getByRole('button', { name: 'Show 20 more, 100 of 120 shown' }))
    expect(changed.getAllByRole('listitem')).toHaveLength(120)
    expect(changed.queryByRole('button')).toBeNull()
  })

  it('name the members of a group who came and went, and lead to the group', async () => {
    const member = (id: string, name: string) => ({ id, name, resourceType: 'User' as const })
    const moves = {
      joined: [member('u1', 'Maya'), member('u2', 'Tomas')],
      left: [member('u3', 'Li')],
      joinedCount: 30,
      leftCount: 1,
    }
    const patched = anExchangeSummary({ id: 5, action: 'groupChanged', resourceType: 'Group', resourceId: 'g1' })
    await openActivity({ exchanges: [patched], detail: { moves }, at: '/5' })
    const changed = within(await screen.findByRole('region', { name: 'Changed' }))
    expect(changed.getAllByRole('listitem').map((line) => line.textContent)).toEqual([
      '+membersMaya, Tomas and 28 others',
      '−membersLi',
    ])
    expect(changed.getByRole('link', { name: 'Tomas' }).getAttribute('href')).toBe('/default/learners/u2')
    expect(screen.getByRole('link', { name: 'Open the group' }).getAttribute('href')).toBe('/default/learners/groups/g1')
  })

  it('say that a write changed nothing', async () => {
    await openActivity({ detail: { changedNothing: true }, at: '/30' })
    expect(await screen.findByText(/It changed nothing/)).toBeTruthy()
  })

  it('name each rule that was bent, with its reason', async () => {
    await openActivity({ detail: { tolerances: [{ name: 'string-boolean', reason: 'active was a string.' }] }, at: '/30' })
    expect(await screen.findByText('string-boolean')).toBeTruthy()
    expect(screen.getByText(/active was a string/)).toBeTruthy()
  })

  it('copy the request as cURL without the secret', async () => {
    const { user } = await openActivity({ at: '/30' })
    await user.click(await screen.findByRole('button', { name: 'Copy as cURL' }))
    const command = await navigator.clipboard.readText()
    expect(command).toContain('http://127.0.0.1:4747/default/scim/v2/Users')
    expect(command).toContain('$TOKEN')
    expect(command).not.toContain('43 characters')
  })

  it('show the body as a tree and as it was sent', async () => {
    const { user } = await openActivity({ at: '/30' })
    const request = within(await screen.findByRole('region', { name: 'Request' }))
    expect(request.getByRole('tree', { name: 'Request body' })).toBeTruthy()
    await user.click(request.getByRole('button', { name: 'raw' }))
    expect(request.getByText('{"userName":"maya@example.com"}')).toBeTruthy()
  })

  it('are a page of their own where the window is narrow', async () => {
    const { user, address } = await openActivity({ isWide: false })
    await user.click(screen.getAllByRole('option')[0] ?? document.body)
    expect(await screen.findByRole('region', { name: 'Request' })).toBeTruthy()
    expect(screen.queryByRole('listbox')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Close' }))
    expect(address()).toBe('/default/activity')
    expect(rows()[0]).toBe('learner 30')
  })
})
