import type { Json, JsonObject } from '#contract/scim/resource.ts'
import { type BulkNote, createNotes, type Notes } from '../../notes.ts'
import type { BulkEntry, BulkOperation } from '../../protocol/bulk/readBulkRequest.ts'
import { listReferences, resolveReferences, resolveText } from '../../protocol/bulk/references.ts'
import type { ScimError } from '../../protocol/scimError.ts'
import type { OperationContext } from '../context.ts'
import { toEntityTag, toLocation } from '../toResource.ts'
import { type Performed, readPlace } from './performOperation.ts'

/** One operation of a bulk request under way. */
export interface Task {
  readonly index: number
  readonly method: string
  readonly bulkId: string | undefined
  /** What is to be done, or why it cannot be read. */
  readonly todo: BulkOperation | ScimError
  /** The bulkIds of the resources that it needs. */
  readonly references: readonly string[]
  readonly notes: Notes
}

/** How a task ended: what its client and the monitor are told. */
export interface Ending {
  readonly result: JsonObject
  readonly note: BulkNote
}

/** @see Task */
export function toTask(entry: BulkEntry, index: number): Task {
  const notes = createNotes()
  if (entry.kind === 'broken') {
    return { index, method: entry.method, bulkId: entry.bulkId, todo: entry.failure, references: [], notes }
  }
  const { operation } = entry
  const { method, bulkId, path, data = null } = operation
  const references = [...new Set([...listReferences(path), ...listReferences(data)])]
  return { index, method, bulkId, todo: operation, references, notes }
}

/** The operation with the ids of the resources that have been created in the place of their bulkIds. */
export function resolveOperation(operation: BulkOperation, ids: ReadonlyMap<string, string>): BulkOperation {
  const { path, data } = operation
  return {
    ...operation,
    path: resolveText(path, ids),
    ...(data !== undefined && { data: resolveReferences(data, ids) }),
  }
}

/** The result of an operation that was done (RFC 7644 §3.7.3). */
export function toSuccess(context: OperationContext, task: Task, { place, status, stored, shown }: Performed): Ending {
  const { type, id } = place
  return {
    result: {
      location: toLocation(context, type, id),
      ...repeat(task),
      ...(stored && { version: toEntityTag(stored) }),
      status: String(status),
      ...(shown && { response: shown }),
    },
    note: { method: task.method, type: type.name, id, status, detail: null, notes: task.notes },
  }
}

/** The result of one that failed; a resource that was not created has no location. */
export function toFailure(context: OperationContext, task: Task, failure: ScimError): Ending {
  const place = 'path' in task.todo ? findPlace(context, task.todo) : undefined
  const isThere = place !== undefined && task.method !== 'POST'
  return {
    result: {
      ...(isThere && { location: toLocation(context, place.type, place.id) }),
      ...repeat(task),
      status: String(failure.status),
      response: { ...failure.toResponse() },
    },
    note: {
      method: task.method,
      type: place?.type.name ?? null,
      id: isThere ? place.id : null,
      status: failure.status,
      detail: failure.detail,
      notes: task.notes,
    },
  }
}

function repeat({ method, bulkId }: Task): Record<string, Json> {
  return { method, ...(bulkId !== undefined && { bulkId }) }
}

function findPlace({ tolerances }: OperationContext, operation: BulkOperation) {
  try {
    return readPlace(operation, tolerances)
  } catch {
    // Its path names nothing: that is what it failed for.
    return undefined
  }
}
