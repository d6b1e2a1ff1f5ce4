import type { Attribute } from '#contract/scim/schema.ts'
import { findAttribute, type ResolvedAttribute, resolveAttribute } from '../protocol/path.ts'
import { type Sort, toSortable } from '../protocol/sort.ts'
import { toComparedKey } from './filterCondition.ts'
import { elementsOf, type FilterScope, isUniqueName, plainOperand } from './filterOperand.ts'
import { type SqlFragment, sqlFragment } from './sqlFragment.ts'

/** What resources are sorted by. */
export interface SortKey {
  /** NULL where the resource has no value. */
  readonly expression: SqlFragment
  /** True where every resource has one, in a column with an index. */
  readonly isIndexed: boolean
}

/**
 * What resources of a type are sorted by (RFC 7644 §3.4.2.3): the value in the case that counts, of a multi-valued attribute that of
 * the preferred value or else of the first one. Texts are in the order of their code points, as filters compare them. Names come from
 * the schemas, and every value is bound.
 */
export function toSortKey({ path }: Sort, scope: FilterScope): SortKey {
  const resolved = resolveAttribute(scope.type, path)
  // Another type has it.
  if (!resolved) return { expression: sqlFragment('NULL'), isIndexed: false }
  const target = toSortable(resolved)
  const column = columnOf(target)
  if (column !== undefined) return { expression: sqlFragment(column), isIndexed: true }
  return { expression: boundLength(target, computedBy(target) ?? toStoredValue(target, scope)), isIndexed: false }
}

function columnOf(target: ResolvedAttribute): string | undefined {
  if (isUniqueName(target)) return 'resource.folded_name'
  return !target.isExtension && target.attribute.name === 'id' ? 'resource.id' : undefined
}

/** What is in no document, and follows from columns. */
function computedBy({ isExtension, attribute, subAttribute }: ResolvedAttribute): SqlFragment | undefined {
  if (isExtension || attribute.name !== 'meta') return undefined
  if (subAttribute?.name === 'location') return sqlFragment(`(resource.resource_type || '/' || resource.id)`)
  return subAttribute?.name === 'version' ? sqlFragment('CAST(resource.version AS TEXT)') : undefined
}

function toStoredValue(target: ResolvedAttribute, scope: FilterScope): SqlFragment {
  if (!target.attribute.multiValued) return toComparedKey(plainOperand(target))
  const elements = elementsOf(target, scope)
  return elements.first(toComparedKey(elements.operandOf(toStored(target))))
}

/** The URL of a member or a group is made of its id, and only when it is shown. */
function toStored({ isExtension, attribute, subAttribute }: ResolvedAttribute): Attribute | undefined {
  const isShown = !isExtension && (attribute.name === 'members' || attribute.name === 'groups') && subAttribute?.name === '$ref'
  return isShown ? findAttribute(attribute.subAttributes ?? [], 'value') : subAttribute
}

/** A cursor carries the key, and a URL has an end: what differs only behind this many characters keeps its order of creation. */
const maxKeyLength = 200

function boundLength(target: ResolvedAttribute, { sql, params }: SqlFragment): SqlFragment {
  const { type } = target.subAttribute ?? target.attribute
  const isText = type === 'string' || type === 'reference' || type === 'binary'
  return isText ? sqlFragment(`substr(${sql}, 1, ${maxKeyLength})`, ...params) : sqlFragment(sql, ...params)
}
