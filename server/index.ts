import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import type { ServiceSettings } from '#contract/process.ts'
import { createConsoleApp } from './console/consoleApp.ts'
import { publicUrlKey } from './console/publicUrl.ts'
import { createSessions } from './console/session.ts'
import { toSetupOptions } from './console/setupOptions.ts'
import { createStream } from './console/stream.ts'
import { createEventHub } from './eventHub.ts'
import { createFaultRegistry } from './faults/faultRegistry.ts'
import { listen } from './listen.ts'
import { createRecorder } from './monitor/recordExchange.ts'
import { createRetention } from './monitor/retention.ts'
import { createReachRegistry } from './reach/reachRegistry.ts'
import { createConnectionRemover } from './removeConnections.ts'
import { createScimServer } from './scim/scimServer.ts'
import { createSearch } from './search.ts'
import { type Service, toScimUrl } from './service.ts'
import { listProofIds } from './setup/listProofIds.ts'
import { readSetup } from './setup/readSetup.ts'
import { noteAddresses } from './setup/urlChange.ts'
import { createSimulator } from './simulator/runSimulation.ts'
import { StartError } from './startError.ts'
import type { StoredConnection } from './storage/connectionStore.ts'
import { DataFolderInUse, DataFolderUnusable, lockDataFolder } from './storage/lockDataFolder.ts'
import { DatabaseTooNew } from './storage/migrate.ts'
import { openDatabase } from './storage/openDatabase.ts'
import { createStores, type Stores } from './storage/stores.ts'
import { createExporter } from './support/export/exporter.ts'
import { createTokenRegistry } from './tokenRegistry.ts'
import { version } from './version.ts'

/** How long a stop waits for requests in flight, in milliseconds. */
const stopPatienceMs = 10_000

/** The database inside the data folder. */
export const databaseFile = 'rollcall.db'

/** Made from the database, and anew where it is missing. */
const textFile = 'rollcall-text.db'

/** The entry of a worker: beside this source, and beside the folder of the chunk that this is built into. */
const workerEntry = (name: string) => new URL(import.meta.url.endsWith('.ts') ? `${name}.ts` : `../${name}.js`, import.meta.url)

/** A service that listens. */
export interface RunningService {
  readonly service: Service
  /** Of connection `default`; where that was removed, of the oldest. */
  readonly scimUrl: string
  /** A fresh one-time link to the console. */
  readonly newConsoleLink: () => string
  /** Writes the exchanges that still wait for their batch. */
  readonly flush: () => void
  /** Finishes what is in flight, writes what waits, and lets the data folder go. Once is enough; more do no harm. */
  readonly stop: () => Promise<void>
}

/** What a test replaces. */
export interface StartOptions {
  readonly now?: () => string
  readonly log?: (error: unknown) => void
}

/**
 * Starts the service: data folder, database, both listeners.
 *
 * @throws StartError with the exit code of the command line
 */
export async function startService(settings: ServiceSettings, options: StartOptions = {}): Promise<RunningService> {
  const { lock, stores } = openDataFolder(settings.dataDir)
  try {
    const service = createService(settings, stores, options)
    const files = { database: join(settings.dataDir, databaseFile), text: join(settings.dataDir, textFile) }
    const search = createSearch(files, { entry: workerEntry('searchWorker'), log: service.log })
    const recorder = createRecorder(service, search.wake)
    const simulator = createSimulator(service)
    const sessions = createSessions(service)
    const stream = createStream(service)
    const retention = createRetention(service, { listProofIds: (connection) => listSetupProofs(service, connection) })
    const remover = createConnectionRemover(service)
    const exporter = createExporter({ files, worker: workerEntry('exportWorker') })
    const scimServer = createScimServer(service, recorder)
    const consoleServer = createServer(
      createConsoleApp(service, { sessions, simulator, stream, exporter, search, retention, remover }),
    )

    service.addresses.scim = await listen(scimServer, { host: settings.host, port: settings.scimPort, option: '--scim-port' })
    try {
      service.addresses.console = await listen(consoleServer, {
        host: '127.0.0.1',
        port: settings.consolePort,
        option: '--console-port',
      })
    } catch (error) {
      scimServer.close()
      throw error
    }
    noteAddresses(service)
    retention.start()
    remover.start()
    stores.preferences.set(consoleAddressKey, service.addresses.console)

    let stopped: Promise<void> | undefined
    const stop = async () => {
      service.faults.stop()
      await simulator.stop()
      stream.closeStreams()
      await search.stop()
      await exporter.stop()
      await Promise.all([close(scimServer), close(consoleServer)])
      // Requests that were broken off are told of it in one of the next turns, and have their rows then.
      for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve))
      recorder.stop()
      await retention.stop()
      await remover.stop()
      stores.close()
      lock.release()
    }
    return {
      service,
      scimUrl: toScimUrl(service, toFirstSlug(service)),
      newConsoleLink: sessions.newLink,
      flush: recorder.flush,
      stop: () => (stopped ??= stop()),
    }
  } catch (error) {
    stores.close()
    lock.release()
    throw error
  }
}

/** Where the running service left its console's address, for `--link` in another process. */
export const consoleAddressKey = 'consoleAddress'

const listSetupProofs = (service: Service, connection: StoredConnection) =>
  listProofIds(readSetup(service, connection, toSetupOptions(service, connection)))

function openDataFolder(dataDir: string): { lock: ReturnType<typeof lockDataFolder>; stores: Stores } {
  try {
    const lock = lockDataFolder(dataDir)
    try {
      return { lock, stores: createStores(openDatabase(join(dataDir, databaseFile))) }
    } catch (error) {
      lock.release()
      throw error
    }
  } catch (error) {
    if (error instanceof DataFolderInUse || error instanceof DatabaseTooNew)
      throw new StartError(4, error.message, { cause: error })
    if (error instanceof DataFolderUnusable) throw new StartError(1, error.message, { cause: error })
    const reason = error instanceof Error ? error.message : String(error)
    throw new StartError(1, `The database in ${dataDir} cannot be opened: ${reason}`, { cause: error })
  }
}

function createService(settings: ServiceSettings, stores: Stores, options: StartOptions): Service {
  const now = options.now ?? (() => new Date().toISOString())
  const storedUrl = stores.preferences.get(publicUrlKey)
  let publicUrl = settings.publicUrl ?? (typeof storedUrl === 'string' ? storedUrl : null)
  const events = createEventHub()
  const service: Service = {
    version,
    settings,
    stores,
    tokens: createTokenRegistry(stores, now),
    events,
    faults: createFaultRegistry({ now, publish: events.publish }),
    reach: createReachRegistry(),
    startedAt: now(),
    now,
    // Ids that grow with time stand beside each other in every index.
    createId: () => uuidv7(),
    addresses: { scim: '', console: '' },
    getPublicUrl: () => publicUrl,
    setPublicUrl: (url) => {
      publicUrl = url
    },
    log:
      options.log ??
      ((error) => void process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)),
  }
  const { environmentToken } = settings
  // `default` may have been removed by hand. Who gives a token for it wants it back.
  if (environmentToken !== undefined || stores.connections.list().length === 0) {
    const connection =
      stores.connections.findBySlug('default') ?? stores.connections.create({ slug: 'default', name: 'Default' }, now())
    if (environmentToken !== undefined) service.tokens.setEnvironmentToken(connection.id, environmentToken)
  }
  return service
}

/** The connection that a script means which names none. */
function toFirstSlug({ stores }: Service): string {
  const [oldest] = stores.connections.list()
  return stores.connections.findBySlug('default')?.slug ?? oldest?.slug ?? 'default'
}

/** New connections are refused at once, idle ones closed, and those with a request in flight waited for; none is kept for the next. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.prependListener('request', (_req, res) => {
      res.shouldKeepAlive = false
    })
    const impatience = setTimeout(() => server.closeAllConnections(), stopPatienceMs)
    server.close(() => {
      clearTimeout(impatience)
      resolve()
    })
    server.closeIdleConnections()
  })
}
