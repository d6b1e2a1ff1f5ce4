import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { ExchangeDetail, ExchangeSummary } from '#contract/exchange.ts'
import type { ServiceSettings } from '#contract/process.ts'
import type { Json } from '#contract/scim/resource.ts'
import { type RunningService, startService as start } from '../../server/index.ts'
import { toExplanation } from '../../server/monitor/explain.ts'

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

/** A running service with a token made on screen, and what the monitor shows of it. */
export interface TestService {
  readonly running: RunningService
  readonly scimUrl: string
  readonly dataDir: string
  readonly token: string
  readonly scim: ScimClient
  /** Newest first. */
  readonly exchanges: () => ExchangeSummary[]
  /** The newest exchange, with all that is kept of it. */
  readonly lastExchange: () => ExchangeDetail['summary'] & { readonly title: string | null }
}

/** Starts a real service on free ports and an own folder; it ends with the test. */
export async function startService(settings: Partial<ServiceSettings> = {}): Promise<TestService> {
  const dataDir = settings.dataDir ?? mkdtempSync(join(tmpdir(), 'rollcall-'))
  const running = await start(
    {
      dataDir,
      host: '127.0.0.1',
      scimPort: 0,
      consolePort: 0,
      publicUrl: null,
      rendererDir: join(dataDir, 'no-renderer'),
      ...settings,
    },
    { log: (error) => void process.stderr.write(`${String(error instanceof Error ? error.stack : error)}\n`) },
  )
  onTestFinished(async () => {
    await running.stop()
    if (settings.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true })
  })
  const { stores, tokens } = running.service
  const connection = stores.connections.get(1)
  const { secret } = tokens.reset(connection.id, 0)

  const exchanges = () => {
    running.flush()
    return stores.exchanges.list(connection.id, { limit: 500 }).exchanges
  }
  return {
    running,
    scimUrl: running.scimUrl,
    dataDir,
    token: secret,
    scim: createScimClient(running.scimUrl, secret),
    exchanges,
    lastExchange: () => {
      const [last] = exchanges()
      if (!last) throw new Error('Nothing has arrived.')
      const explanation =
        last.explanationId === null
          ? null
          : toExplanation(last.explanationId, { ...last, provider: null, detail: null, scimUrl: running.scimUrl })
      return { ...last, title: explanation?.title ?? null }
    },
  }
}
