import type { ListResponse } from '#contract/scim/messages.ts'
import type { ResourceType } from '#contract/scim/schema.ts'
import { urns } from '#contract/scim/urns.ts'
import { checkFilter } from '../protocol/filter/checkFilter.ts'
import { parseFilter } from '../protocol/filter/parseFilter.ts'
import { invalidValue } from '../protocol/scimError.ts'
import type { OperationContext, WantedAttributes } from './context.ts'
import { toResource } from './toResource.ts'

/** The most resources that one page holds; ServiceProviderConfig says so too. */
export const maxResults = 1000
/** How many come where the client names no count. */
const defaultCount = 100

/** The parameters of a query, as text from the URL. */
export interface QueryParameters extends WantedAttributes {
  readonly filter?: string
  readonly startIndex?: string
  readonly count?: string
}

/**
 * Lists the resources of a type that a filter holds for (RFC 7644 §3.4.2), in order of their creation.
 *
 * @throws ScimError invalidFilter (400) with the position in the filter; invalidValue (400) for a startIndex or count that is no integer
 */
export function queryResources(context: OperationContext, type: ResourceType, parameters: QueryParameters): ListResponse {
  const startIndex = Math.max(1, readInteger('startIndex', parameters.startIndex) ?? 1)
  const count = Math.min(maxResults, Math.max(0, readInteger('count', parameters.count) ?? defaultCount))
  const filter =
    parameters.filter === undefined
      ? undefined
      : checkFilter(parseFilter(parameters.filter, context.tolerances), type, context.tolerances)
  const { connection, service, notes } = context

  const isHidden = type.name === 'Group' && !connection.settings.switches.groups
  const { totalResults, resources } = isHidden
    ? { totalResults: 0, resources: [] }
    : service.stores.resources.query(connection.id, type.name, { ...(filter && { filter }), startIndex, count })

  const [only] = resources
  if (only && totalResults === 1) {
    notes.resource = { type: type.name, id: only.id }
    notes.before = only.attributes
  }
  return {
    schemas: [urns.listResponse],
    totalResults,
    startIndex,
    itemsPerPage: resources.length,
    Resources: resources.map((stored) => toResource(context, type, { stored, wanted: parameters })),
  }
}

/** §3.4.2.4: values below the least are taken as the least, so only the form is refused. */
function readInteger(name: string, text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined
  if (!/^[+-]?\d{1,15}$/.test(text)) throw invalidValue(`${name} must be an integer, not "${text.slice(0, 100)}".`)
  return Number(text)
}
