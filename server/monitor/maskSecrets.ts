/** What stands in place of a secret. */
export const mask = '•••'

/** Tokens made here, also where they are nobody's any more. */
const ownToken = 'rollcall_[A-Za-z0-9_-]{8,}'

/** Shorter ones would mask half of any text, and guard nothing. */
const minSecretLength = 4

/** Finds secrets in text and replaces them. */
export interface SecretMask {
  /** True where a body is not to be looked through, since nobody could tell in time what is secret in it. */
  readonly isCoarse: boolean
  /** Replaces each secret; where one stands there encoded, the whole word. */
  readonly maskText: (text: string) => string
  /** True also where a secret stands there encoded. */
  readonly containsSecret: (text: string) => boolean
  /** Where the first secret begins, or a beginning of one that the end of the text cuts; -1 where none does. */
  readonly indexOfSecret: (text: string) => number
}

/** Callers keep to one credential, so a mask is made once for it and not for each request. */
const kept = new Map<string, SecretMask>()
const maxKept = 32

/** @param secrets as they were presented: quotes, a doubled scheme or spaces around and inside are seen through */
export function createSecretMask(secrets: readonly string[]): SecretMask {
  const key = secrets.join('\n')
  const found = kept.get(key)
  if (found) return found
  const made = makeSecretMask(secrets)
  if (kept.size >= maxKept) kept.clear()
  kept.set(key, made)
  return made
}

function makeSecretMask(secrets: readonly string[]): SecretMask {
  const known = [...new Set(secrets.flatMap(listForms))].sort((left, right) => right.length - left.length)
  if (known.length > maxForms || known.join('').length > maxLength) return makeCoarseMask(known)
  // Whatever the case: a client may fold it, in a user name for instance.
  const pattern = new RegExp([...known.map(toPattern), ownToken, ...known.map(toTornPattern)].join('|'), 'gi')

  const maskPlain = (text: string) => text.replace(pattern, mask)
  const hasPlain = (text: string) => text.search(pattern) >= 0
  // A plus sign hides a space, and that matters where a secret holds one.
  const hasSpace = known.some((secret) => secret.includes(' '))
  const mayHide = (text: string) => isEncoded(text) || (hasSpace && text.includes('+'))
  const containsSecret = (text: string) => hasPlain(text) || (mayHide(text) && listDecoded(text).some(hasPlain))

  const maskText = (text: string) => {
    const masked = maskPlain(text)
    if (!containsSecret(masked) && !isTorn(masked)) return masked
    const words = masked
      .split(/(\s+)/)
      .map((word) => (containsSecret(word) || isTorn(word) ? mask : word))
      .join('')
    return containsSecret(words) ? mask : words
  }

  const indexOfSecret = (text: string) => {
    const index = text.search(pattern)
    if (index >= 0) return index
    const cut = known
      .map((secret) => longestEndOf(text, secret))
      .concat(longestEndOf(text, 'rollcall_'))
      .filter((length) => length >= minSecretLength)
    return cut.length === 0 ? -1 : text.length - Math.max(...cut)
  }

  return { isCoarse: false, maskText, containsSecret, indexOfSecret }
}

/** No credential that opens anything has more forms, or is longer with all of them; a pattern of more could not be compiled. */
const maxForms = 200
const maxLength = 16_384
/** Of a text that is looked through for pieces of what is longer. */
const maxTextLength = 2048

/** For what only a stranger sends, and no body is worth a long look: of a text our own short words stay, where they are no piece of it. */
function makeCoarseMask(known: readonly string[]): SecretMask {
  const presented = known.join('\n').toLowerCase()
  const maskText = (text: string) =>
    isEncoded(text) || text.length > maxTextLength
      ? mask
      : text.replace(/[^\s.,:;]{8,}/g, (word) =>
          /^[a-z]{8,14}$/i.test(word) && !presented.includes(word.toLowerCase()) ? word : mask,
        )
  return { isCoarse: true, maskText, containsSecret: (text) => maskText(text) !== text, indexOfSecret: () => 0 }
}

/** Whether an escape follows a mask: it may spell how the secret went on. */
const isTorn = (text: string) => text.includes(mask) && /•••(?:%[0-9a-f]{2}|\\[ux]|&#)/i.test(text)

/** Whether a text holds an escape that could spell a letter or a digit another way: most texts do not, and need no decoding. */
export function isEncoded(text: string): boolean {
  return /%[0-9a-f]|&#|\\[ux/]/i.test(text)
}

/** The text decoded once, twice, and up to five times: percent signs, plus signs, JSON and character escapes. */
export function listDecoded(text: string): string[] {
  const decoded: string[] = []
  let current = text
  for (let round = 0; round < 5 && /[%\\&+]/.test(current); round += 1) {
    const next = decodeOnce(current)
    if (next === current) break
    decoded.push(next)
    current = next
  }
  return decoded
}

function decodeOnce(text: string): string {
  return (
    text
      .replace(/\+/g, ' ')
      .replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      // In one pass, so that an escaped backslash is not taken for the beginning of the next escape.
      .replace(/\\u\{?([0-9a-f]{4})\}?|\\x([0-9a-f]{2})|\\([\\/"'])/gi, (_, long?: string, short?: string, plain?: string) =>
        plain === undefined ? String.fromCharCode(Number.parseInt(long ?? short ?? '', 16)) : plain,
      )
      .replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));?/gi, (whole, hex?: string, decimal?: string) => {
        const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole
      })
  )
}

/** A secret as it was presented and the secrets it may hide: without scheme, quotes, spaces and encoding. The name of a scheme is none. */
function listForms(secret: string): string[] {
  const plain = [secret, ...listDecoded(secret)].flatMap((form) => {
    const bare = form.replace(/^(?:\W*bearer\W+)+/i, '').replace(/^[\s"'`]+|[\s"'`]+$/g, '')
    const words = bare.split(/[^\x21-\x7e]+/)
    return [form.trim(), bare, ...words.filter((part) => part.length >= 8), ...words.flatMap(readBasic), ...readNamed(bare)]
  })
  return [...plain, ...plain.map(encodeURIComponentSafely), ...plain.map((form) => JSON.stringify(form).slice(1, -1))].filter(
    (form) => form.length >= minSecretLength && !/^(?:bearer|basic|token)$/i.test(form),
  )
}

/** The values of `Token token="…"`, where they are long enough to be one. */
function readNamed(secret: string): string[] {
  return [...secret.matchAll(/=[ \t]*"?([^\s",;=]{16,})/g)].map(([, value = '']) => value)
}

/** The password of Basic authentication, and the user where it is long enough to be a token. */
function readBasic(secret: string): string[] {
  if (!/^[A-Za-z0-9+/]{4,}={0,2}$/.test(secret)) return []
  const decoded = Buffer.from(secret, 'base64').toString('latin1')
  const colon = decoded.indexOf(':')
  if (colon <= 0 || !/^[\x20-\x7e]+$/.test(decoded)) return []
  return [decoded, decoded.slice(colon + 1), ...(colon >= 16 ? [decoded.slice(0, colon)] : [])]
}

/** A secret; one made here with whatever follows, since it may have been presented cut and stand elsewhere whole. */
function toPattern(secret: string): string {
  return escapePattern(secret) + (/^rollcall_[\w-]*$/i.test(secret) ? '[A-Za-z0-9_-]*' : '')
}

/**
 * The beginning of a secret that was cut or torn: eight characters of it where the text says that it goes on, as details do that
 * cut the values they name; a dozen anywhere, with what follows them.
 */
function toTornPattern(secret: string): string {
  // What is no token has spaces or quotes inside, and has to be followed character by character. No detail shows more of a value.
  const rest = secret.slice(8, /[^\w.~+/=-]/.test(secret) ? 120 : 12)
  const more = Array.from(rest).reduceRight((inner, character) => `(?:${escapePattern(character)}${inner})?`, '')
  const cut = `${escapePattern(secret.slice(0, 8))}${more}(?=…|\\.{3})`
  return secret.length < 12 ? cut : `${cut}|${escapePattern(secret.slice(0, 12))}[\\w.~+/=-]*`
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
}

/** A lone surrogate has no UTF-8, so it has no percent-encoded form either. */
function encodeURIComponentSafely(text: string): string {
  return text.isWellFormed() ? encodeURIComponent(text) : text
}

/** How many characters at the end of the text are the beginning of the secret. */
function longestEndOf(text: string, secret: string): number {
  const lowered = text.slice(-secret.length).toLowerCase()
  const wanted = secret.toLowerCase()
  for (let length = Math.min(lowered.length, wanted.length); length > 0; length -= 1) {
    if (lowered.endsWith(wanted.slice(0, length))) return length
  }
  return 0
}
