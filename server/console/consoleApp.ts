import express, { type Express, type RequestHandler } from 'express'
import { exportPath } from '#contract/exchangeExport.ts'
import type { Retention } from '../monitor/retention.ts'
import type { ConnectionRemover } from '../removeConnections.ts'
import type { Search } from '../search.ts'
import type { Service } from '../service.ts'
import type { Simulator } from '../simulator/runSimulation.ts'
import type { Exporter } from '../support/export/exporter.ts'
import { exportExchanges } from './exportExchanges.ts'
import { sendFailure, unknownCall } from './failure.ts'
import { hostGate, originGate, sessionGate, unsafeOriginGate } from './gates.ts'
import { createRendererFiles } from './rendererFiles.ts'
import { connectionHandlers } from './routes/connections.ts'
import { errorLogHandlers } from './routes/errorLog.ts'
import { exchangeHandlers } from './routes/exchanges.ts'
import { extensionHandlers } from './routes/extensions.ts'
import { faultHandlers } from './routes/faults.ts'
import { historyHandlers } from './routes/history.ts'
import { learnerHandlers } from './routes/learners.ts'
import { placeHandlers } from './routes/places.ts'
import { retentionHandlers } from './routes/retention.ts'
import { sessionHandlers } from './routes/sessions.ts'
import { setupHandlers } from './routes/setup.ts'
import { simulationHandlers } from './routes/simulations.ts'
import { statusHandlers } from './routes/status.ts'
import { tokenHandlers } from './routes/tokens.ts'
import { toleranceHandlers } from './routes/tolerances.ts'
import { viewHandlers } from './routes/views.ts'
import { addRoutes } from './routeTable.ts'
import { securityHeaders } from './securityHeaders.ts'
import type { Sessions } from './session.ts'
import type { ConsoleStream } from './stream.ts'

/** What the console works with besides the service. */
export interface ConsoleParts {
  readonly sessions: Sessions
  readonly simulator: Simulator
  readonly stream: ConsoleStream
  readonly exporter: Exporter
  readonly search: Pick<Search, 'list' | 'density' | 'failures' | 'count' | 'trends' | 'learners'>
  readonly retention: Retention
  readonly remover: ConnectionRemover
}

/** All of the console listener, in the order in which a request meets it. */
export function createConsoleApp(service: Service, parts: ConsoleParts): Express {
  const { sessions, simulator, stream, exporter, search, retention, remover } = parts
  const api = express.Router()
  api.use(neverStored)
  api.use(unsafeOriginGate)
  api.use(sessionGate(sessions))
  api.get('/stream', originGate, stream.open)
  api.get(exportPath, originGate, exportExchanges(service, { exporter, search }))
  api.use(express.json({ limit: '64kb' }))
  addRoutes(api, service, {
    ...sessionHandlers(sessions),
    ...statusHandlers(service),
    ...connectionHandlers(service, { remover, simulator }),
    ...placeHandlers(service),
    ...setupHandlers(service, search),
    ...tokenHandlers(service),
    ...extensionHandlers(service),
    ...toleranceHandlers(),
    ...exchangeHandlers(service, search),
    ...errorLogHandlers(service, search),
    ...viewHandlers(service),
    ...retentionHandlers(service, retention),
    ...learnerHandlers(service, search),
    ...historyHandlers(service),
    ...simulationHandlers(service, simulator),
    ...faultHandlers(service),
  })
  api.use(unknownCall)

  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.use(securityHeaders)
  app.use(hostGate(service))
  app.use('/api', api)
  app.use(createRendererFiles(service.settings.rendererDir))
  app.use(sendFailure(service.log))
  return app
}

const neverStored: RequestHandler = (_req, res, next) => {
  res.set('Cache-Control', 'no-store')
  next()
}
