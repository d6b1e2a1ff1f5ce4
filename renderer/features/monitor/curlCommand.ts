import type { HttpMessage } from '#contract/exchange.ts'

/** What stands in a recorded message where something was not kept. */
const mask = '•••'

/** Headers that curl, the connection or a proxy makes anew, and those that hold a secret. */
const leftOut = new Set([
  'host',
  'content-length',
  'connection',
  'keep-alive',
  'transfer-encoding',
  'accept-encoding',
  'expect',
  'te',
  'upgrade',
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
  'cookie',
  'authorization',
  'proxy-authorization',
])

/** One word for a POSIX shell: nothing inside single quotes is special, so that only they need care. */
export function quoteForShell(text: string): string {
  return /^[A-Za-z0-9_@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`
}

/** The same request as a curl command. The secret was never kept: the shell puts in `$TOKEN`. */
export function toCurlCommand(request: HttpMessage, origin: string): string {
  const [method = 'GET', path = '/'] = request.line.split(' ')
  const parts = [`curl ${toMethodOption(method, request.body)}${quoteForShell(path.startsWith('/') ? origin + path : path)}`]
  // curl would read brackets as a range and take dots out of the path.
  if (/[[\]{}]/.test(path)) parts.push('--globoff')
  if (/\/\.\.?(\/|$)/.test(path)) parts.push('--path-as-is')
  for (const [name, value] of request.headers) {
    if (!leftOut.has(name.toLowerCase()) && !value.includes(mask)) parts.push(`-H ${quoteForShell(`${name}: ${value}`)}`)
  }
  const credential = findHeader(request, 'authorization')
  if (credential !== undefined) parts.push(`-H "Authorization: ${toCredential(credential)}"`)
  if (request.body !== null && request.body !== '') parts.push(`--data-raw ${quoteForShell(request.body)}`)
  return parts.join(' \\\n  ')
}

function findHeader(request: HttpMessage, wanted: string): string | undefined {
  return request.headers.find(([name]) => name.toLowerCase() === wanted)?.[1]
}

/** The credential in double quotes: as it was sent, a doubled or missing scheme included, `$TOKEN` in the secret's place. */
function toCredential(recorded: string): string {
  const [scheme = '', secret] = recorded.split(mask)
  if (!/^[A-Za-z ]*$/.test(scheme)) return 'Bearer $TOKEN'
  return secret === undefined ? scheme : `${scheme}$TOKEN`
}

function toMethodOption(method: string, body: string | null): string {
  if (method === 'HEAD') return '--head '
  if (method === 'GET' && !body) return ''
  return `-X ${quoteForShell(method)} `
}
