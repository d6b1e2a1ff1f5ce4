import type { Database } from 'better-sqlite3'
import type { StoredResource } from '#contract/scim/resource.ts'
import type { ResourceType } from '#contract/scim/schema.ts'
import type { Filter } from '../protocol/filter/ast.ts'
import { getResourceType } from '../protocol/schemas/resourceTypes.ts'
import { filterToSql } from './filterToSql.ts'
import { type ResourceRow, resourceColumns, toResource } from './resourceRow.ts'
import { type SqlFragment, sqlFragment } from './sqlFragment.ts'
import { createStatementCache } from './statementCache.ts'

/** Which resources, and which page of them; `startIndex` counts from 1, `count` may be 0. */
export interface ResourceQuery {
  /** With the extensions that the filter may name; the core type where it is not given. */
  readonly type?: ResourceType
  readonly filter?: Filter
  readonly startIndex: number
  readonly count: number
}

/** A page in order of creation, and how many match in all. */
export interface ResourcePage {
  readonly totalResults: number
  readonly resources: StoredResource[]
}

/** @throws ScimError invalidFilter (400) for a filter that cannot be answered */
export type QueryResources = (
  connectionId: number,
  resourceType: StoredResource['resourceType'],
  query: ResourceQuery,
) => ResourcePage

type Bound = (string | number)[]

/** Answers the queries of RFC 7644 §3.4.2, in order of creation. */
export function createResourceQuery(db: Database): QueryResources {
  const selectCount = db
    .prepare<[number, string], number>(`
    SELECT ifnull(SUM(count), 0)
      FROM resource_count
     WHERE connection_id = ?
       AND resource_type = ?
       AND status <> 'deleted'`)
    .pluck()

  const selectMark = db.prepare<[number, string, number], { seq: number; position: number }>(
    planOnce(`
    SELECT seq, position
      FROM page_mark
     WHERE connection_id = ?
       AND resource_type = ?
       AND position <= ?
     ORDER BY position DESC
     LIMIT 1`),
  )
  // Skips, from the mark on, numbers alone; only the rows of the page are read.
  const selectPage = db.prepare<[number, string, number, number, number], ResourceRow>(
    planOnce(`
    SELECT ${resourceColumns}
      FROM resource
     WHERE seq IN (SELECT seq
                     FROM resource
                    WHERE connection_id = ?
                      AND resource_type = ?
                      AND status <> 'deleted'
                      AND seq >= ?
                    ORDER BY seq
                    LIMIT 0 + ?
                   OFFSET 0 + ?)
     ORDER BY seq`),
  )

  const prepare = createStatementCache((condition) => ({
    selectPage: db.prepare<Bound, ResourceRow>(toPageSql(condition)),
    count: db.prepare<Bound, number>(toCountSql(condition)).pluck(),
  }))

  const listAll: QueryResources = (connectionId, resourceType, { startIndex, count }) => {
    const totalResults = selectCount.get(connectionId, resourceType) ?? 0
    if (count === 0) return { totalResults, resources: [] }
    const { seq, position } = selectMark.get(connectionId, resourceType, startIndex) ?? { seq: 0, position: 1 }
    const rows = selectPage.all(connectionId, resourceType, seq, count, startIndex - position)
    return { totalResults, resources: rows.map(toResource) }
  }

  return (connectionId, resourceType, query) => {
    const { filter, startIndex, count } = query
    if (!filter) return listAll(connectionId, resourceType, query)
    const condition = toCondition(connectionId, query.type ?? getResourceType(resourceType, []), filter)
    const statements = prepare(condition.sql)
    const rows = count === 0 ? [] : statements.selectPage.all(...condition.params, count, startIndex - 1)
    const resources = rows.map(toResource)
    // Most look-ups are answered by their first page, which then is the count as well.
    const isWhole = startIndex === 1 && resources.length < count
    return { totalResults: isWhole ? resources.length : (statements.count.get(...condition.params) ?? 0), resources }
  }
}

function toCondition(connectionId: number, type: ResourceType, filter: Filter): SqlFragment {
  const { sql, params } = filterToSql(filter, { connectionId, type })
  return sqlFragment(
    `resource.connection_id = ? AND resource.resource_type = ? AND resource.status <> 'deleted' AND ${sql}`,
    connectionId,
    type.name,
    ...params,
  )
}

/**
 * Every value is bound, and stands behind a sign that changes nothing: SQLite would otherwise look at the values that are
 * bound to plan anew, at each call, which takes several times longer than a look-up. The fixed statistics make one plan do.
 */
const planOnce = (sql: string): string => sql.replaceAll('?', '+?')

function toPageSql(condition: string): string {
  return `
    SELECT ${resourceColumns}
      FROM resource
     WHERE ${planOnce(condition)}
     ORDER BY resource.seq
     LIMIT ? + 0
    OFFSET ? + 0`
}

function toCountSql(condition: string): string {
  return `
    SELECT COUNT(*)
      FROM resource
     WHERE ${planOnce(condition)}`
}
