import { describe, expect, it } from 'vitest'
import type { ExchangeSummary } from '#contract/exchange.ts'
import { foldLookUps, toRows } from '../../../renderer/features/monitor/foldLookUps.ts'
import { anExchangeSummary } from '../setup/aSetupState.ts'

const startMs = Date.parse('2026-11-24T12:00:00.000Z')

/** An exchange about Maya, `seconds` after the first one; ids grow with time. */
const at = (seconds: number, stated: Partial<ExchangeSummary> = {}) =>
  anExchangeSummary({
    id: seconds + 1,
    receivedAt: new Date(startMs + seconds * 1000).toISOString(),
    subjectKeys: 'maya',
    ...stated,
  })
const lookUp = (seconds: number, stated: Partial<ExchangeSummary> = {}) =>
  at(seconds, { action: 'lookedUp', method: 'GET', status: 200, ...stated })

/** Each row as `id`, a write with its look-ups as `id<before|after>`. */
function fold(exchanges: readonly ExchangeSummary[], { expanded = [], openId }: { expanded?: number[]; openId?: number } = {}) {
  const newestFirst = exchanges.toSorted((one, other) => other.id - one.id)
  const rows = toRows(newestFirst, { folds: foldLookUps(newestFirst), expandedIds: new Set(expanded), openId })
  return rows.map(({ exchange, fold: found, headId }) =>
    [found ? `${exchange.id}<${found.beforeCount}|${found.afterCount}>` : `${exchange.id}`, headId && ` in ${headId}`].join(''),
  )
}

describe('look-ups', () => {
  it('fold under their write: look-up, create, look-up of one user form one group of three', () => {
    expect(fold([lookUp(0), at(1), lookUp(2)])).toEqual(['2<1|1>'])
  })

  it('go to the write that they prepared, rather than to the one before', () => {
    expect(fold([lookUp(0), at(1), lookUp(2), at(3, { action: 'updated' })])).toEqual(['4<1|0>', '2<1|0>'])
  })

  it('stay rows of their own where nothing followed', () => {
    expect(fold([lookUp(0), lookUp(1, { subjectKeys: null }), at(2, { subjectKeys: 'tomas' })])).toEqual(['3', '2', '1'])
  })

  it.each<[string, Partial<ExchangeSummary>]>([
    ['another person', { subjectKeys: 'tomas' }],
    ['another caller', { caller: 'entra' }],
    ['another token', { tokenLastFour: '9c41' }],
    ['the simulator', { simulation: 'run' }],
    ['a look-up that failed', { status: 404 }],
    ['a test of the connection', { action: 'tested' }],
  ])('do not hide %s', (_, stated) => {
    expect(fold([lookUp(0, stated), at(1)])).toEqual(['2', '1'])
  })

  it('fold under a write that failed, too', () => {
    expect(fold([lookUp(0), at(1, { status: 409 })])).toEqual(['2<1|0>'])
  })

  it('fold where any of the keys is the same', () => {
    expect(fold([lookUp(0, { subjectKeys: 'external' }), at(1, { subjectKeys: 'id maya external' })])).toEqual(['2<1|0>'])
  })

  it('fold up to two minutes before a write and ten seconds after it', () => {
    expect(fold([lookUp(0), lookUp(1), at(121), lookUp(131), lookUp(132)])).toEqual(['133', '122<1|1>', '1'])
  })

  it('of several people at a time go each to their own write', () => {
    const tomas = { subjectKeys: 'tomas' }
    expect(fold([lookUp(0), lookUp(1, tomas), at(2), at(3, tomas)])).toEqual(['4<1|0>', '3<1|0>'])
  })

  it('are shown under their write when asked for, newest first', () => {
    expect(fold([lookUp(0), at(1), lookUp(2)], { expanded: [2] })).toEqual(['2<1|1>', '3 in 2', '1 in 2'])
  })

  it('are shown when one of them is open, however it was reached', () => {
    expect(fold([lookUp(0), at(1)], { openId: 1 })).toEqual(['2<1|0>', '1 in 2'])
  })
})
