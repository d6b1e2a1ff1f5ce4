import type { ErrorGroup, ErrorLog } from '#contract/exchange.ts'
import type { ProviderChoice } from '#contract/provider.ts'
import type { FailureRow } from '../storage/exchangeStore.ts'
import { toExplanation } from './explain.ts'

/** What the error log says beside the failures themselves. */
export interface ErrorLogFacts {
  readonly provider: ProviderChoice | null
  /** The SCIM URL to be pasted into the provider. */
  readonly scimUrl: string
  /** Requests that the log covers. */
  readonly exchangeCount: number
  /** When the oldest of them arrived. */
  readonly since: string | null
}

/** The causes of failures with what to do about each, the most recent first. */
export function toErrorLog(rows: readonly FailureRow[], { provider, scimUrl, exchangeCount, since }: ErrorLogFacts): ErrorLog {
  const groups = rows.map((row): ErrorGroup => {
    const explanation = toExplanation(row.explanationId ?? 'unexplained', {
      provider,
      caller: row.lastCaller,
      detail: row.lastDetail,
      target: row.lastTarget,
      status: row.status,
      method: row.method,
      scimUrl,
    })
    return {
      key: row.key,
      title: explanation.title,
      method: row.method,
      route: row.route,
      status: row.status,
      scimType: row.scimType,
      count: row.count,
      learnerCount: row.learnerCount,
      firstAt: row.firstAt,
      lastAt: row.lastAt,
      lastExchangeId: row.lastExchangeId,
      recoveredAt: row.recoveredAt,
      simulated: row.simulated,
      explanation,
    }
  })
  return { groups: groups.sort((left, right) => right.lastExchangeId - left.lastExchangeId), exchangeCount, since }
}
