import { type Agent, request } from 'node:http'
import { text } from 'node:stream/consumers'
import type { Json, JsonObject } from '#contract/scim/resource.ts'
import { isObject } from '../protocol/json.ts'
import type { SimulatedRequest } from './profile.ts'

/** How a request goes out. */
export interface Route {
  /** Keeps the connection open between the requests, as providers do. */
  readonly agent: Agent
  /** Of the SCIM listener: `127.0.0.1:4747`. */
  readonly address: string
  /** What stands before the request's own path: `/default/scim/v2`. */
  readonly basePath: string
  readonly timeoutMs: number
}

/** What came back; the body is null where there was none or it is not a JSON object. */
export interface SimulatedReply {
  readonly status: number
  readonly body: JsonObject | null
}

// A listener on all addresses is reached by loopback.
const toReachable = (hostname: string) => {
  if (hostname === '0.0.0.0') return '127.0.0.1'
  return hostname === '[::]' ? '::1' : hostname.replace(/^\[|\]$/g, '')
}

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
  route: Route,
  { method, path, body }: SimulatedRequest,
  headers: readonly (readonly [string, string])[],
): Promise<SimulatedReply> {
  const { hostname, port } = new URL(`http://${route.address}`)
  const payload = body && Buffer.from(JSON.stringify(body))
  return new Promise((resolve, reject) => {
    const sent = request({
      agent: route.agent,
      host: toReachable(hostname),
      port: port || '80',
      method,
      path: route.basePath + path,
      headers: { ...Object.fromEntries(headers), ...(payload && { 'Content-Length': payload.length }) },
    })
    sent.setTimeout(route.timeoutMs, () => sent.destroy(new Error(`No answer within ${route.timeoutMs / 1000} s.`)))
    sent.on('error', reject)
    sent.on('response', (response) => {
      text(response).then((read) => resolve({ status: response.statusCode ?? 0, body: readObject(read) }), reject)
    })
    sent.end(payload)
  })
}
