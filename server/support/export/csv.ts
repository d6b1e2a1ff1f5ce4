import type { MarkedExchange } from '../../storage/exchangeExport.ts'
import type { ExportRun } from './exportRun.ts'

type Cell = string | number | null

/** The columns in order, each with what fills it. */
const columns: readonly (readonly [string, (exchange: MarkedExchange, run: ExportRun) => Cell])[] = [
  ['id', ({ id }) => id],
  ['received_at_utc', ({ receivedAt }) => receivedAt],
  ['connection', ({ connectionId }, { connection }) => (connectionId === null ? null : connection.slug)],
  ['caller', ({ caller }) => caller],
  ['action', ({ action }) => action],
  ['sentence', ({ sentence }) => sentence],
  ['method', ({ method }) => method],
  ['target', ({ target }) => target],
  ['status', ({ status }) => status],
  ['scim_type', ({ scimType }) => scimType],
  ['detail', ({ detail }) => detail],
  ['duration_ms', ({ durationMs }) => durationMs],
  ['resource_type', ({ resourceType }) => resourceType],
  ['resource_id', ({ resourceId }) => resourceId],
  ['resource_name', ({ resourceName }) => resourceName],
  ['explanation', ({ explanationId }) => explanationId],
  ['refused_credential', ({ refusedCredential }) => refusedCredential],
  ['token_last_four', ({ tokenLastFour }) => tokenLastFour],
  ['tolerances', ({ tolerances }) => tolerances.map(({ name }) => name).join(' ')],
  ['changed', ({ changes }) => changes.map(({ attribute }) => attribute).join(', ')],
  ['not_kept', ({ notKept }) => notKept.join(', ')],
  ['simulation', ({ simulation }) => simulation],
  ['fault', ({ fault }) => fault],
  ['pinned', ({ mark }) => (mark?.pinned ? 'yes' : null)],
  ['colour', ({ mark }) => mark?.colour ?? null],
  ['note', ({ mark }) => mark?.note ?? null],
  ['request_bytes', ({ request }) => request.sizeBytes],
  ['response_bytes', ({ response }) => response.sizeBytes],
]

/** The first line. A spreadsheet takes a file for UTF-8 by the mark in front of it alone. */
export const csvHead = `\uFEFF${columns.map(([name]) => name).join(',')}\r\n`

/** One exchange as a line (RFC 4180). */
export function toCsvLine(exchange: MarkedExchange, run: ExportRun): string {
  return `${columns.map(([, read]) => toCell(read(exchange, run))).join(',')}\r\n`
}

/** What a spreadsheet would take for a formula, also behind spaces, begins with an apostrophe, which makes it a text. */
function toCell(value: Cell): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = /^\s*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/.test(value) ? `'${value}` : value
  return /[",\r\n;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
