import { Agent as HttpAgent, request as requestHttp } from 'node:http'
import { Agent as HttpsAgent, request as requestHttps } from 'node:https'
import { text } from 'node:stream/consumers'
import type { Json, JsonObject } from '#contract/scim/resource.ts'
import { isObject } from '../protocol/json.ts'

/** How requests go out. */
export interface Route {
  /** The base URL that was pasted into the provider: `http://127.0.0.1:4747/default/scim/v2`. */
  readonly url: string
  /** Keeps the connection open between the requests, as providers do. */
  readonly agent: HttpAgent
  readonly timeoutMs: number
}

/** A request as the provider writes it; `path` follows the base URL and carries the query in that provider's encoding. */
export interface SimulatedRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly body?: JsonObject
}

/** What came back; the body is null where there was none or it is not a JSON object. */
export interface SimulatedReply {
  readonly status: number
  /** Of `Retry-After`, in seconds; null where it is missing or a date. */
  readonly retryAfter: number | null
  readonly body: JsonObject | null
}

const isHttps = (url: string) => url.startsWith('https:')

/** The agent of a run: one connection, as long as it lasts. */
export const createAgent = (url: string): HttpAgent =>
  new (isHttps(url) ? HttpsAgent : HttpAgent)({ keepAlive: true, maxSockets: 1 })

function readObject(body: string): JsonObject | null {
  try {
    // JSON.parse makes nothing but Json.
    const value = JSON.parse(body) as Json
    return isObject(value) ? value : null
  } catch {
    // Whoever sent the request judges by the status; a body that is not JSON tells nothing more.
    return null
  }
}

/**
 * Sends one request over real HTTP, with exactly these headers and the path as it is written.
 *
 * @throws Error when no reply came: connection refused or lost, or no answer in time
 */
export function sendRequest(
  { url, agent, timeoutMs }: Route,
  { method, path, body }: SimulatedRequest,
  headers: readonly (readonly [string, string])[],
): Promise<SimulatedReply> {
  const { hostname, port, pathname } = new URL(url)
  const payload = body && Buffer.from(JSON.stringify(body))
  const send = isHttps(url) ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const sent = send({
      agent,
      host: hostname.replace(/^\[|\]$/g, ''),
      port: port || null,
      method,
      path: pathname.replace(/\/+$/, '') + path,
      headers: { ...Object.fromEntries(headers), ...(payload && { 'Content-Length': payload.length }) },
    })
    sent.setTimeout(timeoutMs, () => sent.destroy(new Error(`No answer within ${timeoutMs / 1000} s.`)))
    sent.on('error', reject)
    sent.on('response', (response) => {
      const { statusCode = 0, headers: answered } = response
      const seconds = /^\d+$/.exec(answered['retry-after'] ?? '')?.[0]
      const retryAfter = seconds === undefined ? null : Number(seconds)
      text(response).then((read) => resolve({ status: statusCode, retryAfter, body: readObject(read) }), reject)
    })
    sent.end(payload)
  })
}
