import type { Density } from '#contract/exchange.ts'
import { formatCount, formatNumber } from '../../../format.ts'
import { formatTime } from '../../../time.ts'

/** The time of some neighbouring stretches, as the filter takes it. */
export function toTimeRange({ since, stretchSeconds }: Density, first: number, last: number): { since: string; until: string } {
  const at = (index: number) => new Date(Date.parse(since) + index * stretchSeconds * 1000).toISOString()
  const [from, to] = first <= last ? [first, last] : [last, first]
  return { since: at(from), until: at(to + 1) }
}

/** "14:02:00: 12 requests, 3 failed". */
export function describeStretch(density: Density, index: number): string {
  const { count, failed } = density.stretches[index] ?? { count: 0, failed: 0 }
  const requests = count === 0 ? 'no requests' : formatCount(count, 'request')
  return `${formatTime(toTimeRange(density, index, index).since)}: ${requests}${failed === 0 ? '' : `, ${formatNumber(failed)} failed`}`
}

/** "204 requests in the last hour, 3 failed". */
export function describeDensity({ stretches }: Density, window: string): string {
  const count = stretches.reduce((sum, stretch) => sum + stretch.count, 0)
  const failed = stretches.reduce((sum, stretch) => sum + stretch.failed, 0)
  return count === 0
    ? `No requests in the ${window}`
    : `${formatCount(count, 'request')} in the ${window}, ${failed === 0 ? 'none' : formatNumber(failed)} failed`
}

/** How high a bar is, from 0 to 1. By the square root, so that a single request beside a thousand is still seen. */
export function toHeight(count: number, most: number): number {
  return count === 0 ? 0 : Math.max(0.12, Math.sqrt(count / most))
}
