import type { AimConnection } from './aim.ts'
import type { Random } from './random.ts'
import { anId } from './strangeBodies.ts'
import { aFilter } from './strangeFilters.ts'
import { aName, aText } from './strangeText.ts'

/** A path with a query, near to those of the endpoint or far from them. */
export function aTarget(random: Random, { connection, ids }: { connection: AimConnection; ids: readonly string[] }): string {
  const query = random.chance(0.5) ? `?${aQuery(random)}` : ''
  if (random.chance(0.05)) return aStrangeTarget(random, connection.slug) + query
  const endpoint = random.pick([
    'Users',
    'Users',
    'Users',
    'Groups',
    'Groups',
    'Bulk',
    'Me',
    '.search',
    'Users/.search',
    'Schemas',
    'ResourceTypes',
    'ServiceProviderConfig',
    'users',
    'Roles',
    '__proto__',
  ])
  const id = random.chance(0.55) ? `/${toEscaped(anId(random, ids))}` : ''
  const base = random.chance(0.97)
    ? `/${connection.slug}/scim/v2`
    : random.pick(['', '/', '//', '/nobody/scim/v2', `/${connection.slug}/SCIM/V2`, `/${connection.slug}//scim/v2/`])
  return `${base}/${endpoint}${id}${random.chance(0.03) ? random.pick(['/', '//', '/x/y', '/..', '/%2e%2e/', ';a=b']) : ''}${query}`
}

function aStrangeTarget(random: Random, slug: string): string {
  return random.pick([
    '*',
    '/%',
    '/%zz',
    '/%00',
    '/%c0%af',
    '/%ff%fe',
    '/\xff\xfe',
    '//',
    '///',
    '/.',
    '/..',
    '/../..',
    '/__proto__/scim/v2/Users',
    `/${slug}/scim/v2/Users/%`,
    `/${slug}/scim/v2/Users/%E0%A4%A`,
    `/${slug}/scim/v2/Users/%00`,
    `/${slug}/scim/v2/Users/..%2f..%2fx`,
    `http://localhost/${slug}/scim/v2/Users`,
    `http://a:b@localhost:99999/${slug}/scim/v2/Users`,
    'http://[::1',
    '//a@[::1/#x',
    '//a@b:99999/\xa0',
    'http://%/',
    'https://',
    'http:',
    'ftp://x/y',
    `/${slug}/scim/v2/Users#fragment`,
    `/${slug}/scim/v2/Users\t`,
    `/${slug}/scim/v2/${'a'.repeat(5_000)}`,
    `/${slug}/scim/v2/${'a/'.repeat(2_000)}`,
    `/${'%25'.repeat(500)}`,
    '?',
    '/?',
    'x',
    `/${slug}/scim/v2/Users/\\..\\`,
    `\\\\${slug}`,
    `/${slug}/scim/v2/ Users`,
    `/${slug}%2fscim%2fv2%2fUsers`,
    `//evil/${slug}/scim/v2/Users`,
  ])
}

/** A query: the parameters of the endpoint and others, with any values. */
export function aQuery(random: Random): string {
  const name = () =>
    random.pick([
      'filter',
      'filter',
      'filter',
      'startIndex',
      'count',
      'sortBy',
      'sortOrder',
      'attributes',
      'excludedAttributes',
      'cursor',
      '__proto__',
      'constructor',
      'filter[]',
      'FILTER',
      'access_token',
      '',
    ])
  const value = (of: string) => {
    switch (of) {
      case 'filter':
        return aFilter(random)
      case 'startIndex':
      case 'count':
        return random.pick([
          '0',
          '1',
          '-1',
          '10',
          '1e3',
          '99999999999999999999',
          '0x10',
          'NaN',
          '',
          ' 5',
          '2.5',
          '9007199254740993',
          '-9223372036854775809',
        ])
      case 'sortOrder':
        return random.pick(['ascending', 'descending', 'sideways'])
      case 'attributes':
      case 'excludedAttributes':
        return random.list(0, random.chance(0.02) ? 400 : 4, () => aName(random)).join(',')
      default:
        return random.chance(0.6) ? aName(random) : aText(random)
    }
  }
  return random
    .list(1, 4, () => {
      const of = name()
      return `${of}${random.chance(0.97) ? '=' : ''}${toEscaped(value(of), random.chance(0.03))}`
    })
    .join(random.pick(['&', '&', '&', '&&', '?']))
}

/** Percent-encoded; broken where `isBent`. What has no UTF-8 is encoded as the replacement character is. Cut where headers would overflow. */
export function toEscaped(text: string, isBent = false): string {
  const escaped = encodeURIComponent(text.toWellFormed()).slice(0, 9_000)
  return isBent ? escaped.replace('%', '%%') : escaped
}
