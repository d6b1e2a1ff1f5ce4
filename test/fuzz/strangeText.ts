import type { Random } from './random.ts'

/** Names of attributes: real ones, bent ones, and those that mean something to JavaScript. */
const names = [
  ...[
    'userName',
    'USERNAME',
    'name',
    'name.familyName',
    'displayName',
    'nickName',
    'externalId',
    'emails',
    'emails.value',
    'active',
  ],
  ...[
    'emails[type eq "work"].value',
    'emails[primary eq true]',
    'roles',
    'roles[value eq "x"]',
    'addresses',
    'phoneNumbers',
    'title',
  ],
  ...[
    'groups',
    'members',
    'members[value eq "1"]',
    'id',
    'meta',
    'meta.lastModified',
    'meta.version',
    'schemas',
    'password',
    'x509Certificates',
  ],
  ...[
    'value',
    'type',
    'primary',
    'display',
    '$ref',
    'manager',
    'manager.value',
    'department',
    'employeeNumber',
    'entitlements',
    'photos',
  ],
  ...['urn:ietf:params:scim:schemas:extension:enterprise:2.0:User', 'urn:ietf:params:scim:schemas:core:2.0:User:userName'],
  ...[
    'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department',
    'urn:ietf:params:scim:schemas:extension:acme:2.0:User',
  ],
  ...[
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',
    'valueOf',
    '__defineGetter__',
    'constructor.prototype',
  ],
  ...[
    '',
    ' ',
    '.',
    'a.b.c',
    'a[',
    'a]',
    '[',
    '$',
    '\u0130stanbul',
    'stra\u00dfe',
    '\u{1f600}',
    'emails.',
    '.value',
    'urn:',
    ':',
    'emails[',
    'op',
    'path',
  ],
] as const

/** Texts that have broken programs before. */
const texts = [
  ...[
    '',
    ' ',
    'x',
    'work',
    'true',
    'True',
    'null',
    'undefined',
    'NaN',
    '-0',
    '0',
    '1',
    '{"value":"Admin"}',
    '{',
    '[]',
    '\\',
    '\\\\',
    '"',
  ],
  ...[
    "'; DROP TABLE resource; --",
    "' OR '1'='1",
    '%',
    '_',
    '*',
    '?',
    '[a-z]',
    '%25',
    '%00',
    '../../etc/passwd',
    '<script>',
    '{{7*7}}',
    '%s%n',
  ],
  ...[
    '\0',
    'a\0b',
    '\u0001',
    '\u007f',
    '\u0085',
    '\u2028',
    '\ufeff',
    '\ufffd',
    '\uffff',
    '\u202eabc',
    '\u0130',
    'i\u0307',
    '\u00df',
    'e\u0301',
    '\u{1f468}\u200d\u{1f469}',
  ],
  ...[
    '\ud800',
    '\udc00',
    'a\ud800b',
    '\udc00\ud800',
    '2026-11-24T07:00:00Z',
    '2026-02-30T00:00:00Z',
    '0000-00-00T00:00:00Z',
    '+275760-09-13T00:00:00.001Z',
  ],
  ...[
    '2026-11-24T07:00:00+99:99',
    '9999999999999999999999',
    '1e999',
    'maya@example.com',
    'MAYA@EXAMPLE.COM',
    'W/"1"',
    'javascript:alert(1)',
    '__proto__',
  ],
] as const

/** Numbers as JSON spells them; some are larger or finer than a double. */
const numbers = [
  ...[
    '0',
    '-0',
    '1',
    '-1',
    '0.1',
    '1e308',
    '1e309',
    '-1e999',
    '1e-999',
    '9007199254740993',
    '-9223372036854775809',
    '2147483648',
    '1E+2',
  ],
  ...['123456789012345678901234567890', '0.1e1', '4294967296', '18446744073709551616', '3.141592653589793238462643383279'],
] as const

/** The name of an attribute, as it may be misspelt. */
export const aName = (random: Random): string => (random.chance(0.97) ? random.pick(names) : aText(random))

/** Any text. Seldom a very long one. */
export function aText(random: Random): string {
  if (random.chance(0.7)) return random.pick(texts)
  if (random.chance(0.9)) return random.list(1, 4, () => random.pick(texts)).join('')
  if (random.chance(0.5)) return String.fromCharCode(...random.list(1, 12, () => random.below(0x10000)))
  return random.pick(['a', 'ab ', '\u00e4', '"', '\\', '(', 'İ', '\0', '\ud800']).repeat(random.pick([100, 1_000, 8_000, 60_000]))
}

/** A text as JSON, with lone surrogates and control characters as escapes; seldom with what JSON does not allow. */
export function aJsonText(random: Random, text: string): string {
  if (random.chance(0.01)) return `"${text}"`
  if (random.chance(0.05))
    return `"${Array.from({ length: Math.min(text.length, 200) }, (_, at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`).join('')}"`
  return JSON.stringify(text)
}

/** Any JSON, as text, so that names may repeat and numbers be as large as they like. */
export function aJson(random: Random, depth = 4): string {
  const kind = random.below(depth <= 0 ? 5 : 8)
  switch (kind) {
    case 0:
      return random.pick(['true', 'false', 'null'])
    case 1:
      return random.pick(numbers)
    case 2:
    case 3:
    case 4:
      return aJsonText(random, aText(random))
    case 5:
      return `[${random.list(0, 4, () => aJson(random, depth - 1)).join(',')}]`
    default:
      return aJsonObject(
        random,
        random.list(0, 5, () => [aName(random), aJson(random, depth - 1)] as const),
      )
  }
}

/** An object of these members, which may repeat. Values are JSON already. */
export function aJsonObject(random: Random, members: readonly (readonly [string, string])[]): string {
  return `{${members.map(([name, value]) => `${aJsonText(random, name)}:${value}`).join(',')}}`
}
