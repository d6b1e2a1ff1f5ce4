import { mask, type SecretMask } from './maskSecrets.ts'

/** What is kept whole. Names in lower case. */
const keptHeaders: ReadonlySet<string> = new Set([
  'accept',
  'accept-charset',
  'accept-encoding',
  'accept-language',
  'adscimversion',
  'allow',
  'cache-control',
  'client-request-id',
  'connection',
  'content-encoding',
  'content-length',
  'content-type',
  'date',
  'etag',
  'expect',
  'forwarded',
  'host',
  'if-match',
  'if-none-match',
  'keep-alive',
  'location',
  'ngrok-skip-browser-warning',
  'prefer',
  'retry-after',
  'rollcall-simulation',
  'rollcall-simulation-answer',
  'sec-fetch-dest',
  'sec-fetch-mode',
  'sec-fetch-site',
  'traceparent',
  'transfer-encoding',
  'upgrade',
  'user-agent',
  'vary',
  'via',
  'www-authenticate',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-ms-client-request-id',
  'x-request-id',
])

/** Of which not even the presence is anybody's business. */
const droppedHeaders: ReadonlySet<string> = new Set(['cookie', 'cookie2', 'set-cookie', 'set-cookie2'])

/** Words that schemes are named by; anything else before the first space could be part of a secret. */
const schemes = /^(?:(?:bearer|basic|digest|negotiate|ntlm|oauth|token|apikey|ssws)(?=[ \t]|$)[ \t]*)+/i

/**
 * Masks headers as Node gives them raw: name, value, name, value. Cookies are left out, credentials keep scheme and length, and
 * of a header that is not known only its name stays.
 */
export function maskRawHeaders(rawHeaders: readonly string[], secrets: SecretMask): [string, string][] {
  const masked: [string, string][] = []
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? ''
    const value = rawHeaders[index + 1] ?? ''
    if (droppedHeaders.has(name.toLowerCase())) continue
    masked.push([secrets.maskText(name), maskValue(name.toLowerCase(), value, secrets)])
  }
  return masked
}

function maskValue(name: string, value: string, secrets: SecretMask): string {
  if (name === 'authorization' || name === 'proxy-authorization') return maskCredential(value)
  return keptHeaders.has(name) ? secrets.maskText(value) : mask
}

/** `Bearer ••• (52 characters)`; a doubled scheme stays visible. */
function maskCredential(value: string): string {
  const trimmed = value.replace(/^[ \t]+|[ \t]+$/g, '')
  const scheme = schemes.exec(trimmed)?.[0] ?? ''
  const { length } = trimmed.slice(scheme.length)
  const named = scheme.trim().replace(/[ \t]+/g, ' ')
  if (length === 0) return named
  return [named, mask, `(${length} ${length === 1 ? 'character' : 'characters'})`].filter((part) => part !== '').join(' ')
}
