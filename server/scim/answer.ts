import type { Request, RequestHandler } from 'express'
import type { Arrival, Reply } from '../monitor/arrival.ts'
import type { Recorder } from '../monitor/recordExchange.ts'
import type { OperationContext } from '../operations/context.ts'
import { unknownPath } from '../protocol/scimError.ts'
import type { Service } from '../service.ts'
import { arrivalOf } from './beginExchange.ts'
import { readRequest, type ScimRequest } from './readRequest.ts'
import { sendReply } from './sendReply.ts'
import { spoilReply } from './spoilReply.ts'
import { tolerancesOf } from './tolerances.ts'

/** What a route does: it computes the reply, and sends nothing. `body` is the request's JSON, not yet checked. */
export type Answer = (context: OperationContext, request: ScimRequest & { readonly body: unknown }) => Reply

/** Makes a request handler of what a route does. */
export interface Answerer {
  readonly read: (answer: Answer) => RequestHandler
  /** The change and its row share one commit, and the reply goes out after it. */
  readonly write: (answer: Answer) => RequestHandler
}

/** @see Answerer */
export function createAnswerer(service: Service, recorder: Recorder): Answerer {
  const toHandler =
    (kind: 'read' | 'write') =>
    (answer: Answer): RequestHandler =>
    async (req, res) => {
      const arrival = arrivalOf(res)
      const work = () =>
        spoilReply(arrival, answer(toContext(service, req, arrival), { ...readRequest(req, arrival), body: arrival.body }))
      sendReply(res, await recorder.answer({ kind, arrival, work }))
    }
  return { read: toHandler('read'), write: toHandler('write') }
}

function toContext(service: Service, req: Request, arrival: Arrival): OperationContext {
  const { connection } = arrival
  if (!connection) throw new Error('A route without a connection: findConnection must come first.')
  // A fault may have held the request for a while, and the connection been removed meanwhile.
  if (service.stores.connections.findBySlug(connection.slug)?.id !== connection.id) {
    arrival.connection = null
    throw unknownPath(`/${connection.slug}/scim/v2${req.path}`)
  }
  return {
    service,
    connection,
    baseUrl: `${toBase(service, req)}/${connection.slug}/scim/v2`,
    tolerances: tolerancesOf(arrival),
    notes: arrival.notes,
    simulated: arrival.simulation !== null,
  }
}

/** The public URL where one is set, else the host that the caller used. Forwarded headers are nobody's word here: no proxy is trusted yet. */
function toBase(service: Service, req: Request): string {
  const publicUrl = service.getPublicUrl()
  if (publicUrl !== null) return publicUrl
  const host = req.get('host')
  return `http://${host !== undefined && /^[\w.:[\]-]{1,255}$/.test(host) ? host : service.addresses.scim}`
}
