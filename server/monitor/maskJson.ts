import type { Json, JsonObject } from '#contract/scim/resource.ts'
import { isObject } from '../protocol/json.ts'

import { isEncoded, listDecoded, mask, type SecretMask } from './maskSecrets.ts'

/** Nothing of SCIM nests so deep; what does is meant to exhaust the stack. */
const maxDepth = 64

/** Keys whose text may name the attribute that the keys beside them are about: a patch operation's `path` above all. */
const pathKeys: ReadonlySet<string> = new Set(['path', 'filter', 'attribute', 'attributename', 'name', 'key', 'type'])

/** True where a text speaks of a password, also in an encoded form. */
export function namesPassword(text: string): boolean {
  return /password/i.test(text) || (isEncoded(text) && listDecoded(text).some((decoded) => /password/i.test(decoded)))
}

/**
 * Masks secrets and every password: under a key that names one, at any depth, whatever its case and prefix; in a patch
 * operation whose path names one; in a filter on one.
 *
 * @returns the same value where nothing had to be masked
 */
export function maskJsonValue(value: Json, secrets: SecretMask): Json {
  return walk(value, secrets, 0)
}

function walk(value: Json, secrets: SecretMask, depth: number): Json {
  if (depth > maxDepth) return mask
  if (typeof value === 'string') return maskString(value, secrets)
  if (typeof value === 'number') return secrets.containsSecret(String(value)) ? mask : value
  if (isObject(value)) return walkObject(value, secrets, depth)
  if (!isArray(value)) return value
  const masked = value.map((one) => walk(one, secrets, depth + 1))
  return masked.some((one, index) => one !== value[index]) ? masked : value
}

function walkObject(object: JsonObject, secrets: SecretMask, depth: number): JsonObject {
  const isAboutPassword = Object.entries(object).some(
    ([key, value]) => pathKeys.has(key.toLowerCase()) && typeof value === 'string' && namesPassword(value),
  )
  const entries = Object.entries(object).map(([key, value]): [string, Json, boolean] => {
    const name = secrets.maskText(key)
    const masked = maskMember(key, value)
    return [name, masked, name !== key || masked !== value]
  })
  // fromEntries defines members, so that one called __proto__ stays one.
  return entries.some(([, , isChanged]) => isChanged) ? Object.fromEntries(entries) : object

  function maskMember(key: string, value: Json): Json {
    const lowered = key.toLowerCase()
    if (namesPassword(key)) return maskWhole(value)
    if (!isAboutPassword || lowered === 'op') return walk(value, secrets, depth + 1)
    return pathKeys.has(lowered) ? walk(value, secrets, depth + 1) : maskWhole(value)
  }
}

/** Neither true, false nor null is anybody's password. */
function maskWhole(value: Json): Json {
  return value === null || typeof value === 'boolean' ? value : mask
}

function maskString(text: string, secrets: SecretMask): string {
  return cutAfterPassword(secrets.maskText(text))
}

/** A filter on a password, or text such as `password=...` inside a string, loses what follows; a bare path stays. */
export function cutAfterPassword(text: string): string {
  const found = /password["'\])}\s]*(?:[:=]|\b(?:eq|ne|co|sw|ew|gt|ge|lt|le)\b)/i.exec(text)
  if (found) return `${text.slice(0, found.index + 'password'.length)} ${mask}`
  const isHidden =
    isEncoded(text) &&
    listDecoded(text).some((decoded) => /password["'\])}\s]*(?:[:=]|\b(?:eq|ne|co|sw|ew|gt|ge|lt|le)\b)/i.test(decoded))
  return isHidden ? mask : text
}

/** `Array.isArray` does not narrow a readonly array. */
function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}
