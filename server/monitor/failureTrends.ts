import type { FailureTrend } from '#contract/failureTrend.ts'
import type { DensityQuery } from '../storage/exchangeDensity.ts'
import type { FailureCounts } from '../storage/failureTrends.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** The stretches that a trend is made of, the running one last. */
export interface TrendTimes {
  readonly hours: DensityQuery
  readonly days: DensityQuery
}

/** The last 24 hours and the last 30 days by a clock that is `utcOffsetMinutes` ahead of UTC; a change to summer time in between is not looked at. */
export function toTrendTimes(now: string, utcOffsetMinutes: number): TrendTimes {
  return { hours: toTimes(now, utcOffsetMinutes, hourMs, 24), days: toTimes(now, utcOffsetMinutes, dayMs, 30) }
}

function toTimes(now: string, utcOffsetMinutes: number, stretchMs: number, stretches: number): DensityQuery {
  const offsetMs = utcOffsetMinutes * 60_000
  const running = Math.floor((Date.parse(now) + offsetMs) / stretchMs) * stretchMs - offsetMs
  const since = new Date(running - (stretches - 1) * stretchMs).toISOString()
  return { since, stretchSeconds: stretchMs / 1000, stretches }
}

/** Of each cause by its key: by the hour where it all happened within the last day, else by the day. */
export function toFailureTrends(
  { hours, days }: TrendTimes,
  byHour: FailureCounts,
  byDay: FailureCounts,
): Record<string, FailureTrend> {
  const trends: Record<string, FailureTrend> = {}
  for (const [key, counts] of Object.entries(byDay)) {
    const ofDay = byHour[key]
    const isYoung = ofDay !== undefined && sum(ofDay) === sum(counts)
    trends[key] = isYoung
      ? { since: hours.since, unit: 'hour', counts: [...ofDay] }
      : { since: days.since, unit: 'day', counts: [...counts] }
  }
  return trends
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)
