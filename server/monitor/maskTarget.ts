import { cutAfterPassword, namesPassword } from './maskJson.ts'
import { mask, type SecretMask } from './maskSecrets.ts'

/** The query parameters of RFC 7644 §3.4.2 and RFC 9865, and the switches of Entra ID. Others keep their name only. */
const knownParameters: ReadonlySet<string> = new Set([
  'filter',
  'startindex',
  'count',
  'sortby',
  'sortorder',
  'attributes',
  'excludedattributes',
  'cursor',
  'aadoptscim062020',
  'azureadscimpatch2017',
])

/** Masks a request target, as it stands in the request line. */
export function maskTargetText(target: string, secrets: SecretMask): string {
  const [whole, query] = splitOnce(target, '?')
  // A proxy's form of the request line may carry a user and a password.
  const path = whole.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/@]*@/i, `$1${mask}@`)
  const maskedPath = path.split('/').map((segment) => secrets.maskText(segment))
  const joined = maskedPath.join('/')
  const safePath = secrets.containsSecret(joined) ? mask : joined
  return query === undefined ? safePath : `${safePath}?${maskQueryText(query, secrets)}`
}

/** One parameter after the other; all as one where character references hold the sign that parts them. */
function maskQueryText(query: string, secrets: SecretMask): string {
  const masked = query
    .split('&')
    .map((parameter) => maskParameter(parameter, secrets))
    .join('&')
  return query.includes('&#') && secrets.containsSecret(query) ? mask : masked
}

/** Masks query parameters that are already decoded. */
export function maskQueryValues(query: Readonly<Record<string, string>>, secrets: SecretMask): Record<string, string> {
  const entries = Object.entries(query).map(([name, value]) => {
    const shown = knownParameters.has(name.toLowerCase()) ? maskValue(name, value, secrets) : mask
    return [secrets.maskText(name), value === '' ? '' : shown]
  })
  return Object.fromEntries(entries)
}

function maskParameter(parameter: string, secrets: SecretMask): string {
  const [name, value] = splitOnce(parameter, '=')
  const shownName = namesPassword(name) && value === undefined ? mask : secrets.maskText(name)
  if (value === undefined) return shownName
  if (!knownParameters.has(decode(name).toLowerCase())) return `${shownName}=${mask}`
  const decoded = decode(value)
  const masked = maskValue(name, decoded, secrets)
  if (masked === decoded && !secrets.containsSecret(value)) return `${shownName}=${value}`
  return `${shownName}=${masked.split(mask).map(encode).join(mask)}`
}

/** A filter loses what follows a password; elsewhere an attribute may be named so, but only by its bare name. */
function maskValue(name: string, value: string, secrets: SecretMask): string {
  const masked = secrets.maskText(value)
  if (!namesPassword(masked)) return masked
  if (decode(name).toLowerCase() !== 'filter') return /^[\w.:,$ -]*$/.test(masked) ? masked : mask
  const cut = cutAfterPassword(masked)
  if (cut !== masked) return cut
  const index = masked.search(/password/i)
  return index < 0 ? mask : `${masked.slice(0, index + 'password'.length)} ${mask}`
}

function encode(text: string): string {
  return text.isWellFormed() ? encodeURIComponent(text) : mask
}

/** Once, as a server does; what cannot be decoded stays as it is. */
function decode(text: string): string {
  const spaced = text.replace(/\+/g, ' ')
  try {
    return decodeURIComponent(spaced)
  } catch {
    return spaced
  }
}

function splitOnce(text: string, separator: string): [string, string | undefined] {
  const index = text.indexOf(separator)
  return index < 0 ? [text, undefined] : [text.slice(0, index), text.slice(index + separator.length)]
}
