import type { ExchangeMark, ExchangeSummary } from '#contract/exchange.ts'
import { toMark } from './exchangeMark.ts'
import type { SummaryRow } from './exchangeRow.ts'

/** What a summary takes at most, as JSON in UTF-8. */
const maxSummaryBytes = 600
const maxTargetLength = 120
const maxNoteLength = 60
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
    fault: row.fault,
    ...(row.mark !== null && { mark: cutNote(toMark(row.mark)) }),
    subjectKeys: row.subject_keys,
  })
}

/** A note's beginning, on one line. */
function cutNote({ note, ...mark }: ExchangeMark): ExchangeMark {
  return { ...mark, note: note && cut(note.replace(/[\s\p{Cc}]+/gu, ' '), maxNoteLength) }
}

const shortened = ['target', 'sentence', 'resourceId', 'simulation'] as const

/** Shortens what is longest until the whole fits: as a rule the target, which the details show whole. */
function shrink(summary: ExchangeSummary): ExchangeSummary {
  let fitting = summary
  while (sizeOf(fitting) > maxSummaryBytes) {
    const [longest] = shortened
      .map((name) => ({ name, text: fitting[name] ?? '' }))
      .sort((one, other) => sizeOf(other.text) - sizeOf(one.text))
    if (!longest || longest.text.length <= 1) return fitting
    fitting = { ...fitting, [longest.name]: cut(longest.text, Math.floor(longest.text.length * 0.8)) }
  }
  return fitting
}

function sizeOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value))
}

function cut(text: string, maxLength: number): string {
  // Half of a character made of two units would be no text.
  return text.length <= maxLength ? text : `${text.slice(0, Math.max(0, maxLength - 1)).replace(/[\uD800-\uDBFF]$/, '')}…`
}
