import type { z } from 'zod'
import { ConsoleFailure, type ConsoleRouteName, consoleRoutes } from '#contract/console.ts'
import type { ExchangeSummary } from '#contract/exchange.ts'
import { type ExportQuery, exportPath } from '#contract/exchangeExport.ts'
import type { StreamEvent } from '#contract/streamEvent.ts'
import { readStream, type StreamStatus } from './readStream.ts'
import { shareStream } from './shareStream.ts'

type Routes = typeof consoleRoutes

/** `:name` parts of a path, as a union: `'connection' | 'token'`. */
type ParameterName<Path extends string> = Path extends `${infer Head}/${infer Rest}`
  ? ParameterName<Head> | ParameterName<Rest>
  : Path extends `:${infer Name}`
    ? Name
    : never

type ParamsOf<Route> = Route extends { path: infer Path extends string }
  ? [ParameterName<Path>] extends [never]
    ? { readonly params?: undefined }
    : { readonly params: { readonly [Name in ParameterName<Path>]: string | number } }
  : never
type QueryOf<Route> = Route extends { query: infer Query extends z.ZodType }
  ? { readonly query?: Partial<z.output<Query>> }
  : { readonly query?: undefined }
type BodyOf<Route> = Route extends { body: infer Body extends z.ZodType }
  ? { readonly body: z.input<Body> }
  : { readonly body?: undefined }

/** What goes into a route of the console API: `params` of its path, `query`, `body`; each only where the route has it. */
export type ServiceInput<Name extends ConsoleRouteName> = ParamsOf<Routes[Name]> & QueryOf<Routes[Name]> & BodyOf<Routes[Name]>

/** The one argument of a call; may be left out where the route needs nothing. */
export type ServiceArguments<Name extends ConsoleRouteName> =
  Record<never, never> extends ServiceInput<Name> ? [input?: ServiceInput<Name>] : [input: ServiceInput<Name>]

/** What a route of the console API answers. */
export type ServiceReply<Name extends ConsoleRouteName> = z.output<Routes[Name]['reply']>

/** Why a console call failed: as the service names it, or `unreachable` where no service answered. */
export type ConsoleErrorName = ConsoleFailure['error'] | 'unreachable'

/** A console call that failed. Expected outcomes are values in the reply; this is for the rest. */
export class ConsoleError extends Error {
  override readonly name: ConsoleErrorName

  constructor(name: ConsoleErrorName, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = name
  }
}

/**
 * Calls one route of the console API.
 *
 * @throws ConsoleError named as the service names the failure, `unreachable` where nothing answered, `failed` where the
 *   answer was not the one of the contract
 */
export async function callService<Name extends ConsoleRouteName>(
  name: Name,
  ...[input]: ServiceArguments<Name>
): Promise<ServiceReply<Name>> {
  const route = consoleRoutes[name]
  const response = await send(route.method, toUrl(route.path, input), input?.body)
  const body: unknown = await response.json().catch(() => undefined)
  if (!response.ok) throw toConsoleError(response.status, body)
  const reply = route.reply.safeParse(body)
  if (!reply.success) {
    throw new ConsoleError('failed', `The service answered ${name} in a form that this page does not know.`, {
      cause: reply.error,
    })
  }
  // `route` is one of many; that its schema makes the reply of just this name is what the table says.
  return reply.data as ServiceReply<Name>
}

interface UrlParts {
  readonly params?: Readonly<Record<string, string | number>> | undefined
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>> | undefined
}

function toUrl(path: string, parts: UrlParts | undefined): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(parts?.params?.[name] ?? '')))
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(parts?.query ?? {})) {
    if (value !== undefined && value !== '') query.set(name, String(value))
  }
  return query.size > 0 ? `/api${filled}?${query}` : `/api${filled}`
}

/** Where the browser takes a file of exchanges from. */
export function toExportUrl(connection: string, query: ExportQuery): string {
  return toUrl(exportPath, { params: { connection }, query })
}

async function send(method: string, url: string, body: unknown): Promise<Response> {
  try {
    return await fetch(url, {
      method,
      headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
    })
  } catch (cause) {
    throw new ConsoleError('unreachable', 'The Rollcall service does not answer.', { cause })
  }
}

function toConsoleError(status: number, body: unknown): ConsoleError {
  const failure = ConsoleFailure.safeParse(body)
  if (failure.success) return new ConsoleError(failure.data.error, failure.data.message)
  return new ConsoleError(status === 401 ? 'noSession' : 'failed', `The service answered with status ${status}.`)
}

type StreamListener = (event: StreamEvent) => void

const streamListeners = new Set<StreamListener>()
const statusListeners = new Set<() => void>()
let streamStatus: StreamStatus = 'opening'

const stream = shareStream(
  {
    locks: 'locks' in navigator ? navigator.locks : undefined,
    openChannel: () => new BroadcastChannel('rollcall-live'),
    read: readStream,
  },
  {
    onEvent: (event) => {
      for (const listener of streamListeners) listener(event)
    },
    onStatus: (status) => {
      streamStatus = status
      for (const listener of statusListeners) listener()
    },
  },
)
// A page that the browser keeps for the way back neither reads nor passes on: another tab has to.
window.addEventListener('pagehide', stream.stop)
window.addEventListener('pageshow', () => streamListeners.size > 0 && stream.start())

/**
 * Takes every event of the live stream. All subscribers share one stream, and so do all tabs of a browser.
 *
 * @returns a function that ends the subscription
 */
export function subscribeToStream(listener: StreamListener): () => void {
  streamListeners.add(listener)
  stream.start()
  return () => {
    streamListeners.delete(listener)
    if (streamListeners.size === 0) stream.stop()
  }
}

/** Takes each exchange of one connection as it arrives, and those that belong to no connection. */
export function onExchangeArrived(connection: string, listener: (exchange: ExchangeSummary) => void): () => void {
  return subscribeToStream((event) => {
    if (event.type === 'exchange' && (event.connection === null || event.connection === connection)) listener(event.exchange)
  })
}

/** Called when the status of the stream changes; the two are made for `useSyncExternalStore`. */
export function subscribeToStreamStatus(listener: () => void): () => void {
  statusListeners.add(listener)
  return () => statusListeners.delete(listener)
}

/** The status of the stream now. */
export const getStreamStatus = (): StreamStatus => streamStatus
