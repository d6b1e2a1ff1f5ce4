import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { ExchangeMark } from '#contract/exchange.ts'
import { MonitorPage } from '../../../renderer/features/monitor/MonitorPage.tsx'
import { useMonitorStore } from '../../../renderer/features/monitor/monitorStore.ts'
import { fakeStream } from '../fakeStream.ts'
import { openPage } from '../openPage.tsx'
import { anExchangeSummary } from '../setup/aSetupState.ts'
import { fakeService } from '../setup/fakeService.ts'
import { aDetail, aPage } from './aPage.ts'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  useMonitorStore.setState(useMonitorStore.getInitialState())
})

const none: ExchangeMark = { pinned: false, colour: null, note: null }

interface Options {
  readonly marks?: Readonly<Record<number, Partial<ExchangeMark>>>
  readonly at?: string
  readonly undo?: 'undone' | 'tooLate'
  readonly markReply?: () => unknown
}

/** The activity of a service with four exchanges that keeps marks, clears and undoes. */
async function openActivity({ marks: given = {}, at = '', undo = 'undone', markReply }: Options = {}) {
  const stream = fakeStream()
  const marks = new Map(Object.entries(given).map(([id, mark]) => [Number(id), { ...none, ...mark }]))
  let isCleared = false
  const ids = [4, 3, 2, 1]
  const summaryOf = (id: number) => {
    const mark = marks.get(id)
    return anExchangeSummary({ id, sentence: `Okta created learner ${id}`, ...(mark && { mark }) })
  }
  const pinnedCount = () => ids.filter((id) => marks.get(id)?.pinned).length
  const clearing = () => ({ count: isCleared ? 0 : ids.length - pinnedCount(), pinnedCount: pinnedCount(), upTo: 4 })
  const { calls } = fakeService({
    'GET /connections/default/errors': () => ({ groups: [], exchangeCount: 0, since: null }),
    'GET /connections/default/exchanges': (_, query) => {
      const wanted = query.get('mark')
      const shown = ids.filter((id) => (!isCleared && wanted !== 'pinned') || marks.get(id)?.pinned)
      return aPage(shown.map(summaryOf))
    },
    'GET /connections/default/density': () => ({
      since: '2026-11-20T12:00:00.000Z',
      stretchSeconds: 60,
      stretches: [{ count: isCleared ? 0 : 4, failed: 0 }],
    }),
    'GET /connections/default/clearing': clearing,
    'POST /connections/default/clearing': () => {
      const taken = clearing()
      isCleared = true
      return taken
    },
    'DELETE /connections/default/clearing': () => {
      isCleared = undo === 'tooLate'
      return { result: undo }
    },
    ...Object.fromEntries(
      ids.flatMap((id) => [
        [`GET /connections/default/exchanges/${id}`, () => aDetail(summaryOf(id), { mark: marks.get(id) ?? null })],
        [
          `PATCH /connections/default/exchanges/${id}/mark`,
          markReply ??
            ((body: unknown) => {
              const mark = { ...none, ...marks.get(id), ...Object(body) }
              marks.set(id, mark)
              return mark
            }),
        ],
      ]),
    ),
  })
  const page = openPage(<MonitorPage connection="default" />, {
    route: '/:connection/activity/:exchange?',
    at: `/default/activity${at}`,
  })
  await waitFor(() => expect(screen.queryByLabelText('Requests are being read')).toBeNull())
  const clearElsewhere = () => {
    isCleared = true
  }
  return { ...page, ...stream, clearElsewhere, changes: () => calls.filter(({ method }) => method !== 'GET') }
}

const row = (id: number) => {
  const found = screen.getAllByRole('option').find(({ textContent }) => textContent.includes(`learner ${id}`))
  if (!found) throw new Error(`There is no row of learner ${id}.`)
  return within(found)
}
const marksOf = async () => within(await screen.findByRole('region', { name: 'Your marks' }))

describe('a mark', () => {
  it('is seen in its row by words and by its note', async () => {
    await openActivity({ marks: { 2: { pinned: true, colour: 'amber', note: 'Ask Okta' } } })
    expect(row(2).getByText('pinned')).toBeTruthy()
    expect(row(2).getByText('amber')).toBeTruthy()
    expect(row(2).getByText('Ask Okta')).toBeTruthy()
    expect(row(3).queryByText('pinned')).toBeNull()
  })

  it('is made in the details: pin, colour and note, each shown in the row at once', async () => {
    const { user, changes } = await openActivity({ at: '/3' })
    const bar = await marksOf()
    await user.click(bar.getByRole('button', { name: 'Pin' }))
    expect(await bar.findByRole('button', { name: 'Pinned', pressed: true })).toBeTruthy()
    await user.click(bar.getByRole('button', { name: 'Blue' }))
    await user.click(bar.getByRole('button', { name: 'Add a note' }))
    await user.type(bar.getByRole('textbox', { name: 'Note' }), ' Wrong department {Control>}{Enter}{/Control}')
    expect(await row(3).findByText('Wrong department')).toBeTruthy()
    expect(row(3).getByText('pinned')).toBeTruthy()
    expect(row(3).getByText('blue')).toBeTruthy()
    expect(changes().map(({ body }) => body)).toEqual([{ pinned: true }, { colour: 'blue' }, { note: 'Wrong department' }])
  })

  it('is taken away again: the same colour, an empty note', async () => {
    const { user, changes } = await openActivity({ at: '/3', marks: { 3: { colour: 'red', note: 'Old' } } })
    const bar = await marksOf()
    await user.click(bar.getByRole('button', { name: 'Red', pressed: true }))
    await user.click(bar.getByRole('button', { name: 'Edit the note' }))
    await user.clear(bar.getByRole('textbox', { name: 'Note' }))
    await user.click(bar.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(changes().map(({ body }) => body)).toEqual([{ colour: null }, { note: null }]))
    await waitFor(() => expect(row(3).queryByText('Old')).toBeNull())
  })

  it('pins the row of the arrow keys by the key M, and unpins it', async () => {
    const { user } = await openActivity()
    screen.getByRole('listbox').focus()
    await user.keyboard('{ArrowDown}{ArrowDown}m')
    expect(await row(3).findByText('pinned')).toBeTruthy()
    await user.keyboard('m')
    await waitFor(() => expect(row(3).queryByText('pinned')).toBeNull())
  })

  it('that was not saved says so', async () => {
    const refuse = () => Response.json({ error: 'failed', message: 'The disk is full.' }, { status: 500 })
    const { user } = await openActivity({ at: '/3', markReply: refuse })
    await user.click((await marksOf()).getByRole('button', { name: 'Pin' }))
    expect(await screen.findByText(/The disk is full/)).toBeTruthy()
    await user.keyboard('m')
    expect(await screen.findByText('The mark was not saved: The disk is full.')).toBeTruthy()
  })

  it('of another tab is shown', async () => {
    const { send } = await openActivity()
    act(() => send({ type: 'exchangeMarked', connection: 'default', exchange: 1, mark: { ...none, note: 'From there' } }))
    expect(await row(1).findByText('From there')).toBeTruthy()
  })

  it('narrows the list, in the address too', async () => {
    const { user, address } = await openActivity({ marks: { 2: { pinned: true } } })
    await user.click(screen.getByRole('button', { name: 'Mark' }))
    await user.click(screen.getByRole('menuitem', { name: 'pinned' }))
    expect(address()).toBe('/default/activity?mark=pinned')
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1))
  })
})

describe('clearing the list', () => {
  const openMenu = async (user: Awaited<ReturnType<typeof openActivity>>['user']) => {
    await user.click(screen.getByRole('button', { name: 'More' }))
    return screen.findByRole('menuitem', { name: /^Clear all/ })
  }

  it('names how many go and how many stay, and can be undone', async () => {
    const { user, changes } = await openActivity({ marks: { 2: { pinned: true } } })
    const item = await openMenu(user)
    expect(item.textContent).toBe('Clear all 3 requests1 pinned stays.')
    await user.click(item)
    expect(await screen.findByText('Cleared 3 requests. 1 pinned stays.')).toBeTruthy()
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1))
    expect(changes()).toEqual([{ method: 'POST', path: '/connections/default/clearing', body: { upTo: 4 } }])
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    expect(await screen.findByText('All requests are back.')).toBeTruthy()
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(4))
  })

  it('says that it takes what the filter hides', async () => {
    const { user } = await openActivity({ at: '?mark=pinned', marks: { 2: { pinned: true } } })
    expect((await openMenu(user)).textContent).toBe('Clear all 3 requestsThose that the filter hides, too. 1 pinned stays.')
  })

  it('says when the undo comes too late', async () => {
    const { user } = await openActivity({ undo: 'tooLate' })
    await user.click(await openMenu(user))
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    expect(await screen.findByText('It is too late for that.')).toBeTruthy()
  })

  it('in another tab empties the list here', async () => {
    const { send, clearElsewhere } = await openActivity()
    expect(await screen.findByRole('slider', { name: '4 requests in the last hour, none failed' })).toBeTruthy()
    clearElsewhere()
    act(() => send({ type: 'listCleared', connection: 'default' }))
    expect(await screen.findByText('Nothing has arrived since the list was emptied')).toBeTruthy()
    expect(await screen.findByRole('slider', { name: 'No requests in the last hour' })).toBeTruthy()
  })
})
