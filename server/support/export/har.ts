import type { HttpMessage } from '#contract/exchange.ts'
import type { MarkedExchange } from '../../storage/exchangeExport.ts'
import type { ExportRun } from './exportRun.ts'
import { findHeader, readRequestLine } from './requestLine.ts'

/** The beginning of a HAR 1.2 file, up to its entries. */
export function harHead({ version, query }: ExportRun): string {
  const comment =
    query.persons === 'aliases'
      ? 'Persons are replaced by aliases. Tokens and passwords were never stored.'
      : 'Holds data of persons. Tokens and passwords were never stored.'
  const creator = { name: 'Rollcall', version }
  return `{"log":{"version":"1.2","creator":${JSON.stringify(creator)},"comment":${JSON.stringify(comment)},"pages":[],"entries":[\n`
}

/** What ends it. */
export const harTail = '\n]}}\n'

const notKept = 'The body was not kept, or it is no JSON in which persons could be replaced.'

/**
 * One exchange as an entry. Names with an underscore are ours, as the format allows.
 *
 * @see http://www.softwareishard.com/blog/har-12-spec/
 */
export function toHarEntry(exchange: MarkedExchange, run: ExportRun): string {
  const { request, response, durationMs, mark } = exchange
  const { target, query, version } = readRequestLine(request.line)
  const [, status = '', statusText = ''] = /^HTTP\/[\d.]+ (\d+) ?(.*)$/s.exec(response.line) ?? []
  return JSON.stringify({
    startedDateTime: exchange.receivedAt,
    time: durationMs,
    request: {
      method: exchange.method,
      url: toUrl(target, run.origin),
      httpVersion: `HTTP/${version}`,
      cookies: [],
      headers: toHeaders(request),
      queryString: query === null ? [] : [...new URLSearchParams(query)].map(([name, value]) => ({ name, value })),
      ...(request.sizeBytes > 0 && { postData: { mimeType: typeOf(request), params: [], ...toText(request) } }),
      headersSize: -1,
      bodySize: request.sizeBytes,
    },
    response: {
      status: Number(status),
      statusText: status === '' ? response.line : statusText,
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: toHeaders(response),
      content: { size: response.sizeBytes, mimeType: typeOf(response), ...(response.sizeBytes > 0 && toText(response)) },
      redirectURL: '',
      headersSize: -1,
      bodySize: response.sizeBytes,
    },
    cache: {},
    timings: { send: 0, wait: durationMs, receive: 0 },
    ...(mark?.note && { comment: mark.note }),
    _id: exchange.id,
    _connection: exchange.connectionId === null ? null : run.connection.slug,
    _action: exchange.action,
    _sentence: exchange.sentence,
    _caller: exchange.caller,
    _tokenLastFour: exchange.tokenLastFour,
    _refusedCredential: exchange.refusedCredential,
    _resourceType: exchange.resourceType,
    _resourceId: exchange.resourceId,
    _scimType: exchange.scimType,
    _detail: exchange.detail,
    _explanation: exchange.explanationId,
    _tolerances: exchange.tolerances.map(({ name }) => name),
    _changes: exchange.changes,
    _notKept: exchange.notKept,
    _simulation: exchange.simulation,
    _fault: exchange.fault,
    _pinned: mark?.pinned ?? false,
    _colour: mark?.colour ?? null,
  })
}

/** In full, as the format asks; what was no request for a path is one for the root. */
function toUrl(target: string, origin: string): string {
  return URL.canParse(target, origin) ? new URL(target, origin).href : `${origin}/`
}

const toHeaders = ({ headers }: HttpMessage) => headers.map(([name, value]) => ({ name, value }))
const typeOf = ({ headers }: HttpMessage) => findHeader(headers, 'content-type') ?? ''
/** `text` is not left out, since readers of the format expect it. */
const toText = ({ body }: HttpMessage) => (body === null ? { text: '', comment: notKept } : { text: body })
