import type { Json } from '#contract/scim/resource.ts'
import { maskJsonValue, namesPassword } from './maskJson.ts'
import { mask, type SecretMask } from './maskSecrets.ts'

/** No body that was read is larger. */
const maxKeptLength = 1024 * 1024
/** Of a body that does not parse. */
const maxBrokenLength = 64 * 1024

/**
 * What is kept of a body: the text itself where it holds nothing to mask, else its JSON written anew.
 *
 * @returns null where it cannot be told what the text hides
 */
export function maskBodyText(text: string, secrets: SecretMask): string | null {
  if (text.length > maxKeptLength) return null
  let value: Json
  try {
    value = JSON.parse(text)
  } catch {
    // Broken, and recorded all the same: the error itself is told by the reply.
    return maskBroken(text.slice(0, maxBrokenLength), secrets)
  }
  const masked = maskJsonValue(value, secrets)
  // Of a key that stands twice the parser keeps the last; the text still holds the first.
  const isClean = masked === value && !namesPassword(text) && !secrets.containsSecret(text)
  return isClean ? text : JSON.stringify(masked)
}

/** Everything up to the first password or secret. */
function maskBroken(text: string, secrets: SecretMask): string | null {
  // Bytes of another encoding could spell anything.
  if (/[\0\ufffd]/.test(text)) return null
  const password = text.search(/password/i)
  const secret = secrets.indexOfSecret(text)
  const isCut = password >= 0 || secret >= 0
  const kept = text.slice(0, isCut ? Math.min(...[password, secret].filter((index) => index >= 0)) : undefined)
  if (namesPassword(kept) || secrets.containsSecret(kept)) return null
  if (!isCut) return kept
  const word = password >= 0 && (secret < 0 || password < secret) ? text.slice(password, password + 'password'.length) : ''
  return `${kept}${word}${mask}`
}
