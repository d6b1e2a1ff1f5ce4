import type { PatchOperation } from '#contract/scim/messages.ts'
import type { Attributes, Json } from '#contract/scim/resource.ts'
import type { Filter } from '../filter/ast.ts'
import { checkValueFilter } from '../filter/checkFilter.ts'
import { refuseCostly } from '../filter/refuseCostly.ts'
import { getValue, isList, isObject } from '../json.ts'
import { findSchema, parsePath, resolveAttribute } from '../path.ts'
import { readMemberIds } from '../readMemberIds.ts'
import { membersAttribute } from '../schemas/group.ts'
import { groupType } from '../schemas/resourceTypes.ts'
import { mutability, ScimError } from '../scimError.ts'
import { removeListedValues } from '../tolerance/removeListedValues.ts'
import type { Tolerances } from '../tolerance/tolerance.ts'
import { splitMembers } from '../validate.ts'

/**
 * A change of who belongs to a group. The filter of `removeMatching` is checked, has names as the schema spells them, and is meant for
 * one member: see `matchesValue` with `membersAttribute`.
 */
export type MembershipChange =
  | { readonly kind: 'add' | 'remove' | 'replace'; readonly ids: string[] }
  | { readonly kind: 'removeMatching'; readonly filter: Filter }
  | { readonly kind: 'clear' }

/** Takes the members out of the attributes of a group that `validateResource` returned; undefined where its body named none. */
export function takeMembers(attributes: Attributes): { readonly attributes: Attributes; readonly members: string[] | undefined } {
  const { members, ...rest } = attributes
  if (!isList(members)) return { attributes, members: undefined }
  return { attributes: rest, members: members.flatMap((member) => toId(getValue(member, 'value'))) }
}

const toId = (value: Json | undefined): string[] => (typeof value === 'string' ? [value] : [])

/**
 * Takes what concerns the members out of the patch operations of a group, since members are kept in a table of their own.
 *
 * @returns the changes of membership and the remaining operations, both in order
 * @throws ScimError invalidPath, invalidFilter, invalidValue, mutability (400); 413 for more than 20 changes that concern all members
 */
export function takeMembership(
  operations: readonly PatchOperation[],
  tolerances: Tolerances,
): { readonly rest: PatchOperation[]; readonly changes: MembershipChange[] } {
  const rest: PatchOperation[] = []
  const changes: MembershipChange[] = []
  for (const operation of operations) {
    const taken =
      operation.path === undefined || findSchema(groupType, operation.path)
        ? takeFromValue(operation, tolerances)
        : takeFromPath(operation, operation.path, tolerances)
    changes.push(...taken.changes)
    if (taken.rest) rest.push(taken.rest)
  }
  // Each of them reads all members, of which there may be very many.
  const sweeping = changes.filter(({ kind }) => kind === 'replace' || kind === 'removeMatching')
  if (sweeping.length > maxSweepingChanges) {
    throw new ScimError(413, `A PATCH may replace the members, or remove them by a filter, at most ${maxSweepingChanges} times.`)
  }
  return { rest, changes }
}

const maxSweepingChanges = 20

interface Taken {
  readonly rest?: PatchOperation
  readonly changes: readonly MembershipChange[]
}

/** The value of an operation without a path may name the members among other attributes. */
function takeFromValue(operation: PatchOperation, tolerances: Tolerances): Taken {
  const { op, value } = operation
  if (!isObject(value)) return { rest: operation, changes: [] }
  const { members, rest } = splitMembers(value, groupType)
  if (members === undefined) return { rest: operation, changes: [] }
  const isEmpty = Object.keys(rest).length === 0
  return { changes: [toChange({ op, value: members }, tolerances)], ...(!isEmpty && { rest: { ...operation, value: rest } }) }
}

function takeFromPath(operation: PatchOperation, text: string, tolerances: Tolerances): Taken {
  const path = parsePath(text, tolerances)
  const resolved = resolveAttribute(groupType, path.path)
  if (resolved?.attribute !== membersAttribute) return { rest: operation, changes: [] }
  if (resolved.subAttribute)
    throw mutability(`members.${resolved.subAttribute.name} cannot be changed: remove the member and add another.`)
  return { changes: [path.filter ? toSelectedChange(operation, path.filter, tolerances) : toChange(operation, tolerances)] }
}

/** A change of the members as a whole. */
function toChange({ op, value = null }: PatchOperation, tolerances: Tolerances): MembershipChange {
  switch (op) {
    case 'add':
    case 'replace':
      return { kind: op, ids: readMemberIds(value, tolerances) }
    case 'remove':
      // Entra ID and authentik list who is to go; by §3.5.2.2 everybody would.
      if (value === null || value === '' || !tolerances.use(removeListedValues)) return { kind: 'clear' }
      return { kind: 'remove', ids: readMemberIds(value, tolerances) }
  }
}

/** A change of the members that a filter selects, such as `members[value eq "2d7e…"]`. */
function toSelectedChange({ op }: PatchOperation, filter: Filter, tolerances: Tolerances): MembershipChange {
  if (op !== 'remove') throw mutability('A member cannot be changed: remove it and add another.')
  const checked = checkValueFilter(filter, membersAttribute, tolerances)
  const ids = toIds(checked)
  if (ids) return { kind: 'remove', ids }
  refuseCostly(checked)
  return { kind: 'removeMatching', filter: checked }
}

/** The ids that a filter asks for, where it asks for nothing else. */
function toIds(filter: Filter): string[] | undefined {
  if (filter.kind === 'compare' && filter.operator === 'eq' && filter.path.attribute === 'value') {
    return typeof filter.value === 'string' ? [filter.value] : undefined
  }
  if (filter.kind !== 'or') return undefined
  const left = toIds(filter.left)
  const right = toIds(filter.right)
  return left && right && [...new Set([...left, ...right])]
}
