import type { ResourceType } from '#contract/scim/schema.ts'
import { resolveAttribute } from '../path.ts'
import type { Filter } from './ast.ts'

/**
 * A filter over several types as one of them sees it: an attribute that only another type has, has no value here
 * (RFC 7644 §3.4.2.1). One that no type has stays, for `checkFilter` to refuse.
 */
export function narrowFilter(filter: Filter, type: ResourceType, types: readonly ResourceType[]): Filter {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return {
        kind: filter.kind,
        left: narrowFilter(filter.left, type, types),
        right: narrowFilter(filter.right, type, types),
      }
    case 'not':
      return { kind: 'not', filter: narrowFilter(filter.filter, type, types) }
    default: {
      const has = (one: ResourceType) => resolveAttribute(one, filter.path) !== undefined
      return has(type) || !types.some(has) ? filter : ofAbsent(filter)
    }
  }
}

/** What holds of an attribute without a value: it is null, and unequal to every value. Each resource has an id. */
function ofAbsent(filter: Extract<Filter, { path: unknown }>): Filter {
  const always: Filter = { kind: 'present', path: { attribute: 'id' } }
  const isTrue = filter.kind === 'compare' && (filter.value === null ? filter.operator === 'eq' : filter.operator === 'ne')
  return isTrue ? always : { kind: 'not', filter: always }
}
