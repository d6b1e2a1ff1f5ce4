import type { ResourceType } from '#contract/scim/schema.ts'
import type { AttributePath } from './filter/ast.ts'
import { toAttributePath } from './filter/parseAttributePath.ts'
import { findAttribute, type ResolvedAttribute, resolveAttribute } from './path.ts'
import { invalidValue, quoteValue } from './scimError.ts'

/** The order that a client wants (RFC 7644 §3.4.2.3). */
export interface Sort {
  /** Names an attribute, or a sub-attribute, that at least one of the queried types has. */
  readonly path: AttributePath
  readonly isDescending: boolean
}

/**
 * Reads `sortBy` and `sortOrder` of a query over `types`. Without `sortBy` there is no order to turn.
 *
 * @throws ScimError invalidValue (400) naming what is at fault
 */
export function readSort(
  { sortBy, sortOrder }: { readonly sortBy?: string; readonly sortOrder?: string },
  types: readonly ResourceType[],
): Sort | undefined {
  if (sortBy === undefined || sortBy === '') return undefined
  const isDescending = readOrder(sortOrder)
  const path = toAttributePath(sortBy.trim())
  const resolved = path && types.map((type) => resolveAttribute(type, path)).find((one) => one !== undefined)
  if (!path || !resolved) {
    throw invalidValue(
      `sortBy names ${quoteValue(sortBy)}, and a ${types.map(({ name }) => name).join(' or ')} has no such attribute.`,
    )
  }
  const { attribute, subAttribute } = toSortable(resolved)
  if ((subAttribute ?? attribute).type === 'complex')
    throw invalidValue(`sortBy names ${quoteValue(sortBy)}, which has sub-attributes: name one of them.`)
  if (attribute.returned === 'never' || subAttribute?.returned === 'never')
    throw invalidValue(`Nothing can be sorted by ${attribute.name}.`)
  return { path, isDescending }
}

/** A complex attribute by itself stands for its `value`, as it does in a filter. */
export function toSortable(resolved: ResolvedAttribute): ResolvedAttribute {
  const { attribute, subAttribute } = resolved
  const value = subAttribute ? undefined : findAttribute(attribute.subAttributes ?? [], 'value')
  return value ? { ...resolved, subAttribute: value } : resolved
}

function readOrder(sortOrder: string | undefined): boolean {
  const order = sortOrder?.trim().toLowerCase() ?? ''
  if (order === 'descending') return true
  if (order === 'ascending' || order === '') return false
  throw invalidValue(`sortOrder must be ascending or descending, not ${quoteValue(sortOrder)}.`)
}
