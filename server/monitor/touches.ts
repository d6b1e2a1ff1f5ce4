import type { Action } from '#contract/exchange.ts'
import type { Json, JsonObject } from '#contract/scim/resource.ts'
import type { MembershipNote, Notes } from '../notes.ts'
import type { Filter } from '../protocol/filter/ast.ts'
import { parseFilter } from '../protocol/filter/parseFilter.ts'
import { isList, isObject } from '../protocol/json.ts'
import { ScimError } from '../protocol/scimError.ts'
import type { Sought, Touches, Undo } from '../storage/exchangeTouches.ts'
import { isDone, listTouched } from './bulk.ts'
import { toBefore } from './history/undo.ts'
import { findText } from './jsonObject.ts'
import type { Masker } from './mask.ts'
import type { Observation } from './observation.ts'

/** More values of one exchange name nobody in particular. */
const maxSought = 1000
/** Longer than any name that is really somebody's. */
const maxSoughtLength = 320

/** What finds an exchange again in the history of those whom it touched, and what takes its writes back. */
export function toTouches(
  observation: Observation,
  { action, notes, resourceId, masker }: { action: Action; notes: Notes; resourceId: string | null; masker: Masker },
): Touches {
  const { bulk } = notes
  const done = bulk
    ? bulk.operations.filter(isDone).map((operation) => ({ id: operation.id, notes: operation.notes }))
    : observation.status >= 200 && observation.status < 300
      ? [{ id: notes.resource?.id ?? null, notes }]
      : []
  const undo = done.flatMap((one) => toUndo(one, masker))
  const memberships = toNet(done.flatMap((one) => one.notes.memberships))
  // Nobody else's request says anything about a person, and a test asks for somebody whom nobody can be.
  const isMeant = observation.credential.kind === 'accepted' && action !== 'tested'
  const sought = isMeant && resourceId === null ? listSought(observation).slice(0, maxSought) : []
  const touched = bulk ? listTouched(bulk).map(masker.maskText) : listOthers(memberships, notes.resource?.id)
  return {
    ...(touched.length > 0 && { touched }),
    ...(undo.length > 0 && { undo }),
    ...(memberships.length > 0 && { memberships }),
    ...(sought.length > 0 && { sought }),
  }
}

function toUndo({ id, notes }: { id: string | null; notes: Notes }, masker: Masker): Undo[] {
  const { versions } = notes
  if (id === null || versions === null || versions.before === versions.after) return []
  const before = toBefore(versions.before === 0 ? null : notes.before, versions.after === 0 ? null : notes.after)
  return [{ id, from: versions.before, to: versions.after, before: toMasked(before, masker) }]
}

function toMasked(before: JsonObject, masker: Masker): JsonObject {
  if (masker.isClean(JSON.stringify(before))) return before
  const masked = masker.maskJson(before)
  return isObject(masked) ? masked : {}
}

/** Each membership once: one that began and ended in the same request is as it was. */
function toNet(notes: readonly MembershipNote[]): MembershipNote[] {
  const net = new Map<string, MembershipNote>()
  for (const note of notes) {
    const key = `${note.groupId} ${note.memberId}`
    if (!net.delete(key)) net.set(key, note)
  }
  return [...net.values()]
}

/** The groups that a deleted member was in: they are not what the request was about. */
function listOthers(memberships: readonly MembershipNote[], id: string | undefined): string[] {
  return [...new Set(memberships.map(({ groupId }) => groupId))].filter((groupId) => groupId !== id)
}

function listSought(observation: Observation): Sought[] {
  const { body, bulk, method, query, status, target } = observation
  const sought = (): Sought[] => {
    switch (target.kind) {
      case 'users':
        if (method === 'POST') return status >= 400 ? listNames(body) : []
        return listOfFilter(query['filter'])
      case 'search':
        return target.of === 'groups' ? [] : listOfFilter(query['filter'])
      case 'bulk':
        // Which of the creates were refused does not matter: the others are found by the id of what they created.
        return bulk?.operations.some((one) => one.method === 'POST' && !isDone(one)) ? listOfBulk(body) : []
      default:
        return []
    }
  }
  return sought().filter(({ value }) => value !== '' && value.length <= maxSoughtLength)
}

/** What a learner with these attributes is looked for by. */
export function listNames(learner: Json | undefined): Sought[] {
  const emails = isObject(learner) ? learner['emails'] : undefined
  return [
    toSought('userName', findText(learner, 'userName')),
    toSought('externalId', findText(learner, 'externalId')),
    ...(isList(emails) ? emails : []).map((email) => toSought('email', findText(email, 'value'))),
  ].filter((one) => one !== undefined)
}

function listOfBulk(body: Json | undefined): Sought[] {
  const operations = isObject(body) ? body['Operations'] : undefined
  return (isList(operations) ? operations : []).flatMap((operation) =>
    findText(operation, 'method')?.toUpperCase() === 'POST' && isObject(operation) ? listNames(operation['data']) : [],
  )
}

function listOfFilter(text: string | undefined): Sought[] {
  if (text === undefined) return []
  try {
    return listOf(parseFilter(text, { use: () => true }))
  } catch (error) {
    // Nothing can be sought by what is no filter; the caller was told so.
    if (error instanceof ScimError) return []
    throw error
  }
}

const kinds: Readonly<Record<string, Sought['kind']>> = {
  id: 'id',
  username: 'userName',
  externalid: 'externalId',
  emails: 'email',
  'emails.value': 'email',
}

/** The values that a filter compares with one of the names, whatever else it asks. */
function listOf(filter: Filter, parent = ''): Sought[] {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return [...listOf(filter.left, parent), ...listOf(filter.right, parent)]
    case 'valuePath':
      return listOf(filter.filter, `${filter.path.attribute}.`)
    case 'compare': {
      const { operator, path, value } = filter
      const name = `${parent}${path.attribute}${path.subAttribute === undefined ? '' : `.${path.subAttribute}`}`.toLowerCase()
      // A filter may name anything, `constructor` too.
      const kind = operator === 'eq' && typeof value === 'string' && Object.hasOwn(kinds, name) ? kinds[name] : undefined
      return kind && typeof value === 'string' ? [{ kind, value }] : []
    }
    default:
      return []
  }
}

function toSought(kind: Sought['kind'], value: string | undefined): Sought | undefined {
  return value === undefined ? undefined : { kind, value }
}
