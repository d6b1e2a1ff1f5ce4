import type { RequestHandler } from 'express'
import { ScimError } from '../protocol/scimError.ts'
import { arrivalOf } from './beginExchange.ts'

/** By which a simulated request asks to be told that it is one too many. */
const answerHeader = 'rollcall-simulation-answer'
const retryAfterSeconds = 1

/**
 * Slows a simulated request down where it asks for that: Rollcall itself slows nobody down, and a simulator that runs elsewhere cannot
 * arm a fault. Stands behind authentication, before anything is done.
 *
 * @throws ScimError 429
 */
export const answerAsAsked: RequestHandler = (req, res, next) => {
  if (arrivalOf(res).simulation === null || req.get(answerHeader) !== '429') return next()
  res.set('Retry-After', String(retryAfterSeconds))
  throw new ScimError(429, 'Too many requests: wait a second. The simulator asked for this answer.')
}
