import type { Arrival } from '../monitor/arrival.ts'
import { isEncoded, listDecoded } from '../monitor/maskSecrets.ts'
import { invalidValue } from '../protocol/scimError.ts'

/** A shorter one may stand in a body by chance. */
const minTokenLength = 16

/** A whole token made here, whoever presents it. */
const ownToken = /rollcall_[A-Za-z0-9_-]{43}/

/**
 * A token is never stored, not even where a mapping sends it as an attribute, however it is spelled.
 *
 * @throws ScimError invalidValue (400)
 */
export function refuseToken({ presentedSecret, environmentToken, bodyText }: Arrival): void {
  if (bodyText === null) return
  const known = [presentedSecret, environmentToken].filter((secret) => secret !== null && secret.length >= minTokenLength)
  const holdsToken = (text: string) => ownToken.test(text) || known.some((secret) => secret !== null && text.includes(secret))
  if (!holdsToken(bodyText) && !(isEncoded(bodyText) && listDecoded(bodyText).some(holdsToken))) return
  throw invalidValue(
    presentedSecret !== null && [bodyText, ...listDecoded(bodyText)].some((text) => text.includes(presentedSecret))
      ? 'The body holds the token of the Authorization header, which is never stored: take it out of the attribute mapping.'
      : 'The body holds a token of this service, which is never stored: take it out of the attribute mapping.',
  )
}
