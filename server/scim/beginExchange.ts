import type { RequestHandler, Response } from 'express'
import type { Arrival } from '../monitor/arrival.ts'
import { createNotes } from '../notes.ts'
import type { Service } from '../service.ts'

const arrivals = new WeakMap<Response, Arrival>()

/** The exchange that a reply belongs to. Every reply of the SCIM listener has one: `beginExchange` stands first. */
export function arrivalOf(res: Response): Arrival {
  const arrival = arrivals.get(res)
  if (!arrival) throw new Error('A reply without an exchange: beginExchange must come first.')
  return arrival
}

/** What is known before anything has been read. */
export function createArrival(
  service: Service,
  {
    method,
    url,
    httpVersion = '1.1',
    rawHeaders = [],
  }: { method: string; url: string; httpVersion?: string; rawHeaders?: readonly string[] },
): Arrival {
  return {
    receivedAt: service.now(),
    startedMs: performance.now(),
    method,
    url,
    query: toQuery(url),
    httpVersion,
    rawHeaders,
    connection: null,
    segments: null,
    bodyText: null,
    bodySizeBytes: 0,
    body: undefined,
    bodyFailure: null,
    malformed: null,
    token: null,
    tokenLastFour: null,
    isTokenEnding: false,
    refusedCredential: null,
    presentedSecret: null,
    environmentToken: service.settings.environmentToken ?? null,
    caller: 'unknown',
    simulation: null,
    fault: null,
    tolerances: new Map(),
    notes: createNotes(),
  }
}

/** A name is never looked up on a prototype. */
function toQuery(url: string): Record<string, string> {
  const query: Record<string, string> = Object.create(null)
  const start = url.indexOf('?')
  if (start === -1) return query
  for (const [name, value] of new URLSearchParams(url.slice(start + 1))) query[name] ??= value
  return query
}

/** From here on a request is an exchange, whatever becomes of it. */
export function beginExchange(service: Service): RequestHandler {
  return (req, res, next) => {
    arrivals.set(
      res,
      createArrival(service, {
        method: req.method,
        url: req.originalUrl,
        httpVersion: req.httpVersion,
        rawHeaders: req.rawHeaders,
      }),
    )
    next()
  }
}
