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
 * @param parsed the text's JSON, where somebody has read it already
 * @returns null where it cannot be told what the text hides
 */
export function maskBodyText(text: string, secrets: SecretMask, parsed?: Json): string | null {
  if (text.length > maxKeptLength) return null
  let value: Json
  try {
    value = parsed ?? JSON.parse(text)
  } catch {
    // Broken, and recorded all the same: the error itself is told by the reply.
    return maskBroken(text.slice(0, maxBrokenLength), secrets)
  }
  return isClean(text, secrets) ? text : JSON.stringify(maskJsonValue(value, secrets))
}

/** Whether a text names no password and holds no secret, however encoded: nothing in it has to be masked. */
export function isClean(text: string, secrets: SecretMask): boolean {
  return !namesPassword(text) && !secrets.containsSecret(text)
}

/** Everything up to the first password or secret. */
function maskBroken(text: string, secrets: SecretMask): string | null {
  // Bytes of another encoding could spell anything.
  if (/[\0\ufffd]/.test(text)) return null
  const password = text.search(/password/i)
  const secret = secrets.indexOfSecret(text)
  const isCut = password >= 0 || secret >= 0
  // A patch operation may hold the password before the path that says so.
  if (password >= 0 && /["'](?:value|data)["']\s*:/i.test(text.slice(0, password))) return null
  const kept = text.slice(0, isCut ? Math.min(...[password, secret].filter((index) => index >= 0)) : undefined)
  if (namesPassword(kept) || secrets.containsSecret(kept)) return null
  if (!isCut) return kept
  const word = password >= 0 && (secret < 0 || password < secret) ? text.slice(password, password + 'password'.length) : ''
  return `${kept}${word}${mask}`
}
