import type { HttpMessage } from '#contract/exchange.ts'

/** The headers by which callers and proxies name a request in their own logs, the most telling first. */
const correlationHeaders = ['x-ms-client-request-id', 'client-request-id', 'x-request-id', 'traceparent']

/** The id under which the caller's own log knows a request; undefined where it sent none. */
export function findCorrelationId({ headers }: HttpMessage): string | undefined {
  const byName = new Map(headers.map(([name, value]) => [name.toLowerCase(), value]))
  return correlationHeaders.map((name) => byName.get(name)).find((value) => value !== undefined)
}
