import type { RequestHandler } from 'express'
import type { RefusedCredential } from '#contract/exchange.ts'
import { readCredential } from '../monitor/credential.ts'
import { ScimError } from '../protocol/scimError.ts'
import { spacesAfterBearer } from '../protocol/tolerance/spacesAfterBearer.ts'
import type { Service } from '../service.ts'
import { tokenLength, tokenPrefix } from '../tokenRegistry.ts'
import { arrivalOf } from './beginExchange.ts'
import { tolerancesOf } from './tolerances.ts'

/** What the caller is told; identity providers show it to their administrator. It never repeats what was sent. */
const details: Readonly<Record<RefusedCredential, string>> = {
  missing: 'The Authorization header is missing: send "Authorization: Bearer" and the token.',
  noScheme: 'The Authorization header holds a token without the word Bearer in front.',
  wrongScheme: 'The Authorization header uses another scheme than Bearer.',
  doubledScheme: 'The word Bearer stands twice in the Authorization header: paste the token alone.',
  quoted: 'The token in the Authorization header stands in quotes: paste it without them.',
  containsSpace: 'The token in the Authorization header has a space in it: copy it again as one piece.',
  empty: 'The Authorization header says Bearer, and no token follows.',
  cut: 'The token in the Authorization header is not whole: copy all of it again.',
  revoked: 'The token in the Authorization header was replaced or revoked: paste the current one.',
  expired: 'The token in the Authorization header has expired: paste the current one.',
  otherConnection: 'The token in the Authorization header belongs to another connection than the URL.',
  unknown: 'The token in the Authorization header is not one of this connection.',
}

/**
 * Lets a request in by its bearer token (RFC 6750, RFC 7644 §2), and notes why one was refused.
 *
 * @throws ScimError 401 whose detail says what is wrong with the header
 */
export function authenticate(service: Service): RequestHandler {
  return (req, res, next) => {
    const arrival = arrivalOf(res)
    const credential = readCredential(
      req.get('authorization'),
      (secret) => {
        const found = service.tokens.match(secret)
        return found && { ...found, connectionMatches: found.token.connectionId === arrival.connection?.id }
      },
      { prefix: tokenPrefix, length: tokenLength },
    )
    arrival.presentedSecret = credential.secret ?? null
    arrival.tokenLastFour = credential.match?.token.lastFour ?? null
    const refusal = credential.kind === 'refused' ? (credential.why ?? 'unknown') : undefined
    const isStrict = credential.toleratedSpaces && !tolerancesOf(arrival).use(spacesAfterBearer)
    if (refusal !== undefined || isStrict) {
      arrival.refusedCredential = refusal ?? 'containsSpace'
      throw new ScimError(401, details[arrival.refusedCredential])
    }
    if (credential.match) {
      arrival.token = credential.match.token
      arrival.isTokenEnding = credential.match.status === 'ending'
      service.tokens.markUsed(arrival.token)
    }
    if (arrival.token?.kind === 'simulator') arrival.simulation ??= 'simulator'
    next()
  }
}
