import type { JsonObject } from '#contract/scim/resource.ts'
import { urns } from '#contract/scim/urns.ts'
import { findCycles } from '../../protocol/bulk/findCycles.ts'
import { readBulkRequest } from '../../protocol/bulk/readBulkRequest.ts'
import { ScimError } from '../../protocol/scimError.ts'
import type { OperationContext } from '../context.ts'
import { maxBulkOperations } from '../limits.ts'
import { CircleFailure, createCircle } from './createCircle.ts'
import { performOperation } from './performOperation.ts'
import { createProgress, type Progress } from './progress.ts'
import { resolveOperation, type Task, toTask } from './task.ts'

/**
 * Does the operations of a bulk request (RFC 7644 §3.7), in their order and each for itself. One that refers to a resource which a
 * later operation creates waits for it; those that refer to each other in a circle are created together.
 *
 * @param body a BulkRequest, not yet checked
 * @returns the BulkResponse: failures are in it, and what was not begun any more because of `failOnErrors` is not
 * @throws ScimError invalidSyntax (400), 413
 */
export function runBulk(context: OperationContext, body: unknown): JsonObject {
  const { tolerances } = context
  const { entries, failOnErrors } = readBulkRequest(body, { tolerances, maxOperations: maxBulkOperations })
  const tasks = entries.map(toTask)
  const progress = createProgress(context, tasks, failOnErrors ?? Number.POSITIVE_INFINITY)
  runTasks(context, tasks, progress)
  const ended = tasks.map((task) => progress.endings.get(task)).filter((ending) => ending !== undefined)
  context.notes.bulk = { operations: ended.map(({ note }) => note), leftCount: tasks.length - ended.length }
  return { schemas: [urns.bulkResponse], Operations: ended.map(({ result }) => result) }
}

function runTasks(context: OperationContext, tasks: readonly Task[], progress: Progress): void {
  const waiting = new Set<Task>()
  const begin = (task: Task) => {
    if (progress.isSettled(task) || progress.findObstacle(task)) attempt(context, task, progress)
    else waiting.add(task)
  }
  /** Those whose turn has come, and those whose turn comes by that. */
  const goOn = () => {
    for (let next = findNext(); next && !progress.isOver(); next = findNext()) {
      waiting.delete(next)
      begin(next)
    }
  }
  const findNext = () => [...waiting].find(progress.isSettled)

  for (const task of tasks) {
    if (progress.isOver()) return
    begin(task)
    goOn()
  }
  for (const circle of listCircles(waiting)) {
    if (progress.isOver()) return
    // One that cannot be done fails those that need it, as any other does.
    const blocked = circle.find(progress.findObstacle)
    for (const task of blocked ? [blocked] : circle) waiting.delete(task)
    if (blocked) begin(blocked)
    else attemptCircle(context, circle, progress)
    goOn()
  }
}

/** Does a task, or tells why not; a failure undoes what the task did, and nothing else. */
function attempt(context: OperationContext, task: Task, progress: Progress): void {
  const { notes, todo } = task
  try {
    const obstacle = progress.findObstacle(task)
    if (obstacle) throw obstacle
    if (todo instanceof ScimError) throw todo
    const operation = resolveOperation(todo, progress.ids)
    progress.succeed(
      task,
      context.service.stores.inTransaction(() => performOperation({ ...context, notes }, operation)),
    )
  } catch (failure) {
    if (!(failure instanceof ScimError)) throw failure
    progress.fail(task, failure)
  }
}

/** §3.7.1: an attempt is made, and where it fails, 409 tells so. */
function attemptCircle(context: OperationContext, circle: readonly Task[], progress: Progress): void {
  try {
    const performed = context.service.stores.inTransaction(() => createCircle(context, circle, progress.ids))
    for (const [task, one] of performed) progress.succeed(task, one)
  } catch (error) {
    if (!(error instanceof CircleFailure)) throw error
    const { failure } = error
    const others = new ScimError(409, `The circle of references could not be resolved: ${failure.detail}`)
    for (const task of circle) progress.fail(task, task === error.task ? failure : others)
  }
}

/** The tasks that wait for each other, in the order of the request; those that others need first. */
function listCircles(waiting: ReadonlySet<Task>): Task[][] {
  const posts = new Map<string, Task>()
  for (const task of waiting) if (task.method === 'POST' && task.bulkId !== undefined) posts.set(task.bulkId, task)
  const references = new Map([...posts].map(([bulkId, task]) => [bulkId, task.references]))
  return findCycles(references).map((circle) =>
    circle.flatMap((bulkId) => posts.get(bulkId) ?? []).sort((one, other) => one.index - other.index),
  )
}
