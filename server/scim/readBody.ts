import express, { type RequestHandler } from 'express'
import { maxBodyBytes } from '../operations/limits.ts'
import { parseJson } from '../protocol/json.ts'
import { invalidSyntax, ScimError } from '../protocol/scimError.ts'
import { missingMediaType } from '../protocol/tolerance/missingMediaType.ts'
import { arrivalOf } from './beginExchange.ts'
import { refuseToken } from './refuseToken.ts'
import { tolerancesOf } from './tolerances.ts'

const mediaTypes = ['application/scim+json', 'application/json']

/** Reads the body, whatever it claims to be and whoever sent it: a refused request is recorded with what it meant. */
export function receiveBody(): RequestHandler[] {
  const readText = express.text({
    type: () => true,
    limit: maxBodyBytes,
    verify: (_req, res, buffer) => {
      // Express hands its own response on to `verify`, which is typed for plain Node.
      arrivalOf(res as express.Response).bodySizeBytes = buffer.length
    },
  })
  const readJson: RequestHandler = (req, res, next) => {
    const arrival = arrivalOf(res)
    const text: unknown = req.body
    if (typeof text !== 'string' || text.trim() === '') return next()
    arrival.bodyText = text
    try {
      arrival.body = parseJson(text)
    } catch (failure) {
      // Held until somebody wants the body: whether the caller may come in at all is told first.
      if (!(failure instanceof ScimError)) throw failure
      arrival.bodyFailure = failure
    }
    next()
  }
  return [readText, readJson]
}

/**
 * Stands before routes that take a JSON object (RFC 7644 §3.1: `application/scim+json`, or `application/json`).
 *
 * @throws ScimError 415 for another media type; invalidSyntax (400) for no body, or for broken JSON with its position
 */
export const requireBody: RequestHandler = (req, res, next) => {
  const arrival = arrivalOf(res)
  const mediaType = req.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  const isAccepted = mediaType === undefined ? tolerancesOf(arrival).use(missingMediaType) : mediaTypes.includes(mediaType)
  if (arrival.bodyText === null) {
    arrival.malformed = 'emptyBody'
    throw invalidSyntax('The body is empty: a JSON object is needed.')
  }
  if (!isAccepted) {
    arrival.malformed = 'mediaType'
    throw new ScimError(
      415,
      `Content-Type "${(mediaType ?? '').slice(0, 100)}" is not accepted: send application/scim+json or application/json.`,
    )
  }
  if (arrival.bodyFailure) {
    arrival.malformed = 'brokenJson'
    throw arrival.bodyFailure
  }
  refuseToken(arrival)
  const { body } = arrival
  if (body === null || typeof body !== 'object' || Array.isArray(body)) {
    arrival.malformed = 'notAnObject'
    throw invalidSyntax('The body must be a JSON object.')
  }
  next()
}
