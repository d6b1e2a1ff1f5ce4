import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import type { ErrorGroup } from '#contract/exchange.ts'
import type { FailureTrend } from '#contract/failureTrend.ts'
import { Timestamp } from '../../components/Timestamp.tsx'
import { formatCount } from '../../format.ts'
import { isWithinHours } from '../../time.ts'
import { TrendBars } from './TrendBars.tsx'

/** How far back a trend looks. */
const trendHours = 30 * 24

interface CauseFactsProps {
  readonly group: ErrorGroup
  /** undefined: not known yet. */
  readonly trend: FailureTrend | undefined
}

/** How often a cause occurred, whom it touched, and when. */
export function CauseFacts({ group, trend }: CauseFactsProps) {
  const { count, learnerCount, firstAt, lastAt, recoveredAt } = group
  return (
    <Box
      component="dl"
      sx={{ m: 0, display: 'flex', flexWrap: 'wrap', columnGap: 3, rowGap: 0.5, minHeight: 20, fontSize: '0.8125rem' }}
    >
      <Fact name="Happened">{formatCount(count, 'time')}</Fact>
      <Fact name="Touched">{learnerCount === 0 ? 'no known learner' : formatCount(learnerCount, 'learner')}</Fact>
      {count > 1 && (
        <Fact name="First">
          <Timestamp at={firstAt} />
        </Fact>
      )}
      <Fact name={count > 1 ? 'Last' : 'At'}>
        <Timestamp at={lastAt} />
      </Fact>
      {recoveredAt !== null && (
        <Fact name="Recovered">
          <Timestamp at={recoveredAt} />
        </Fact>
      )}
      <Fact name="Trend">
        {trend ? <TrendBars trend={trend} /> : isWithinHours(lastAt, trendHours) ? '…' : 'none in the last 30 days'}
      </Fact>
    </Box>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <Box sx={{ display: 'flex', gap: 0.75 }}>
      <Box component="dt" sx={{ color: 'text.secondary' }}>
        {name}
      </Box>
      <Box component="dd" sx={{ m: 0, fontVariantNumeric: 'tabular-nums' }}>
        {children}
      </Box>
    </Box>
  )
}
