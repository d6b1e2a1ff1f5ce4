import type { Action, Change } from '#contract/exchange.ts'
import { compareAttributes } from './changes.ts'
import { findMember, listOperations } from './jsonObject.ts'
import type { Observation } from './observation.ts'
import { toPlainName } from './plainName.ts'
import { toCount, toResourceName, toShown } from './shown.ts'

/** What a successful write did, as it follows the caller's name. */
export function describeWrite(observation: Observation, action: Action): string {
  const { before, after, method } = observation
  const name = toResourceName(after ?? before)
  if (action === 'groupChanged') return describeGroupChange(observation, name)
  const learner = name ?? 'a learner'
  if (action === 'created') return after?.['active'] === false ? `created ${learner} as archived` : `created ${learner}`
  if (action === 'deleted') return `deleted ${learner}`
  const changes = compareAttributes(before, after).filter(({ attribute }) => attribute !== 'active')
  const others = changes.length === 0 ? '' : ` and ${toVerb(changes)} ${toObjects(changes)}`
  switch (action) {
    case 'archived':
      return `archived ${learner}${others}`
    case 'restored':
      return method === 'POST' ? `restored ${learner}, who was archived` : `restored ${learner}${others}`
    default:
      return describeUpdate(observation, { learner, changes })
  }
}

function describeUpdate(
  { before, after }: Observation,
  { learner, changes }: { learner: string; changes: readonly Change[] },
): string {
  const [only] = changes
  if (!only) return before && after ? `sent ${learner} without a change` : `changed ${learner}`
  if (changes.length === 1 && only.attribute === 'displayName' && only.kind === 'replaced')
    return `renamed ${toRenaming(before, after)}`
  return `${toVerb(changes)} ${toObjects(changes)} of ${learner}`
}

/** One name stands for all parts of one value. */
function listNames(changes: readonly Change[]): string[] {
  return [...new Set(changes.map(({ attribute }) => toPlainName(attribute)))]
}

function toVerb(changes: readonly Change[]): string {
  if (listNames(changes).length > 1) return 'changed'
  if (changes.every(({ kind }) => kind === 'added')) return 'set'
  return changes.every(({ kind }) => kind === 'removed') ? 'cleared' : 'changed'
}

function toObjects(changes: readonly Change[]): string {
  const names = listNames(changes)
  return names.length === 1 ? `the ${toShown(names[0] ?? '', 40)}` : toCount(names.length, 'attribute')
}

function toRenaming(before: Observation['before'], after: Observation['after']): string {
  return `${toShown(toResourceName(before) ?? '', 40)} to ${toShown(toResourceName(after) ?? '', 40)}`
}

function describeGroupChange({ method, before, after, members }: Observation, name: string | null): string {
  const group = name === null ? 'a group' : `the group ${name}`
  const { added, removed } = members ?? { added: 0, removed: 0 }
  if (method === 'POST') return `created ${group}${added > 0 ? ` with ${toCount(added, 'member')}` : ''}`
  if (method === 'DELETE') return `deleted ${group}`

  const changes = compareAttributes(before, after)
  const isRenamed = changes.some(({ attribute }) => attribute === 'displayName')
  const rest = changes.filter(({ attribute }) => attribute !== 'displayName')
  const moves = [added > 0 ? `added ${toCount(added, 'member')}` : '', removed > 0 ? `removed ${toCount(removed, 'member')}` : '']
    .filter(Boolean)
    .join(' and ')
  if (isRenamed) return `renamed the group ${toRenaming(before, after)}${moves && ` and ${moves}`}`
  if (moves !== '')
    return added > 0 && removed > 0
      ? `${moves} in ${name ?? 'a group'}`
      : `${moves} ${added > 0 ? 'to' : 'from'} ${name ?? 'a group'}`
  return rest.length > 0 ? `${toVerb(rest)} ${toObjects(rest)} of ${group}` : `sent ${group} without a change`
}

/** What a write that failed set out to do, as it follows "could not". */
export function describeAttempt(observation: Observation, action: Action): string {
  const { method, status, target } = observation
  const isGroup = target.kind === 'group' || target.kind === 'groups'
  const noun = isGroup ? 'group' : 'learner'
  const verb = toAttemptedVerb(action, method)
  if (status === 404 && (target.kind === 'user' || target.kind === 'group')) return `${verb} a ${noun} that is not here`
  const name = toAttemptedName(observation)
  if (name === null) return `${verb} a ${noun}`
  return isGroup ? `${verb} the group ${name}` : `${verb} ${name}`
}

function toAttemptedVerb(action: Action, method: string): string {
  switch (action) {
    case 'created':
      return 'create'
    case 'archived':
      return 'archive'
    case 'restored':
      return 'restore'
    case 'deleted':
      return 'delete'
    case 'groupChanged':
      return method === 'POST' ? 'create' : method === 'DELETE' ? 'delete' : 'change'
    default:
      return 'change'
  }
}

/** As the resource is called now, else as the request would have called it. */
export function toAttemptedName({ before, body }: Observation): string | null {
  const known = toResourceName(before) ?? toResourceName(body)
  if (known !== null) return known
  const named = listOperations(body).map((operation) => toResourceName(findMember(operation, 'value')))
  return named.find((name) => name !== null) ?? null
}
