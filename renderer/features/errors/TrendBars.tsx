import Box from '@mui/material/Box'
import type { FailureTrend } from '#contract/failureTrend.ts'
import { describeTrend, nameSpan } from './trendWords.ts'

/** How often a cause occurred lately: one bar a stretch of time, and the same in words. */
export function TrendBars({ trend }: { readonly trend: FailureTrend }) {
  const most = Math.max(1, ...trend.counts)
  const told = describeTrend(trend)
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'flex-end', gap: 0.75 }}>
      <Box
        component="span"
        role="img"
        aria-label={told}
        title={told}
        sx={{ display: 'inline-flex', alignItems: 'flex-end', gap: '1px', height: 18, borderBottom: 1, borderColor: 'divider' }}
      >
        {trend.counts.map((count, index) => (
          <Box
            component="span"
            // biome-ignore lint/suspicious/noArrayIndexKey: a stretch is its place
            key={index}
            sx={{
              width: 4,
              // A single failure beside a thousand is still seen.
              height: count === 0 ? 0 : `${Math.max(0.15, Math.sqrt(count / most)) * 100}%`,
              bgcolor: 'text.secondary',
            }}
          />
        ))}
      </Box>
      {nameSpan(trend)}
    </Box>
  )
}
