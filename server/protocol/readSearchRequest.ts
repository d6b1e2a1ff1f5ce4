import type { Json } from '#contract/scim/resource.ts'
import { urns } from '#contract/scim/urns.ts'
import { isList } from './json.ts'
import { findMember, readMessage } from './readMessage.ts'
import { invalidSyntax, quoteValue } from './scimError.ts'
import type { Tolerances } from './tolerance/tolerance.ts'
import { valueWithoutList } from './tolerance/valueWithoutList.ts'

/** A query as a URL would carry it: texts, and lists with commas between. */
type SearchParameters = { [Name in (typeof texts)[number] | (typeof lists)[number] | (typeof integers)[number]]?: string }

const texts = ['filter', 'sortBy', 'sortOrder', 'cursor'] as const
const lists = ['attributes', 'excludedAttributes'] as const
const integers = ['startIndex', 'count'] as const

/**
 * Reads the body of a POST to `/.search` (RFC 7644 §3.4.3; `cursor`, RFC 9865 §3). Other members are ignored, as other parameters
 * of a URL are.
 *
 * @throws ScimError invalidSyntax (400) where it is no SearchRequest, naming the member at fault
 */
export function readSearchRequest(body: unknown, tolerances: Tolerances): Readonly<SearchParameters> {
  const message = readMessage(body, urns.searchRequest, tolerances)
  const parameters: SearchParameters = {}
  for (const name of texts) {
    const value = findMember(message, name)
    if (value === undefined) continue
    if (typeof value !== 'string') throw invalidSyntax(`${name} must be a text, not ${quoteValue(value)}.`)
    parameters[name] = value
  }
  for (const name of lists) {
    const value = findMember(message, name)
    if (value !== undefined) parameters[name] = readList(name, value, tolerances)
  }
  for (const name of integers) {
    const value = findMember(message, name)
    if (value === undefined) continue
    if (!Number.isInteger(value)) throw invalidSyntax(`${name} must be an integer, not ${quoteValue(value)}.`)
    // The largest that the query reads: what lies beyond has no other meaning.
    parameters[name] = String(Math.max(-1, Math.min(Number(value), 999_999_999_999_999)))
  }
  return parameters
}

function readList(name: string, value: Json, tolerances: Tolerances): string {
  if (typeof value === 'string' && tolerances.use(valueWithoutList)) return value
  const names = isList(value) ? value.filter((one) => typeof one === 'string') : []
  if (!isList(value) || names.length < value.length)
    throw invalidSyntax(`${name} must be a list of attribute names, not ${quoteValue(value)}.`)
  return names.join(',')
}
