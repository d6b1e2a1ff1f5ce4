import express, { type Express } from 'express'
import type { Recorder } from '../monitor/recordExchange.ts'
import { resourceTypes } from '../protocol/schemas/resourceTypes.ts'
import { unknownPath } from '../protocol/scimError.ts'
import type { Service } from '../service.ts'
import { createAnswerer } from './answer.ts'
import { answerAsAsked } from './answerAsAsked.ts'
import { authenticate } from './authenticate.ts'
import { beginExchange } from './beginExchange.ts'
import { checkAvailability } from './checkAvailability.ts'
import { findConnection } from './findConnection.ts'
import { injectFault } from './injectFault.ts'
import { receiveBody } from './readBody.ts'
import { recogniseRequest } from './recogniseRequest.ts'
import { requireHost } from './requireHost.ts'
import { routeBulk } from './routes/bulk.ts'
import { routeDiscovery, routeOpenDiscovery } from './routes/discovery.ts'
import { routeMe } from './routes/me.ts'
import { routeResources } from './routes/resources.ts'
import { routeSearch } from './routes/search.ts'
import { sendError } from './sendError.ts'

/** The SCIM listener: `/{connection}/scim/v2/…` and nothing else. Every request becomes an exchange. */
export function createScimApp(service: Service, recorder: Recorder): Express {
  const app = express()
  // `beginExchange` reads the query, once and for all.
  app.disable('x-powered-by').disable('etag').disable('query parser')
  const answerer = createAnswerer(service, recorder)

  app.use(beginExchange(service))
  app.use(receiveBody())
  app.use(recogniseRequest(service))
  app.use(requireHost)
  app.use(findConnection(service))
  routeOpenDiscovery(app, answerer)
  app.use(authenticate(service))
  app.use(injectFault(service))
  app.use(answerAsAsked)
  routeDiscovery(app, answerer)
  app.use(checkAvailability)
  routeSearch(app, resourceTypes, answerer)
  for (const type of resourceTypes) routeResources(app, type, answerer)
  routeMe(app)
  routeBulk(app, answerer)
  app.use((req) => {
    throw unknownPath(req.path)
  })
  app.use(sendError(service, recorder))
  return app
}
