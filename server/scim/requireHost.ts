import type { RequestHandler } from 'express'
import { ScimError } from '../protocol/scimError.ts'
import { arrivalOf } from './beginExchange.ts'

/**
 * HTTP/1.1 without Host is refused (RFC 9112 §3.2). Node would do it by itself, without a body and without a row.
 *
 * @throws ScimError 400
 */
export const requireHost: RequestHandler = (req, res, next) => {
  if (req.httpVersion === '1.1' && req.get('host') === undefined) {
    arrivalOf(res).malformed = 'notHttp'
    throw new ScimError(400, 'The Host header is missing, which HTTP/1.1 asks for.')
  }
  next()
}
