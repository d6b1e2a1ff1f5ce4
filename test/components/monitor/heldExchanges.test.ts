import { describe, expect, it } from 'vitest'
import { addArrivals, addNewestPage, addOlder, fromPage, letIn } from '../../../renderer/features/monitor/heldExchanges.ts'
import { anExchangeSummary } from '../setup/aSetupState.ts'
import { aPage, exchangesFrom } from './aPage.ts'

const ids = (exchanges: readonly { readonly id: number }[]) => exchanges.map(({ id }) => id)
const held = (newest: number, count: number) => fromPage(aPage(exchangesFrom(newest, count)))

describe('the activity list', () => {
  it('shows arrivals at once while it is live', () => {
    const list = addArrivals(held(2, 2), [anExchangeSummary({ id: 3 }), anExchangeSummary({ id: 4 })], 'live')
    expect(ids(list.shown)).toEqual([4, 3, 2, 1])
    expect(list.total).toBe(4)
  })

  it('lets arrivals wait while it is held, and counts them', () => {
    const list = addArrivals(held(2, 2), exchangesFrom(202, 200), 'held')
    expect(ids(list.shown)).toEqual([2, 1])
    expect(list.waitingCount).toBe(200)
    expect(ids(letIn(list).shown).slice(0, 3)).toEqual([202, 201, 200])
    expect(letIn(list).waitingCount).toBe(0)
  })

  it('takes each exchange once, however often it arrives', () => {
    const once = addArrivals(held(2, 2), [anExchangeSummary({ id: 3 })], 'held')
    expect(addArrivals(once, [anExchangeSummary({ id: 3 }), anExchangeSummary({ id: 2 })], 'held')).toBe(once)
  })

  it('keeps memory bounded when thousands wait, and reads the rest again by scrolling', () => {
    let list = held(2, 2)
    for (let newest = 102; newest <= 3002; newest += 100) list = addArrivals(list, exchangesFrom(newest, 100), 'held')
    expect(list.waitingCount).toBe(3000)
    expect(list.waiting).toHaveLength(1000)
    const shown = letIn(list)
    expect(shown.hasMore).toBe(true)
    expect(shown.shown.at(-1)?.id).toBe(2003)
  })

  it('cuts a live list that ran all night', () => {
    const list = addArrivals(held(1990, 1990), exchangesFrom(2090, 100), 'live')
    expect(list.shown).toHaveLength(500)
    expect(list.hasMore).toBe(true)
  })

  it('joins a newest page that reaches what is shown', () => {
    const list = addNewestPage(held(5, 5), aPage(exchangesFrom(7, 7)), 'live')
    expect(ids(list.shown)).toEqual([7, 6, 5, 4, 3, 2, 1])
  })

  it.each(['live', 'held'] as const)('finds in the newest page what later arrivals overtook, %s', (mode) => {
    const list = addNewestPage(
      fromPage(aPage([...exchangesFrom(9, 2), ...exchangesFrom(5, 5)])),
      aPage(exchangesFrom(9, 9)),
      mode,
    )
    expect(ids(list.shown)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1])
    expect(list).toMatchObject({ waitingCount: 0, total: 9 })
  })

  it('lets wait what was overtaken by arrivals that wait', () => {
    const waiting = addArrivals(held(5, 5), exchangesFrom(9, 2), 'held')
    const list = addNewestPage(waiting, aPage(exchangesFrom(9, 9)), 'held')
    expect(ids(list.shown)).toEqual([5, 4, 3, 2, 1])
    expect([ids(list.waiting), list.waitingCount]).toEqual([[9, 8, 7, 6], 4])
  })

  it('holds still when so much was missed that the newest page no longer reaches it', () => {
    const list = addNewestPage(held(5, 5), aPage(exchangesFrom(400, 100), { hasMore: true, total: 400 }), 'held')
    expect(ids(list.shown)).toEqual([5, 4, 3, 2, 1])
    expect(list.waitingCount).toBe(395)
    expect(letIn(list)).toMatchObject({ hasMore: true, waitingCount: 0 })
    expect(letIn(list).shown).toHaveLength(100)
  })

  it('starts over when something was removed', () => {
    expect(ids(addNewestPage(held(5, 5), aPage(exchangesFrom(2, 1)), 'held').shown)).toEqual([2])
  })

  it('keeps what arrived while the page that is read anew was on its way', () => {
    const list = addArrivals(held(2, 2), [anExchangeSummary({ id: 3 })], 'live')
    const after = addNewestPage(list, aPage(exchangesFrom(2, 2)), 'live')
    expect(ids(after.shown)).toEqual([3, 2, 1])
    expect(after.total).toBe(3)
    const first = addArrivals(fromPage(aPage([])), [anExchangeSummary({ id: 1 })], 'live')
    expect(ids(addNewestPage(first, aPage([]), 'live').shown)).toEqual([1])
  })

  it('takes an older page once, even when it was asked for twice', () => {
    const page = aPage(exchangesFrom(8, 3))
    const list = addOlder({ ...held(10, 2), hasMore: true }, page)
    expect(ids(list.shown)).toEqual([10, 9, 8, 7, 6])
    expect(ids(addOlder(list, page).shown)).toEqual([10, 9, 8, 7, 6])
  })
})
