import type { ListResponse } from '#contract/scim/messages.ts'
import type { StoredResource } from '#contract/scim/resource.ts'
import { invalidCount } from '../protocol/scimError.ts'
import type { Sort } from '../protocol/sort.ts'
import type { Position } from '../storage/resourceCursor.ts'
import type { SearchPart } from '../storage/resourceSearch.ts'
import type { OperationContext } from './context.ts'
import { type Cursor, formatCursor, parseCursor } from './cursor.ts'

/** What a page by cursor is made of. */
interface CursorQuery {
  readonly parts: readonly SearchPart[]
  readonly sort: Sort | undefined
  readonly count: number
  /** As the client sent them; `cursor` is empty for the first page. */
  readonly parameters: {
    readonly sortBy?: string
    readonly sortOrder?: string
    readonly cursor?: string
  }
}

type CursorPage = Pick<ListResponse, 'totalResults' | 'previousCursor' | 'nextCursor'> & {
  readonly resources: readonly StoredResource[]
}

/**
 * One page of a walk by cursor (RFC 9865 §2). It begins behind the resource that the page before ended with: what is created or
 * deleted meanwhile moves nobody to another page.
 *
 * @throws ScimError invalidCursor, expiredCursor, invalidCount (400)
 */
export function toCursorPage(context: OperationContext, { parts, sort, count, parameters }: CursorQuery): CursorPage {
  const { connection, service } = context
  const { resources } = service.stores
  const { sortBy = null, sortOrder = null, cursor: text = '' } = parameters
  // The filter as it was checked: RFC 9865 §2 itself spells a name otherwise on the second page of its example.
  const searched = parts.map(({ type, filter = null }) => [type.name, filter])
  const query = [service.stores.folderId(), connection.id, searched, sortBy, sortOrder]
  const at = service.now()
  const cursor = text === '' ? undefined : parseCursor(text, query, at)
  if (cursor && cursor.count !== count)
    throw invalidCount(`count must stay the same for all pages: it was ${cursor.count}, and is ${count} now.`)

  const from = cursor ? { position: cursor.position, isBackward: cursor.isBackward } : { startIndex: 1 }
  const page = resources.search(connection.id, { parts, ...(sort && { sort }), count, from })
  const totalResults = cursor ? cursor.totalResults : resources.countMatches(connection.id, parts)
  const toCursor = (position: Position, isBackward: boolean): string => {
    const next: Cursor = { at, position, isBackward, count, totalResults }
    return formatCursor(next, query)
  }
  const first = page.resources.at(0)
  const last = page.resources.at(-1)
  // The page that a walk came from is there for sure; in its own direction there is one only where more follow.
  const hasPrevious = cursor !== undefined && (page.hasMore || !cursor.isBackward)
  const hasNext = page.hasMore || cursor?.isBackward === true
  return {
    totalResults,
    resources: page.resources.map(({ stored }) => stored),
    ...(first && hasPrevious && { previousCursor: toCursor(first.position, true) }),
    ...(last && hasNext && { nextCursor: toCursor(last.position, false) }),
  }
}
