import type { JsonObject } from '#contract/scim/resource.ts'
import { urns } from '#contract/scim/urns.ts'
import { createNotes } from '../../notes.ts'
import type { BulkOperation } from '../../protocol/bulk/readBulkRequest.ts'
import { resolveReferences, splitReferences } from '../../protocol/bulk/references.ts'
import { isObject } from '../../protocol/json.ts'
import { ScimError } from '../../protocol/scimError.ts'
import type { OperationContext } from '../context.ts'
import { type Performed, performOperation } from './performOperation.ts'
import { resolveOperation, type Task } from './task.ts'

/** A resource of a circle, and why the circle came to nothing. */
export class CircleFailure extends Error {
  readonly task: Task
  readonly failure: ScimError

  constructor(task: Task, failure: ScimError) {
    super(failure.detail, { cause: failure })
    this.name = 'CircleFailure'
    this.task = task
    this.failure = failure
  }
}

interface Part {
  readonly task: Task
  readonly performed: Performed
  /** What refers to those that were not there yet. */
  readonly later: JsonObject
  /** Of the path, with its question mark: which attributes the client asks for. */
  readonly query: string
}

/**
 * Creates resources that refer to each other in a circle (RFC 7644 §3.7.1): each first without what refers to those that are not there
 * yet, which is then added. Either all are created or none: the caller runs it as a transaction.
 *
 * @param created the ids of other resources, by bulkId
 * @throws CircleFailure
 */
export function createCircle(
  context: OperationContext,
  tasks: readonly Task[],
  created: ReadonlyMap<string, string>,
): Map<Task, Performed> {
  const ids = new Map(created)
  const parts = tasks.map((task): Part => {
    const { todo, bulkId } = task
    // Only an operation that can be read refers to others.
    if (todo instanceof ScimError || bulkId === undefined) throw new Error('A circle of what cannot be read.')
    const operation = resolveOperation(todo, ids)
    const { data } = operation
    const { now, later } = isObject(data) ? splitReferences(data, (one) => !ids.has(one)) : { now: data, later: {} }
    const performed = attempt(context, task, { ...operation, ...(now !== undefined && { data: now }) })
    ids.set(bulkId, performed.place.id)
    return { task, performed, later, query: operation.path.replace(/^[^?]*/, '') }
  })
  return new Map(parts.map((part) => [part.task, join(context, part, ids)]))
}

/** Adds what refers to the others. */
function join(context: OperationContext, { task, performed, later, query }: Part, ids: ReadonlyMap<string, string>): Performed {
  if (Object.keys(later).length === 0) return performed
  const { type, id } = performed.place
  const patch: BulkOperation = {
    method: 'PATCH',
    path: `${type.endpoint}/${id}${query}`,
    data: { schemas: [urns.patchOp], Operations: [{ op: 'add', value: resolveReferences(later, ids) }] },
  }
  const notes = createNotes()
  const joined = attempt(context, { ...task, notes }, patch)
  const before = task.notes.members ?? { added: 0, removed: 0 }
  task.notes.after = notes.after
  task.notes.notKept = [...task.notes.notKept, ...notes.notKept]
  task.notes.memberships = [...task.notes.memberships, ...notes.memberships]
  if (notes.versions) task.notes.versions = { before: 0, after: notes.versions.after }
  if (notes.members) task.notes.members = { added: before.added + notes.members.added, removed: 0 }
  return { ...performed, stored: joined.stored, ...(joined.shown && { shown: joined.shown }) }
}

function attempt(context: OperationContext, task: Task, operation: BulkOperation): Performed {
  try {
    return performOperation({ ...context, notes: task.notes }, operation)
  } catch (failure) {
    if (!(failure instanceof ScimError)) throw failure
    throw new CircleFailure(task, failure)
  }
}
