import type { Json } from '#contract/scim/resource.ts'

/** A reply with its body as JSON; undefined where there was none. */
export interface ScimReply {
  readonly status: number
  readonly headers: Headers
  // The tests name what they expect of it.
  readonly body: Record<string, Json> & { readonly [name: string]: Json | undefined }
  readonly text: string
  /** Of the resource in the body; empty where there is none. */
  readonly id: string
}

/** A SCIM client with a token, such as an identity provider is. */
export interface ScimClient {
  readonly send: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<ScimReply>
  readonly get: (path: string, headers?: Record<string, string>) => Promise<ScimReply>
  readonly post: (path: string, body: unknown, headers?: Record<string, string>) => Promise<ScimReply>
  readonly put: (path: string, body: unknown, headers?: Record<string, string>) => Promise<ScimReply>
  readonly patch: (path: string, body: unknown, headers?: Record<string, string>) => Promise<ScimReply>
  readonly delete: (path: string, headers?: Record<string, string>) => Promise<ScimReply>
}

/** A client of one SCIM endpoint. Without a token it sends no Authorization header; `headers` go with each request. */
export function createScimClient(scimUrl: string, token?: string, headers: Record<string, string> = {}): ScimClient {
  const send: ScimClient['send'] = async (method, path, body, more = {}) => {
    const reply = await fetch(scimUrl + path, {
      method,
      headers: {
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'Content-Type': 'application/scim+json' }),
        ...headers,
        ...more,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await reply.text()
    const json = text === '' ? {} : JSON.parse(text)
    return { status: reply.status, headers: reply.headers, text, body: json, id: typeof json.id === 'string' ? json.id : '' }
  }
  return {
    send,
    get: (path, more) => send('GET', path, undefined, more),
    post: (path, body, more) => send('POST', path, body, more),
    put: (path, body, more) => send('PUT', path, body, more),
    patch: (path, body, more) => send('PATCH', path, body, more),
    delete: (path, more) => send('DELETE', path, undefined, more),
  }
}
