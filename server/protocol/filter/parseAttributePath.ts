import { invalidFilter, quoteValue } from '../scimError.ts'
import type { AttributePath } from './ast.ts'
import { type TokenReader, unexpected } from './tokenReader.ts'

/** attrPath = [URI ":"] ATTRNAME *1subAttr (RFC 7644 §3.4.2.2) */
export function parseAttributePath(tokens: TokenReader): AttributePath {
  const token = tokens.peek()
  if (token.kind !== 'word') throw unexpected(token, 'an attribute')
  const path = toAttributePath(token.text)
  if (!path)
    throw invalidFilter(`At position ${token.position} stands ${quoteValue(token.text)}, which cannot name an attribute.`)
  tokens.next()
  return path
}

/** ATTRNAME *1subAttr, with `$ref` let in (RFC 7643 §2.4). */
const names = /^([$a-z][\w$-]*)(?:\.([$a-z][\w$-]*))?$/i

/** Reads the notation of an attribute (RFC 7644 §3.10): `name.familyName`, or the same after a schema URN and a colon. */
export function toAttributePath(text: string): AttributePath | undefined {
  const colon = text.lastIndexOf(':')
  const urn = colon === -1 ? undefined : text.slice(0, colon)
  if (urn !== undefined && !/^urn:./i.test(urn)) return undefined
  const [, attribute, subAttribute] = names.exec(text.slice(colon + 1)) ?? []
  if (attribute === undefined) return undefined
  return { ...(urn !== undefined && { urn }), attribute, ...(subAttribute !== undefined && { subAttribute }) }
}
