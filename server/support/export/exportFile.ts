import type { ExchangeMark } from '#contract/exchange.ts'
import type { ExportFormat } from '#contract/exchangeExport.ts'
import { assertNever } from '../../protocol/assertNever.ts'
import type { MarkedExchange } from '../../storage/exchangeExport.ts'
import { aliasExchange, meetPersons } from '../aliases/aliasExchange.ts'
import { createPersons } from '../aliases/persons.ts'
import { csvHead, toCsvLine } from './csv.ts'
import type { ExportRun } from './exportRun.ts'
import { harHead, harTail, toHarEntry } from './har.ts'
import { toNdjsonLine } from './ndjson.ts'

/** About how much is handed over at once, in characters. */
const pieceLength = 64 * 1024

/** A format as text before, for each, between and after exchanges. */
interface Writer {
  readonly head: string
  readonly write: (exchange: MarkedExchange) => string
  readonly separator: string
  readonly tail: string
}

/**
 * Writes a file piece by piece, holding one exchange at a time, and the values of persons where these are to be replaced.
 *
 * @param read all that are to be exported; called twice where persons are replaced
 */
export function* exportFile(run: ExportRun, read: () => Iterable<MarkedExchange>): Generator<string, void> {
  const { head, write, separator, tail } = createWriter(run.query.format, run)
  // At once, so that the taker sees a file begin.
  if (head !== '') yield head
  let piece = ''
  let isFirst = true
  for (const exchange of run.query.persons === 'aliases' ? readAliased(read) : read()) {
    piece += isFirst ? write(exchange) : `${separator}${write(exchange)}`
    isFirst = false
    if (piece.length < pieceLength) continue
    yield piece
    piece = ''
  }
  yield piece + tail
}

function* readAliased(read: () => Iterable<MarkedExchange>): Generator<MarkedExchange, void> {
  const { meeting, naming } = createPersons()
  for (const exchange of read()) meetPersons(exchange, meeting)
  for (const exchange of read()) yield { ...aliasExchange(exchange, naming), mark: withoutNote(exchange.mark) }
}

/** Who a person's own words are about, nothing tells. */
function withoutNote(mark: ExchangeMark | null): ExchangeMark | null {
  return mark?.note ? { ...mark, note: '(left out, since a note may name a person)' } : mark
}

function createWriter(format: ExportFormat, run: ExportRun): Writer {
  switch (format) {
    case 'har':
      return { head: harHead(run), write: (exchange) => toHarEntry(exchange, run), separator: ',\n', tail: harTail }
    case 'ndjson':
      return { head: '', write: (exchange) => toNdjsonLine(exchange, run), separator: '', tail: '' }
    case 'csv':
      return { head: csvHead, write: (exchange) => toCsvLine(exchange, run), separator: '', tail: '' }
    default:
      return assertNever(format)
  }
}
