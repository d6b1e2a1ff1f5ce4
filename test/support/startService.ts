import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { ExchangeDetail, ExchangeSummary } from '#contract/exchange.ts'
import type { ServiceSettings } from '#contract/process.ts'
import { type RunningService, startService as start } from '../../server/index.ts'
import { toExplanation } from '../../server/monitor/explain.ts'
import { createScimClient, type ScimClient } from './scimClient.ts'

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
      // Whatever runs beside the tests is none of their business.
      tunnelPorts: { ngrok: [], cloudflared: [] },
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
