import { aliasFilter } from './aliasPath.ts'
import type { Kind } from './attributeRule.ts'
import { aliasAddresses, aliasId } from './context.ts'
import type { Namer } from './persons.ts'

/** Whose part of the endpoint a path is in. */
export function kindOf(path: string): Kind | null {
  if (/(?:^|\/)Groups(?:[/?]|$)/i.test(path)) return 'Group'
  return /(?:^|\/)Users(?:[/?]|$)/i.test(path) ? 'User' : null
}

/** A path with its query, as it stands in a request line or in a `Location`. What needs no alias keeps its spelling. */
export function aliasTarget(target: string, namer: Namer): string {
  const start = target.indexOf('?')
  const path = start < 0 ? target : target.slice(0, start)
  const kind = kindOf(path)
  const segments = path.split('/')
  const aliased = segments.map((segment, index) => {
    const isOfUser = segments[index - 1]?.toLowerCase() === 'users' && segment.toLowerCase() !== '.search'
    return respell(segment, decode, (text) => (isOfUser ? aliasId(text, namer) : aliasAddresses(text, namer)))
  })
  if (start < 0) return aliased.join('/')
  const parameters = target.slice(start + 1).split('&')
  return `${aliased.join('/')}?${parameters.map((one) => aliasParameter(one, { namer, kind: kind ?? 'User' })).join('&')}`
}

function aliasParameter(parameter: string, { namer, kind }: { namer: Namer; kind: Kind }): string {
  const start = parameter.indexOf('=')
  if (start < 0) return respell(parameter, decodeQuery, (text) => aliasAddresses(text, namer))
  const name = parameter.slice(0, start)
  const value = respell(parameter.slice(start + 1), decodeQuery, (text) => {
    switch (decodeQuery(name).toLowerCase()) {
      case 'filter':
        return aliasFilter(text, { namer, kind, person: null })
      case 'cursor':
        return aliasCursor(text, namer)
      default:
        return aliasAddresses(text, namer)
    }
  })
  return `${respell(name, decodeQuery, (text) => aliasAddresses(text, namer))}=${value}`
}

/** A cursor tells the value that the page ended with to whoever decodes it. */
export const aliasCursor = (cursor: string, namer: Namer): string =>
  cursor === '' ? cursor : namer.alias(cursor, { label: 'cursor', person: null })

function respell(encoded: string, read: (encoded: string) => string, change: (text: string) => string): string {
  const text = read(encoded)
  const changed = change(text)
  return changed === text ? encoded : encodeURIComponent(changed.toWellFormed())
}

function decode(encoded: string): string {
  try {
    return decodeURIComponent(encoded)
  } catch {
    return encoded
  }
}

const decodeQuery = (encoded: string) => decode(encoded.replace(/\+/g, ' '))
