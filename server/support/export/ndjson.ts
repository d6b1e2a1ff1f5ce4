import type { HttpMessage } from '#contract/exchange.ts'
import type { MarkedExchange } from '../../storage/exchangeExport.ts'
import type { StoredExchange } from '../../storage/storedExchange.ts'
import type { ExportRun } from './exportRun.ts'
import { findHeader, readRequestLine } from './requestLine.ts'

/** Others are told as `_OTHER`, so that a collector meets a known set. */
const knownMethods: ReadonlySet<string> = new Set([
  'CONNECT',
  'DELETE',
  'GET',
  'HEAD',
  'OPTIONS',
  'PATCH',
  'POST',
  'PUT',
  'TRACE',
])

/** Only these: the conventions advise against all headers. */
const requestHeaders = ['content-type', 'if-match', 'x-request-id', 'client-request-id', 'x-ms-client-request-id', 'traceparent']
const responseHeaders = ['content-type', 'etag', 'location', 'retry-after']

/**
 * One exchange as a line of JSON, with the stable names of OpenTelemetry's conventions for an HTTP server; what these have no name for stands
 * under `rollcall.`.
 *
 * @see https://opentelemetry.io/docs/specs/semconv/http/http-spans/
 */
export function toNdjsonLine(exchange: MarkedExchange, { connection, origin }: ExportRun): string {
  const { path, query, version } = readRequestLine(exchange.request.line)
  const { hostname, port, protocol } = new URL(origin)
  const isKnown = knownMethods.has(exchange.method)
  const userAgent = findHeader(exchange.request.headers, 'user-agent')
  const line = {
    timestamp: exchange.receivedAt,
    'http.request.method': isKnown ? exchange.method : '_OTHER',
    ...(!isKnown && { 'http.request.method_original': exchange.method }),
    'http.route': exchange.route,
    'url.scheme': protocol.slice(0, -1),
    'url.path': path,
    ...(query !== null && { 'url.query': query }),
    'server.address': hostname,
    ...(port !== '' && { 'server.port': Number(port) }),
    'network.protocol.name': 'http',
    'network.protocol.version': version,
    ...(userAgent !== undefined && { 'user_agent.original': userAgent }),
    ...(exchange.status > 0 && { 'http.response.status_code': exchange.status }),
    ...toErrorType(exchange),
    // In seconds, as the metric of this name is.
    'http.server.request.duration': Math.round(exchange.durationMs * 1000) / 1e6,
    ...pickHeaders(exchange.request, 'request', requestHeaders),
    ...pickHeaders(exchange.response, 'response', responseHeaders),
    'rollcall.exchange.id': exchange.id,
    'rollcall.connection': exchange.connectionId === null ? null : connection.slug,
    'rollcall.action': exchange.action,
    'rollcall.sentence': exchange.sentence,
    'rollcall.caller': exchange.caller,
    'rollcall.token.last_four': exchange.tokenLastFour,
    'rollcall.refused_credential': exchange.refusedCredential,
    'rollcall.resource.type': exchange.resourceType,
    'rollcall.resource.id': exchange.resourceId,
    'rollcall.scim_type': exchange.scimType,
    'rollcall.detail': exchange.detail,
    'rollcall.explanation': exchange.explanationId,
    'rollcall.tolerances': exchange.tolerances.map(({ name }) => name),
    'rollcall.changes': exchange.changes,
    'rollcall.not_kept': exchange.notKept,
    'rollcall.simulation': exchange.simulation,
    'rollcall.fault': exchange.fault,
    'rollcall.mark.pinned': exchange.mark?.pinned ?? false,
    'rollcall.mark.colour': exchange.mark?.colour ?? null,
    'rollcall.mark.note': exchange.mark?.note ?? null,
    'rollcall.request.size': exchange.request.sizeBytes,
    'rollcall.request.body': exchange.request.body,
    'rollcall.response.size': exchange.response.sizeBytes,
    'rollcall.response.body': exchange.response.body,
  }
  return `${JSON.stringify(line)}\n`
}

/** A server's error is one from 500; a reply that nobody waited for is none of HTTP's. */
function toErrorType({ status }: StoredExchange): { 'error.type'?: string } {
  if (status === 0) return { 'error.type': 'aborted' }
  return status >= 500 ? { 'error.type': String(status) } : {}
}

/** Each as a list of values. */
function pickHeaders({ headers }: HttpMessage, of: 'request' | 'response', names: readonly string[]): Record<string, string[]> {
  const picked = names.map((wanted): [string, string[]] => [
    `http.${of}.header.${wanted}`,
    headers.filter(([name]) => name.toLowerCase() === wanted).map(([, value]) => value),
  ])
  return Object.fromEntries(picked.filter(([, values]) => values.length > 0))
}
