import { type Filter as OtherFilter, parse } from 'scim2-parse-filter'
import type { AttributePath, Filter } from '../../../../../server/protocol/filter/ast.ts'

/** Reads a filter with the independent package scim2-parse-filter, and gives it back in our form. */
export const parseIndependently = (text: string): Filter => toOurs(parse(text))

function toOurs(filter: OtherFilter): Filter {
  switch (filter.op) {
    case 'and':
    case 'or': {
      const kind = filter.op
      // Theirs holds any number of parts, ours two.
      return filter.filters.map(toOurs).reduce((left, right) => ({ kind, left, right }))
    }
    case 'not':
      return { kind: 'not', filter: toOurs(filter.filter) }
    case '[]':
      return { kind: 'valuePath', path: toPath(filter.attrPath), filter: toOurs(filter.valFilter) }
    case 'pr':
      return { kind: 'present', path: toPath(filter.attrPath) }
    default:
      return { kind: 'compare', path: toPath(filter.attrPath), operator: filter.op, value: filter.compValue }
  }
}

function toPath(text: string): AttributePath {
  const colon = text.lastIndexOf(':')
  const [attribute = '', subAttribute] = text.slice(colon + 1).split('.')
  return {
    ...(colon !== -1 && { urn: text.slice(0, colon) }),
    attribute,
    ...(subAttribute !== undefined && { subAttribute }),
  }
}
