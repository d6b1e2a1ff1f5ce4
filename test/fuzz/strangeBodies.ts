import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { urns } from '#contract/scim/urns.ts'
import type { Random } from './random.ts'
import { aFilter } from './strangeFilters.ts'
import { aJson, aJsonObject, aJsonText, aName, aText } from './strangeText.ts'

/** A body as it travels, with the headers that tell of it. */
export interface StrangeBody {
  readonly bytes: Buffer
  readonly headers: readonly (readonly [string, string])[]
}

/** What a body is meant as. */
export type ScimBodyKind = 'user' | 'group' | 'patch' | 'bulk' | 'search' | 'any'

const kinds = ['user', 'user', 'group', 'patch', 'patch', 'bulk', 'search', 'any'] as const

/** A body that could be meant for the endpoint. */
export function aScimBody(random: Random, ids: readonly string[], kind: ScimBodyKind = random.pick(kinds)): string {
  const extras = () => random.list(0, 3, () => [aName(random), aJson(random)] as const)
  switch (kind) {
    case 'user':
      return aJsonObject(random, [
        ['schemas', JSON.stringify([urns.user])],
        ['userName', random.chance(0.8) ? `"learner${random.below(4_000)}@example.com"` : aJsonText(random, aText(random))],
        ...(random.chance(0.6) ? [] : extras()),
      ])
    case 'group':
      return aJsonObject(random, [
        ['schemas', JSON.stringify([urns.group])],
        ['displayName', aJsonText(random, random.chance(0.7) ? `Group ${random.below(2_000)}` : aText(random))],
        ...(random.chance(0.5)
          ? []
          : [
              ['members', `[${random.list(0, 6, () => `{"value":${aJsonText(random, anId(random, ids))}}`).join(',')}]`] as const,
            ]),
        ...(random.chance(0.6) ? [] : extras()),
      ])
    case 'patch':
      return aPatch(random, ids)
    case 'bulk':
      return aBulk(random, ids)
    case 'search':
      return aJsonObject(random, [
        ['schemas', JSON.stringify([urns.searchRequest])],
        ['filter', aJsonText(random, aFilter(random))],
        ...extras(),
      ])
    case 'any':
      return aJson(random, 6)
  }
}

/** An id that is somebody's, or was never anybody's. */
export function anId(random: Random, ids: readonly string[]): string {
  return random.chance(0.8) ? (ids[random.below(ids.length)] ?? 'none') : aText(random)
}

function aPatch(random: Random, ids: readonly string[]): string {
  const operation = () => {
    const value = random.chance(0.2) ? `[{"value":${aJsonText(random, anId(random, ids))}}]` : aJson(random, 3)
    const path = random.chance(0.2)
      ? `${aName(random)}[${aFilter(random)}]${random.pick(['', '.value', '.', '..'])}`
      : aName(random)
    return aJsonObject(random, [
      [
        'op',
        random.chance(0.95)
          ? JSON.stringify(random.pick(['add', 'Replace', 'remove', 'replace', 'Add', 'move']))
          : aJson(random, 1),
      ],
      ...(random.chance(0.8) ? [['path', aJsonText(random, path)] as const] : []),
      ...(random.chance(0.9) ? [['value', value] as const] : []),
    ])
  }
  const operations = random.chance(0.02) ? Array.from({ length: 1_000 }, operation) : random.list(0, 4, operation)
  return aJsonObject(random, [
    ['schemas', JSON.stringify([urns.patchOp])],
    ['Operations', random.chance(0.97) ? `[${operations.join(',')}]` : aJson(random)],
  ])
}

function aBulk(random: Random, ids: readonly string[]): string {
  const operation = () =>
    aJsonObject(random, [
      ['method', JSON.stringify(random.pick(['POST', 'PUT', 'PATCH', 'DELETE', 'GET', 'post', '']))],
      [
        'path',
        aJsonText(
          random,
          random.pick(['/Users', '/Groups', `/Users/${anId(random, ids)}`, '/Bulk', 'bulkId:a', '/Users/bulkId:b', '']),
        ),
      ],
      ['bulkId', random.chance(0.8) ? JSON.stringify(random.pick(['a', 'b', 'c', ''])) : aJson(random, 1)],
      [
        'data',
        random.chance(0.7)
          ? `{"userName":"bulk${random.below(50)}","manager":{"value":"bulkId:${random.pick(['a', 'b', 'c'])}"}}`
          : aJson(random, 3),
      ],
    ])
  return aJsonObject(random, [
    ['schemas', JSON.stringify([urns.bulkRequest])],
    ['failOnErrors', random.chance(0.5) ? '1' : aJson(random, 1)],
    ['Operations', `[${random.list(0, 6, operation).join(',')}]`],
  ])
}

/** A body with what is wrong about its text, bytes, charset, encoding or size. */
export function aStrangeBody(random: Random, ids: readonly string[]): StrangeBody {
  const text = aScimBody(random, ids)
  const plain = Buffer.from(text)
  const encoded = (name: string, bytes: Buffer): StrangeBody => ({ bytes, headers: [['Content-Encoding', name]] })
  switch (random.below(22)) {
    case 0:
      return asBytes(Buffer.from(text.slice(0, random.below(text.length + 1))))
    case 1: {
      const bent = Buffer.from(plain)
      if (bent.length > 0) bent[random.below(bent.length)] = random.below(256)
      return asBytes(bent)
    }
    case 2:
      return asBytes(Buffer.from(random.list(0, 200, () => random.below(256))))
    case 3:
      return asBytes(
        Buffer.concat([Buffer.from('{"userName":"'), Buffer.from([0xff, 0xc0, 0xaf, 0xed, 0xa0, 0x80]), Buffer.from('"}')]),
      )
    case 4:
      return asBytes(Buffer.from(deep(random, random.pick([31, 33, 1_000, 100_000]))))
    case 5:
      return asBytes(Buffer.from(`\ufeff${text}`))
    case 6:
      return {
        bytes: Buffer.from(text, 'utf16le'),
        headers: [['Content-Type', `application/scim+json; charset=${random.pick(['utf-16', 'utf-16le', 'utf-8'])}`]],
      }
    case 7:
      return {
        bytes: plain,
        headers: [
          [
            'Content-Type',
            `application/json; charset=${random.pick(['utf-7', 'latin1', 'ebcdic', 'x', '', '"', 'utf-32', 'base64', 'hex', 'ucs2', '__proto__'])}`,
          ],
        ],
      }
    case 8:
      return encoded('gzip', gzipSync(plain))
    case 9:
      return encoded(random.pick(['gzip', 'br', 'deflate']), bomb(random.pick(['gzip', 'br', 'deflate'])))
    case 10:
      return encoded(random.pick(['gzip', 'deflate', 'br']), plain)
    case 11:
      return encoded('gzip', gzipSync(plain).subarray(0, 12))
    case 12:
      return encoded(random.pick(['identity', 'zstd', 'compress', 'gzip, gzip', 'x', '', '__proto__']), plain)
    case 13:
      return encoded('deflate', deflateSync(plain))
    case 14:
      return asBytes(Buffer.alloc(random.chance(0.05) ? 1_048_577 : 70_000, random.pick(['a', ' ', '[', '"', '\\', '{"a":'])))
    case 15:
      return asBytes(Buffer.from(`{"userName":${JSON.stringify('a'.repeat(random.chance(0.05) ? 1_000_000 : 60_000))}}`))
    case 16:
      return asBytes(
        Buffer.from(
          `{"schemas":["${urns.group}"],"displayName":"G","members":[${Array.from({ length: random.chance(0.1) ? 10_000 : 300 }, (_, at) => `{"value":"${at}"}`).join(',')}]}`,
        ),
      )
    case 17:
      return asBytes(
        Buffer.from(`{${Array.from({ length: random.chance(0.1) ? 20_000 : 500 }, (_, at) => `"k${at}":${at}`).join(',')}}`),
      )
    case 18:
      return {
        bytes: plain,
        headers: [
          [
            'Content-Type',
            random.pick([
              'text/plain',
              'application/xml',
              'multipart/form-data',
              ';',
              'application/json;;;=',
              '/',
              'a/b; charset',
            ]),
          ],
        ],
      }
    case 19:
      return asBytes(Buffer.from(random.pick(['', ' ', 'null', '[]', '"x"', '1', '{}', '{"Operations":[]}', 'NaN', '\0'])))
    default:
      return asBytes(plain)
  }
}

/** Nothing but bytes. */
export const asBytes = (bytes: Buffer): StrangeBody => ({ bytes, headers: [] })

function deep(random: Random, levels: number): string {
  const [open, close] = random.pick<readonly [string, string]>([
    ['[', ']'],
    ['{"a":', '}'],
    ['{"members":[', ']}'],
  ])
  return `${open.repeat(levels)}1${random.chance(0.7) ? close.repeat(levels) : ''}`
}

/** Ten million blanks in some kilobytes; made once. */
const bombs = new Map<string, Buffer>()

function bomb(encoding: 'gzip' | 'br' | 'deflate'): Buffer {
  const known = bombs.get(encoding)
  if (known) return known
  const blanks = Buffer.alloc(10_000_000, ' ')
  const made = { gzip: gzipSync, br: brotliCompressSync, deflate: deflateSync }[encoding](blanks)
  bombs.set(encoding, made)
  return made
}
