import type { ExchangeSummary } from '#contract/exchange.ts'
import type { SummaryRow } from './exchangeRow.ts'

/** What a summary takes at most, as JSON in UTF-8. */
export const maxSummaryBytes = 600
const maxTargetLength = 120
/** Longer than any id that was ever handed out: what is cut here names nothing. */
const maxIdLength = 64

/** A line of the list. What came from outside is cut so that a page of lines stays small. */
export function toSummary(row: SummaryRow): ExchangeSummary {
  return shrink({
    id: row.id,
    receivedAt: row.received_at,
    durationMs: row.duration_ms,
    method: row.method,
    target: cut(row.target, maxTargetLength),
    status: row.status,
    scimType: row.scim_type,
    action: row.action,
    sentence: row.sentence,
    caller: row.caller,
    tokenLastFour: row.token_last_four,
    resourceType: row.resource_type,
    resourceId: row.resource_id && cut(row.resource_id, maxIdLength),
    explanationId: row.explanation_id,
    simulation: row.simulation && cut(row.simulation, maxIdLength),
    toleranceCount: row.tolerance_count,
  })
}

/** Shortens first the target, which the details show whole, and then the sentence. */
function shrink(summary: ExchangeSummary): ExchangeSummary {
  let fitted = summary
  while (sizeOf(fitted) > maxSummaryBytes) {
    const name = fitted.target.length > 40 ? 'target' : 'sentence'
    const shorter = cut(fitted[name], Math.floor(fitted[name].length * 0.8))
    if (shorter.length >= fitted[name].length) return fitted
    fitted = { ...fitted, [name]: shorter }
  }
  return fitted
}

function sizeOf(summary: ExchangeSummary): number {
  return Buffer.byteLength(JSON.stringify(summary))
}

function cut(text: string, maxLength: number): string {
  return text.length <= maxLength ? text : `${text.slice(0, Math.max(0, maxLength - 1))}…`
}
