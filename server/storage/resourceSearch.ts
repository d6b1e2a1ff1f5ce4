import type { Database, Statement } from 'better-sqlite3'
import type { StoredResource } from '#contract/scim/resource.ts'
import type { ResourceType } from '#contract/scim/schema.ts'
import type { Filter } from '../protocol/filter/ast.ts'
import type { Sort } from '../protocol/sort.ts'
import { filterToSql } from './filterToSql.ts'
import { type Position, toCondition, toOrder, type Walk } from './resourceCursor.ts'
import { type ResourceRow, resourceColumns, toResource } from './resourceRow.ts'
import { type SortKey, toSortKey } from './resourceSort.ts'
import { type SqlFragment, sqlFragment } from './sqlFragment.ts'
import { createStatementCache } from './statementCache.ts'

/** The resources of one type among those that are searched. */
export interface SearchPart {
  readonly type: ResourceType
  readonly filter?: Filter
}

/** A page of one type or several, in an order of choice. */
export interface ResourceSearch {
  readonly parts: readonly SearchPart[]
  /** In order of creation where it is not given. */
  readonly sort?: Sort
  readonly count: number
  /** Which page: by index, counted from 1, or next to a position. */
  readonly from: { readonly startIndex: number } | { readonly position: Position; readonly isBackward: boolean }
}

/** A page of a search, in the order of the list also where it was walked backward. */
export interface SearchPage {
  readonly resources: readonly { readonly stored: StoredResource; readonly position: Position }[]
  /** More follow in the direction of the walk. */
  readonly hasMore: boolean
}

/** Answers searches over types, sorted or by position. */
export interface ResourceSearcher {
  /** @throws ScimError invalidFilter (400) for a filter that cannot be answered */
  readonly search: (connectionId: number, search: ResourceSearch) => SearchPage
  /** How many match. @throws ScimError invalidFilter (400) */
  readonly countMatches: (connectionId: number, parts: readonly SearchPart[]) => number
}

type Bound = (string | number)[]
type SearchRow = ResourceRow & { readonly sort_key: string | number | null }

/** @see ResourceSearcher */
export function createResourceSearch(db: Database): ResourceSearcher {
  const preparePage = createStatementCache<Statement<Bound, SearchRow>>((sql) => db.prepare<Bound, SearchRow>(sql))
  const prepareCount = createStatementCache<Statement<Bound, number>>((sql) => db.prepare<Bound, number>(sql).pluck())
  const selectCount = db
    .prepare<[number, string], number>(`
    SELECT ifnull(SUM(count), 0)
      FROM resource_count
     WHERE connection_id = ?
       AND resource_type = ?
       AND status <> 'deleted'`)
    .pluck()

  const countPart = (connectionId: number, part: SearchPart): number => {
    if (!part.filter) return selectCount.get(connectionId, part.type.name) ?? 0
    const { sql, params } = toMatching(connectionId, part)
    return prepareCount(`SELECT COUNT(*) FROM resource WHERE ${sql}`).get(...params) ?? 0
  }

  return {
    search: (connectionId, search) => {
      if (search.parts.length === 0 || search.count === 0) return { resources: [], hasMore: false }
      const { sql, params } = toPage(connectionId, search)
      const rows = preparePage(sql).all(...params)
      const shown = rows
        .slice(0, search.count)
        .map((row) => ({ stored: toResource(row), position: { key: row.sort_key, seq: row.seq } }))
      return { resources: isBackward(search) ? shown.reverse() : shown, hasMore: rows.length > search.count }
    },
    countMatches: (connectionId, parts) => parts.reduce((total, part) => total + countPart(connectionId, part), 0),
  }
}

const isBackward = ({ from }: ResourceSearch): boolean => 'position' in from && from.isBackward

/** The inner queries skip and sort keys alone; only the rows of the page are read. One row more than asked for tells whether more follow. */
function toPage(connectionId: number, search: ResourceSearch): SqlFragment {
  const walk: Walk = { isBackward: isBackward(search), isDescending: search.sort?.isDescending ?? false }
  const parts = search.parts.map((part) => toPart(connectionId, part, { search, walk }))
  const order = search.sort ? toOrder(walk) : `seq ${walk.isBackward ? 'DESC' : 'ASC'}`
  const offset = 'startIndex' in search.from ? search.from.startIndex - 1 : 0
  return sqlFragment(
    `
    SELECT ${resourceColumns}, page.sort_key
      FROM (${parts.map(({ sql }) => sql).join(' UNION ALL ')}
             ORDER BY ${order}
             LIMIT ?
            OFFSET ?) AS page
      JOIN resource
        ON resource.seq = page.seq
     ORDER BY ${order.replaceAll(/\b(seq|sort_key)\b/g, 'page.$1')}`,
    ...parts.flatMap(({ params }) => params),
    search.count + 1,
    offset,
  )
}

/** Which resources of one type come into question, each with what it is sorted by. */
function toPart(
  connectionId: number,
  part: SearchPart,
  { search: { from, sort }, walk }: { search: ResourceSearch; walk: Walk },
): SqlFragment {
  const key: SortKey | undefined = sort && toSortKey(sort, { connectionId, type: part.type })
  const expression = key?.expression ?? sqlFragment('NULL')
  const matching = toMatching(connectionId, part)
  const select = sqlFragment(
    `SELECT resource.seq AS seq, ${expression.sql} AS sort_key FROM resource WHERE ${matching.sql}`,
    ...expression.params,
    ...matching.params,
  )
  if (!('position' in from)) return select
  const behind = toCondition(from.position, walk, key)
  const isPlain = !key || (key.isIndexed && from.position.key !== null)
  // The limit that is none keeps SQLite from working the key out again for each time that the condition names it.
  const sql = isPlain
    ? `${select.sql} AND ${behind.sql}`
    : `SELECT seq, sort_key FROM (${select.sql} LIMIT -1) WHERE ${behind.sql}`
  return sqlFragment(sql, ...select.params, ...behind.params)
}

function toMatching(connectionId: number, { type, filter }: SearchPart): SqlFragment {
  const base = sqlFragment(
    `resource.connection_id = ? AND resource.resource_type = ? AND resource.status <> 'deleted'`,
    connectionId,
    type.name,
  )
  if (!filter) return base
  const { sql, params } = filterToSql(filter, { connectionId, type })
  return sqlFragment(`${base.sql} AND ${sql}`, ...base.params, ...params)
}
