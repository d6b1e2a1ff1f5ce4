import type { FailureTrend } from '#contract/failureTrend.ts'
import { formatNumber } from '../../format.ts'
import { formatClock, formatDayUnlessToday } from '../../time.ts'

const stretchMs = { hour: 3_600_000, day: 86_400_000 }

/** "in the last 24 hours". */
export function nameSpan({ unit, counts }: FailureTrend): string {
  return `last ${counts.length} ${unit}s`
}

/** "50 in the last 24 hours, most in the hour from 14:00: 40; 3 in this hour". */
export function describeTrend(trend: FailureTrend): string {
  const { unit, counts } = trend
  const all = counts.reduce((sum, count) => sum + count, 0)
  const now = counts.at(-1) ?? 0
  const most = Math.max(...counts)
  const present = unit === 'hour' ? 'in this hour' : 'today'
  const peak = all === now ? '' : `, most ${nameStretch(trend, counts.lastIndexOf(most))}: ${formatNumber(most)}`
  return `${formatNumber(all)} in the ${nameSpan(trend)}${peak}; ${now === 0 ? 'none' : formatNumber(now)} ${present}`
}

function nameStretch({ since, unit, counts }: FailureTrend, index: number): string {
  const at = new Date(Date.parse(since) + index * stretchMs[unit])
  if (unit === 'hour') return `in the hour from ${formatClock(at.toISOString()).slice(0, 5)}`
  if (index === counts.length - 1) return 'today'
  // At noon, so that a change to summer time in between leaves it the same day.
  return `on ${formatDayUnlessToday(new Date(at.getTime() + stretchMs.day / 2).toISOString()) ?? 'this day'}`
}
