import type { ErrorGroup, ErrorLog } from '#contract/exchange.ts'
import type { IgnoredCause } from '#contract/ignoredCause.ts'
import type { ProviderChoice } from '#contract/provider.ts'
import type { StoredIgnore } from '../storage/ignoredCauseStore.ts'
import type { FailureRow } from '../storage/storedExchange.ts'
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
  readonly ignored: readonly StoredIgnore[]
  /** ISO 8601, UTC. */
  readonly now: string
}

/** The causes of failures with what to do about each, the most urgent first. */
export function toErrorLog(rows: readonly FailureRow[], facts: ErrorLogFacts): ErrorLog {
  const ignored = new Map(facts.ignored.map((one) => [one.key, one]))
  const groups = rows.map((row): ErrorGroup => {
    const explanation = toExplanation(row.explanationId ?? 'unexplained', {
      provider: facts.provider,
      caller: row.lastCaller,
      detail: row.lastDetail,
      target: row.lastTarget,
      status: row.status,
      method: row.method,
      scimUrl: facts.scimUrl,
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
      ignored: toIgnored(ignored.get(row.key)),
      explanation,
    }
  })
  return { groups: groups.sort(byUrgency(facts.now)), exchangeCount: facts.exchangeCount, since: facts.since }
}

/** As the screens are told; `newCount` where it is not that of failures. */
export function toIgnored(stored: StoredIgnore | undefined, newCount = stored?.newCount ?? 0): IgnoredCause | null {
  return stored === undefined ? null : { note: stored.note, by: stored.by, at: stored.at, newCount }
}

/** Within an hour, a day, a week: what is about as recent is told apart by how many it touched. */
const agesMs = [3_600_000, 24 * 3_600_000, 7 * 24 * 3_600_000]

function byUrgency(now: string) {
  const toAge = ({ lastAt }: ErrorGroup) => {
    const ageMs = Date.parse(now) - Date.parse(lastAt)
    return agesMs.filter((limit) => ageMs > limit).length
  }
  const isOver = ({ recoveredAt }: ErrorGroup) => Number(recoveredAt !== null)
  return (left: ErrorGroup, right: ErrorGroup) =>
    isOver(left) - isOver(right) ||
    toAge(left) - toAge(right) ||
    right.learnerCount - left.learnerCount ||
    right.lastExchangeId - left.lastExchangeId
}
