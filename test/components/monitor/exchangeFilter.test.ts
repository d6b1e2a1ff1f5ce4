import { describe, expect, it } from 'vitest'
import type { ExchangeSummary } from '#contract/exchange.ts'
import { ExchangeFilter } from '#contract/exchange.ts'
import {
  changeFilter,
  isNarrowed,
  matchFilter,
  readFilter,
  toSearchParams,
} from '../../../renderer/features/monitor/exchangeFilter.ts'
import { anExchangeSummary } from '../setup/aSetupState.ts'

describe('the filter in the address', () => {
  it('comes back as it went in', () => {
    const text =
      'show=failures&text=maya&action=created&method=POST&status=409&caller=entra&simulated=no&resourceId=u1&group=a%7Cb'
    expect(toSearchParams(readFilter(new URLSearchParams(text))).toString()).toBe(text)
  })

  it('leaves out what it cannot read', () => {
    expect(readFilter(new URLSearchParams('show=everything&status=bad&caller=nobody&action=created&other=1'))).toEqual({
      show: 'all',
      action: 'created',
    })
  })

  it('forgets a condition that is taken away', () => {
    const filter = changeFilter(readFilter(new URLSearchParams('text=maya&method=POST')), { text: '', method: undefined })
    expect(isNarrowed(filter)).toBe(false)
  })
})

describe('an arrival against the filter', () => {
  it.each<[string, Partial<ExchangeSummary>, 'yes' | 'no' | 'unknown']>([
    ['show=writes', { action: 'archived' }, 'yes'],
    ['show=writes', { action: 'lookedUp' }, 'no'],
    ['show=failures', { status: 0 }, 'yes'],
    ['show=failures', { status: 204 }, 'no'],
    ['show=failures', { status: 500, fault: '500' }, 'no'],
    ['method=PATCH', { method: 'POST' }, 'no'],
    ['status=409', { status: 409 }, 'yes'],
    ['caller=entra', { caller: 'entra' }, 'yes'],
    ['caller=entra', { caller: 'unknown' }, 'no'],
    ['simulated=no', { simulation: 'run' }, 'no'],
    ['simulated=yes', { simulation: 'run' }, 'yes'],
    ['text=LINDQVIST', {}, 'yes'],
    ['text=lind+maya', {}, 'yes'],
    ['text=qvist', {}, 'unknown'],
    ['text=nobody', {}, 'unknown'],
    ['text=maya.lindqvist', {}, 'unknown'],
    ['group=key', {}, 'unknown'],
    ['token=7', {}, 'unknown'],
    ['since=2026-11-20T12:00:00.000Z', { receivedAt: '2026-11-20T12:00:00.000Z' }, 'yes'],
    ['since=2026-11-20T13:00:00%2B01:00', { receivedAt: '2026-11-20T12:00:00.000Z' }, 'yes'],
    ['since=2026-11-20T12:00:00.001Z', { receivedAt: '2026-11-20T12:00:00.000Z' }, 'no'],
    ['until=2026-11-20T12:00:00.000Z', { receivedAt: '2026-11-20T12:00:00.000Z' }, 'no'],
    ['group=key&method=GET', {}, 'no'],
  ])('%s: %j is %s', (query, stated, expected) => {
    expect(matchFilter(readFilter(new URLSearchParams(query)), anExchangeSummary(stated))).toBe(expected)
  })

  it('belongs to a list without filter', () => {
    expect(matchFilter(ExchangeFilter.parse({}), anExchangeSummary())).toBe('yes')
  })
})
