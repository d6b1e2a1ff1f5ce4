import type { Random } from './random.ts'
import { aText } from './strangeText.ts'

/** An Authorization header that lets nobody in, or hardly. */
export function aCredential(random: Random, token: string): string {
  return random.pick([
    '',
    'Bearer',
    'Bearer ',
    `Bearer  ${token}`,
    `Bearer Bearer ${token}`,
    `Bearer "${token}"`,
    token,
    `Basic ${Buffer.from(`user:${token}`).toString('base64')}`,
    `Bearer ${token.slice(0, -3)}`,
    `Bearer ${token} x`,
    `Bearer ${'a'.repeat(8_000)}`,
    'Bearer \xff\xfe',
    `bearer\t${token}`,
    'Digest username="x"',
    '((((',
    'Bearer .*',
  ])
}

/** A header that the endpoint, Node or nobody knows. */
export function aHeader(random: Random): [string, string] {
  const named = random.pick([
    'If-Match',
    'If-None-Match',
    'Expect',
    'Upgrade',
    'Connection',
    'User-Agent',
    'Accept',
    'Cookie',
    'Rollcall-Simulation',
    'X-Forwarded-For',
    'X-Forwarded-Host',
    'X-HTTP-Method-Override',
    'Range',
    'Authorization',
    'Host',
    'Content-Type',
    'Transfer-Encoding',
    'X-Request-Id',
    '__proto__',
    'constructor',
    'Prefer',
    'TE',
  ])
  switch (named) {
    case 'If-Match':
    case 'If-None-Match':
      return [
        named,
        random.pick([
          '*',
          'W/"1"',
          '"1"',
          'W/"2", W/"1"',
          '',
          '""',
          'W/',
          ',,,,',
          `W/"${'1'.repeat(5_000)}"`,
          ',"'.repeat(2_000),
        ]),
      ]
    case 'Expect':
      return [named, random.pick(['100-continue', 'x', '200-ok'])]
    case 'Upgrade':
      return [named, random.pick(['websocket', 'h2c', 'TLS/1.3'])]
    case 'Connection':
      return [named, random.pick(['close', 'keep-alive', 'Upgrade', 'upgrade, close', 'x'])]
    case 'User-Agent':
      return [named, random.pick(['Okta SCIM Client 1.0.0', 'Entra ID', 'curl/8', aHeaderValue(random)])]
    case 'Transfer-Encoding':
      return [named, random.pick(['chunked', 'chunked', 'chunked', 'gzip', 'chunked, chunked'])]
    default:
      return [named, aHeaderValue(random)]
  }
}

/** What may stand in a header, and sometimes what may not. */
export const aHeaderValue = (random: Random) =>
  random.chance(0.9)
    ? aText(random)
        .replace(/[^\x20-\x7e\x80-\xff]/g, '')
        .slice(0, 6_000)
    : random.pick(['\x01', 'a\x00b', 'a\rb', 'a\r\n folded', 'a'.repeat(20_000)])
