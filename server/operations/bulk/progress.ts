import { invalidValue, quoteValue, ScimError } from '../../protocol/scimError.ts'
import type { OperationContext } from '../context.ts'
import type { Performed } from './performOperation.ts'
import { type Ending, type Task, toFailure, toSuccess } from './task.ts'

/** Nobody else is answered meanwhile: what has not begun by then is to be sent again. In milliseconds. */
const maxDurationMs = 10_000

/** How far a bulk request is: what was created, what has ended, and whether it goes on. */
export interface Progress {
  /** The ids of the resources that were created, by bulkId. */
  readonly ids: ReadonlyMap<string, string>
  readonly endings: ReadonlyMap<Task, Ending>
  /** True where the client wants no more failures. */
  readonly isOver: () => boolean
  /** Why the task cannot be done; undefined where nothing is in its way, or nothing yet. */
  readonly findObstacle: (task: Task) => ScimError | undefined
  /** True when every resource that the task needs is there, or will never be. */
  readonly isSettled: (task: Task) => boolean
  readonly succeed: (task: Task, performed: Performed) => void
  readonly fail: (task: Task, failure: ScimError) => void
}

/** The progress of tasks of which none has begun. */
export function createProgress(context: OperationContext, tasks: readonly Task[], maxFailures: number): Progress {
  const { service } = context
  const endMs = Date.parse(service.now()) + maxDurationMs
  const owners = toOwners(tasks)
  const ids = new Map<string, string>()
  const endings = new Map<Task, Ending>()
  let failureCount = 0

  const hasFailed = (bulkId: string): boolean => {
    const owner = owners.get(bulkId)
    return owner !== undefined && endings.has(owner) && !ids.has(bulkId)
  }
  return {
    ids,
    endings,
    isOver: () => failureCount >= maxFailures,
    findObstacle: ({ todo, references }) => {
      if (todo instanceof ScimError) return todo
      const unknown = references.find((bulkId) => !owners.has(bulkId))
      if (unknown !== undefined) return invalidValue(`${quoteValue(`bulkId:${unknown}`)} refers to no POST of this bulk request.`)
      const lost = references.find(hasFailed)
      if (lost !== undefined)
        return new ScimError(409, `${quoteValue(`bulkId:${lost}`)} refers to a resource whose own operation failed.`)
      if (Date.parse(service.now()) <= endMs) return undefined
      return new ScimError(503, `The bulk request took longer than ${maxDurationMs / 1000} seconds: send this operation again.`)
    },
    isSettled: ({ references }) => references.every((bulkId) => ids.has(bulkId) || hasFailed(bulkId)),
    succeed: (task, performed) => {
      if (task.bulkId !== undefined && owners.get(task.bulkId) === task) ids.set(task.bulkId, performed.place.id)
      endings.set(task, toSuccess(context, task, performed))
    },
    fail: (task, failure) => {
      failureCount += 1
      endings.set(task, toFailure(context, task, failure))
    },
  }
}

/** The POST that each bulkId stands for; of two with one bulkId the first. */
function toOwners(tasks: readonly Task[]): ReadonlyMap<string, Task> {
  const owners = new Map<string, Task>()
  for (const task of tasks) {
    if (task.method === 'POST' && task.bulkId !== undefined && !owners.has(task.bulkId)) owners.set(task.bulkId, task)
  }
  return owners
}
