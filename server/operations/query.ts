import type { ListResponse } from '#contract/scim/messages.ts'
import type { ResourceType } from '#contract/scim/schema.ts'
import { urns } from '#contract/scim/urns.ts'
import { checkFilter } from '../protocol/filter/checkFilter.ts'
import { narrowFilter } from '../protocol/filter/narrowFilter.ts'
import { parseFilter } from '../protocol/filter/parseFilter.ts'
import { invalidCount, invalidValue } from '../protocol/scimError.ts'
import { readSort, type Sort } from '../protocol/sort.ts'
import type { SearchPart } from '../storage/resourceSearch.ts'
import { type OperationContext, resolveType, type WantedAttributes } from './context.ts'
import { toCursorPage } from './toCursorPage.ts'
import { toResource } from './toResource.ts'

/** The most resources that one page holds; ServiceProviderConfig says so too. */
export const maxResults = 1000
/** How many come where the client names no count. */
export const defaultCount = 100

/** The parameters of a query, as text from the URL. */
export interface QueryParameters extends WantedAttributes {
  readonly filter?: string
  readonly sortBy?: string
  readonly sortOrder?: string
  readonly startIndex?: string
  readonly count?: string
  /** There, if only empty, where pages are walked by cursor. */
  readonly cursor?: string
}

/**
 * Lists the resources of one type or several that a filter holds for (RFC 7644 §3.4.2, §3.4.3), in order of their creation or sorted,
 * by index or by cursor (RFC 9865).
 *
 * @throws ScimError invalidFilter (400) with the position in the filter; invalidValue (400) for a parameter that cannot be read;
 *   invalidCursor, expiredCursor, invalidCount (400)
 */
export function queryResources(
  context: OperationContext,
  coreTypes: readonly ResourceType[],
  parameters: QueryParameters,
): ListResponse {
  const types = coreTypes.map((type) => resolveType(context, type))
  const isByCursor = parameters.cursor !== undefined
  if (isByCursor && parameters.startIndex !== undefined)
    throw invalidValue('startIndex and cursor are two ways to page: send one of them.')
  const startIndex = Math.max(1, readInteger('startIndex', parameters.startIndex) ?? 1)
  const count = readCount(parameters)
  const sort = readSort(parameters, types)
  const parts = toParts(context, types, parameters.filter)
  const page = isByCursor
    ? toCursorPage(context, { parts, sort, count, parameters })
    : toIndexPage(context, { parts, sort, count, startIndex })

  const [only] = page.resources
  if (only && page.totalResults === 1) {
    context.notes.resource = { type: only.resourceType, id: only.id }
    context.notes.before = only.attributes
  }
  const byName = new Map(types.map((type) => [type.name, type]))
  const { resources, totalResults, ...place } = page
  return {
    schemas: [urns.listResponse],
    totalResults,
    ...place,
    itemsPerPage: resources.length,
    Resources: resources.flatMap((stored) => {
      const type = byName.get(stored.resourceType)
      return type ? [toResource(context, type, { stored, wanted: parameters })] : []
    }),
  }
}

/** What is searched: each type with the filter as it reads there. */
function toParts(context: OperationContext, types: readonly ResourceType[], text: string | undefined): SearchPart[] {
  const { connection, tolerances } = context
  const filter = text === undefined ? undefined : parseFilter(text, tolerances)
  const parts = types.map((type): SearchPart => {
    if (!filter) return { type }
    const own = types.length === 1 ? filter : narrowFilter(filter, type, types)
    return { type, filter: checkFilter(own, type, tolerances) }
  })
  return parts.filter(({ type }) => type.name !== 'Group' || connection.settings.switches.groups)
}

function toIndexPage(
  { connection, service }: OperationContext,
  { parts, sort, count, startIndex }: { parts: readonly SearchPart[]; sort: Sort | undefined; count: number; startIndex: number },
) {
  const { resources } = service.stores
  const [part] = parts
  if (!sort && part && parts.length === 1) {
    const { type, filter } = part
    return { ...resources.query(connection.id, type.name, { type, ...(filter && { filter }), startIndex, count }), startIndex }
  }
  const page = resources.search(connection.id, { parts, ...(sort && { sort }), count, from: { startIndex } })
  return {
    totalResults: resources.countMatches(connection.id, parts),
    resources: page.resources.map(({ stored }) => stored),
    startIndex,
  }
}

function readCount({ count, cursor }: QueryParameters): number {
  const given = readInteger('count', count, cursor === undefined ? invalidValue : invalidCount)
  return Math.min(maxResults, Math.max(0, given ?? defaultCount))
}

/** §3.4.2.4: values below the least are taken as the least, so only the form is refused. */
function readInteger(name: string, text: string | undefined, refuse = invalidValue): number | undefined {
  if (text === undefined || text === '') return undefined
  if (!/^[+-]?\d{1,15}$/.test(text)) throw refuse(`${name} must be an integer, not "${text.slice(0, 100)}".`)
  return Number(text)
}
