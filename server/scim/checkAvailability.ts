import type { RequestHandler } from 'express'
import { ScimError } from '../protocol/scimError.ts'
import { arrivalOf } from './beginExchange.ts'

/** How long a caller is told to wait for a paused connection, in seconds. */
const retryAfterSeconds = 60

/**
 * Answers for a connection that is switched off or paused. Discovery stands before it and always answers.
 *
 * @throws ScimError 403 or 503
 */
export const checkAvailability: RequestHandler = (_req, res, next) => {
  const { connection, notes } = arrivalOf(res)
  if (!connection) return next()
  if (!connection.settings.switches.scim) {
    notes.switchedOff = 'scim'
    throw new ScimError(403, `"SCIM" is switched off for the connection "${connection.slug}" in Rollcall.`)
  }
  if (connection.settings.paused) {
    notes.switchedOff = 'paused'
    res.set('Retry-After', String(retryAfterSeconds))
    throw new ScimError(503, `The connection "${connection.slug}" is paused in Rollcall. Try again later.`)
  }
  next()
}
