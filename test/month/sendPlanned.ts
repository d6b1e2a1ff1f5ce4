import { type Agent, request } from 'node:http'
import { text } from 'node:stream/consumers'
import type { JsonObject } from '#contract/scim/resource.ts'
import type { Answer, Planned } from './script.ts'

/** Sends one request of the month over a kept connection, with exactly the headers of its sender. */
export function sendPlanned(scimUrl: string, agent: Agent, { from, method, path, isRaw, body }: Planned): Promise<Answer> {
  const base = new URL(scimUrl)
  const payload = body === undefined ? undefined : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))
  const headers = Object.fromEntries(from.toHeaders(payload !== undefined))
  return new Promise((resolve) => {
    const sent = request({
      agent,
      host: base.hostname,
      port: base.port,
      method,
      path: isRaw ? path : base.pathname + path,
      headers: { ...headers, ...(payload && { 'Content-Length': payload.length }) },
    })
    // A cut connection is one of the faults on purpose.
    const cut = () => resolve({ status: 0, body: null })
    sent.on('error', cut)
    sent.on('response', (response) => {
      text(response).then((read) => resolve({ status: response.statusCode ?? 0, body: readObject(read) }), cut)
    })
    sent.end(payload)
  })
}

function readObject(body: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(body)
    // JSON.parse makes nothing but Json.
    return typeof value === 'object' && value !== null ? (value as JsonObject) : null
  } catch {
    // An HTML page, or JSON that ends early: a fault on purpose, which tells its sender nothing.
    return null
  }
}
