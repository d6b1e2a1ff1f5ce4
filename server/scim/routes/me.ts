import type { Router } from 'express'
import { ScimError } from '../../protocol/scimError.ts'

/**
 * `/Me` (RFC 7644 §3.11) stands for the user who is signed in. Nobody is: a token is let in for a whole connection.
 *
 * @throws ScimError 501, as §3.11 asks of who does not have it
 */
export function routeMe(router: Router): void {
  router.all('/Me', () => {
    throw new ScimError(
      501,
      'This endpoint has no /Me: the token stands for a whole connection and for no user. Ask for /Users/{id} instead.',
    )
  })
}
