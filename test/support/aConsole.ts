import { createServer, type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import type { StreamEvent } from '#contract/streamEvent.ts'
import { createConsoleApp } from '../../server/console/consoleApp.ts'
import { createSessions } from '../../server/console/session.ts'
import { createStream } from '../../server/console/stream.ts'
import { createRetention } from '../../server/monitor/retention.ts'
import { createConnectionRemover } from '../../server/removeConnections.ts'
import type { Search } from '../../server/search.ts'
import { createSimulator } from '../../server/simulator/runSimulation.ts'
import { createExchangeDensity } from '../../server/storage/exchangeDensity.ts'
import { createFailureTrends } from '../../server/storage/failureTrends.ts'
import { createExporter } from '../../server/support/export/exporter.ts'
import { aService, type ServiceParts } from './aService.ts'

/** What came back. `body` is parsed where it is JSON, else text. */
export interface ConsoleReply {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: unknown
}

/** Headers win over what a page of ours would send. A header given as undefined is not sent. */
export interface ConsoleCall {
  readonly headers?: Readonly<Record<string, string | undefined>>
  readonly body?: unknown
}

/** The console listener on a free port, ended with the test. */
export async function startConsole(parts: ServiceParts & { heartbeatMs?: number } = {}) {
  const service = aService(parts)
  const sessions = createSessions(service)
  const stream = createStream(service, { heartbeatMs: parts.heartbeatMs })
  const exporter = createExporter({
    files: { database: service.db.name, text: '/nowhere' },
    worker: new URL('../../server/exportWorker.ts', import.meta.url),
  })
  // In the thread of the test: its database may be in memory, where no other one sees it.
  const search: Search = {
    list: async (connectionId, query) => service.stores.exchanges.list(connectionId, query),
    density: async (connectionId, query) => createExchangeDensity(service.db)(connectionId, query),
    failures: async (connectionId) => service.stores.exchanges.failures(connectionId),
    count: async (connectionId) => service.stores.exchanges.count(connectionId),
    trends: async (connectionId, query) => createFailureTrends(service.db)(connectionId, query),
    learners: async (connectionId, query) => service.stores.resources.listLearners(connectionId, query),
    wake: () => {},
    stop: async () => {},
  }
  const retention = createRetention(service, { listProofIds: () => [] })
  const simulator = createSimulator(service)
  const remover = createConnectionRemover(service)
  const server = createServer(createConsoleApp(service, { sessions, stream, exporter, simulator, search, retention, remover }))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A listener on a port has an address of this form.
  const { port } = server.address() as AddressInfo
  const address = `127.0.0.1:${port}`
  service.addresses.console = address
  onTestFinished(async () => {
    await retention.stop()
    await remover.stop()
    stream.closeStreams()
    await exporter.stop()
    server.closeAllConnections()
    server.close()
  })

  const send = (method: string, path: string, { headers, body }: ConsoleCall = {}) => {
    const given = {
      origin: `http://${address}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    }
    const sent = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
    const call = request({ host: '127.0.0.1', port, method, path, headers: sent })
    call.end(typeof body === 'string' ? body : body === undefined ? undefined : JSON.stringify(body))
    return call
  }

  const callAs =
    (cookie?: string) =>
    async (method: string, path: string, call: ConsoleCall = {}): Promise<ConsoleReply> => {
      const headers = cookie === undefined ? call.headers : { cookie, ...call.headers }
      const sent = send(method, path, { ...call, headers })
      const res = await new Promise<IncomingMessage>((resolve, reject) => sent.on('response', resolve).on('error', reject))
      let text = ''
      for await (const chunk of res.setEncoding('utf8')) text += chunk
      const isJson = res.headers['content-type']?.startsWith('application/json')
      return { status: res.statusCode ?? 0, headers: res.headers, body: isJson ? JSON.parse(text) : text }
    }

  const ticketOf = (link: string) => new URL(link).searchParams.get('ticket')
  const stranger = callAs()

  /** Opens a session by a new link; the cookie as a browser sends it back. */
  const openSession = async () => {
    const reply = await stranger('POST', '/api/session', { body: { ticket: ticketOf(sessions.newLink()) } })
    return reply.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
  }
  const cookie = await openSession()

  return {
    service,
    sessions,
    stream,
    exporter,
    remover,
    address,
    port,
    send,
    stranger,
    callAs,
    cookie,
    openSession,
    call: callAs(cookie),
    newTicket: () => ticketOf(sessions.newLink()),
  }
}

/** What is told on the stream from now on. */
export function listen({ service }: Awaited<ReturnType<typeof startConsole>>): StreamEvent[] {
  const events: StreamEvent[] = []
  service.events.subscribe((event) => events.push(event))
  return events
}
