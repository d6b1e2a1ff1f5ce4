import type { Change } from '#contract/exchange.ts'
import type { Attributes } from '#contract/scim/resource.ts'
import type { BulkNote, Notes } from '../notes.ts'
import { compareAttributes } from './changes.ts'
import { toResourceName, toShown } from './shown.ts'

/** What a bulk request came to. */
export type Bulk = NonNullable<Notes['bulk']>

/** As many are kept: a bulk request may change thousands. */
const maxKept = 500

/** True for an operation that was not refused. */
export const isDone = ({ status }: BulkNote): boolean => status < 400

/** What the operations changed, each change with the name of its resource in front. */
export function listBulkChanges({ operations }: Bulk): Change[] {
  return operations
    .filter((operation) => isDone(operation) && operation.notes.after !== null)
    .flatMap(({ type, id, notes: { before, after } }) => {
      const name = toResourceName(after ?? before) ?? `${type ?? 'resource'} ${toShown(id ?? '', 40)}`
      return compareAttributes(before, after).map((change) => ({ ...change, attribute: `${name}: ${change.attribute}` }))
    })
    .slice(0, maxKept)
}

/** True where something was done, and nothing of it changed anything. */
export function hasChangedNothing({ operations }: Bulk): boolean {
  const done = operations.filter(isDone)
  return (
    done.length > 0 &&
    done.every(({ method, notes: { before, after, members } }) => {
      const isMoved = members !== null && members.added + members.removed > 0
      return method !== 'DELETE' && !isMoved && compareAttributes(before, after).length === 0
    })
  )
}

/** The ids of the resources that were changed or meant, each once. */
export function listTouched({ operations }: Bulk): string[] {
  return [...new Set(operations.map(({ id }) => id).filter((id) => id !== null))]
}

/** The paths that were sent and not stored, each once. */
export function listBulkNotKept({ operations }: Bulk): string[] {
  return [...new Set(operations.flatMap(({ notes }) => notes.notKept))].slice(0, maxKept)
}

/** The resources as they were before and after each operation. */
export function listBulkValues({ operations }: Bulk): Attributes[] {
  return operations.flatMap(({ notes: { before, after } }) => [before, after]).filter((value) => value !== null)
}

/** What the first refused operation was told. */
export function findBulkDetail(bulk: Bulk | null): string | null {
  return bulk?.operations.find(({ detail }) => detail !== null)?.detail ?? null
}
