import type { ErrorRequestHandler, Response } from 'express'
import { type Arrival, type WrittenReply, writeReply } from '../monitor/arrival.ts'
import type { Recorder } from '../monitor/recordExchange.ts'
import { ScimError } from '../protocol/scimError.ts'
import type { Service } from '../service.ts'
import { arrivalOf } from './beginExchange.ts'
import { sendReply } from './sendReply.ts'
import { spoilReply } from './spoilReply.ts'

/**
 * The one place where an error becomes a reply, so no route has a `try`. What is not part of the protocol is our bug:
 * logged whole, and told as a bare 500.
 */
export function sendError(service: Service, recorder: Recorder): ErrorRequestHandler {
  return (error, _req, res, _next) => {
    const arrival = arrivalOf(res)
    const known = error instanceof ScimError ? error : fromHttpError(error, arrival)
    if (!known) service.log(error)
    if (known?.reason) arrival.notes.reason = known.reason
    const told = toErrorReply(known ?? new ScimError(500, 'The server failed; its log says why.'), res)
    const reply = spoilReply(arrival, told)
    recorder.record(arrival, reply)
    sendReply(res, reply)
  }
}

/** A failure as SCIM tells it (RFC 7644 §3.12). */
export function toErrorReply(error: ScimError, res?: Response): WrittenReply {
  const headers: Record<string, string> = {}
  for (const name of ['Allow', 'Retry-After']) {
    const value = res?.get(name)
    if (value !== undefined) headers[name] = value
  }
  if (error.status === 401) headers['WWW-Authenticate'] = 'Bearer realm="SCIM"'
  return writeReply({ status: error.status, headers, body: { ...error.toResponse() } })
}

/** The body parser and the router throw their own kinds: an aborted or too large body, an unknown charset, a URI that cannot be decoded. */
function fromHttpError(error: unknown, arrival: Arrival): ScimError | undefined {
  if (error instanceof URIError) {
    arrival.malformed = 'badUrl'
    return new ScimError(400, 'The path holds a percent sign that starts no valid escape.')
  }
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number' || error.status >= 500)
    return undefined
  const type = 'type' in error ? error.type : undefined
  if (type === 'request.aborted') {
    arrival.malformed = 'aborted'
    return new ScimError(400, 'The caller went away before the body was complete.')
  }
  if (type === 'entity.too.large') {
    arrival.malformed = 'tooLarge'
    return new ScimError(413, 'The body is larger than 1 MiB (1,048,576 bytes), the most that is read.')
  }
  if (error.status === 415) {
    arrival.malformed = 'mediaType'
    return new ScimError(415, `The body cannot be read: ${error.message}.`)
  }
  return new ScimError(error.status, `The request cannot be read: ${error.message}.`)
}
