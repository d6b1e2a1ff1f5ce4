import type { Database, Statement } from 'better-sqlite3'
import type { StoredResource } from '#contract/scim/resource.ts'
import type { ResourceType } from '#contract/scim/schema.ts'
import { groupType, userType } from '../protocol/schemas/resourceTypes.ts'
import { filterToSql } from './filterToSql.ts'
import { type ResourceRow, resourceColumns, toResource } from './resourceRow.ts'
import type { ResourceQuery, ResourceStore } from './resourceStore.ts'
import { type SqlFragment, sqlFragment } from './sqlFragment.ts'

/** How many shapes of filters keep their statements; a client repeats a few. */
const maxShapes = 50

type Bound = (string | number)[]

interface ShapeStatements {
  readonly selectPage: Statement<Bound, ResourceRow>
  readonly count: Statement<Bound, number>
}

/** Answers the queries of RFC 7644 §3.4.2, in order of creation. */
export function createResourceQuery(db: Database): ResourceStore['query'] {
  const shapes = new Map<string, ShapeStatements>()
  const selectCount = db
    .prepare<[number, string], number>(`
    SELECT ifnull(SUM(count), 0)
      FROM resource_count
     WHERE connection_id = ?
       AND resource_type = ?
       AND status <> 'deleted'`)
    .pluck()

  const prepare = (condition: string): ShapeStatements => {
    const known = shapes.get(condition)
    shapes.delete(condition)
    const statements = known ?? {
      selectPage: db.prepare<Bound, ResourceRow>(toPageSql(condition)),
      count: db.prepare<Bound, number>(toCountSql(condition)).pluck(),
    }
    // The one used last stands last.
    shapes.set(condition, statements)
    const [oldest] = shapes.keys()
    if (shapes.size > maxShapes && oldest !== undefined) shapes.delete(oldest)
    return statements
  }

  return (connectionId, resourceType, query) => {
    const { filter, startIndex, count } = query
    const condition = toCondition(connectionId, resourceType, query)
    const statements = prepare(condition.sql)
    const rows = count === 0 ? [] : statements.selectPage.all(...condition.params, count, startIndex - 1)
    const resources = rows.map(toResource)
    if (!filter) return { totalResults: selectCount.get(connectionId, resourceType) ?? 0, resources }
    // Most look-ups are answered by their first page, which then is the count as well.
    const isWhole = startIndex === 1 && resources.length < count
    return { totalResults: isWhole ? resources.length : (statements.count.get(...condition.params) ?? 0), resources }
  }
}

function toCondition(connectionId: number, resourceType: StoredResource['resourceType'], { filter }: ResourceQuery): SqlFragment {
  const base = sqlFragment(
    `resource.connection_id = ? AND resource.resource_type = ? AND resource.status <> 'deleted'`,
    connectionId,
    resourceType,
  )
  if (!filter) return base
  const type: ResourceType = resourceType === 'User' ? userType : groupType
  const { sql, params } = filterToSql(filter, { connectionId, type })
  return sqlFragment(`${base.sql} AND ${sql}`, ...base.params, ...params)
}

/** The inner query skips and sorts numbers alone; only the rows of the page are read. */
function toPageSql(condition: string): string {
  return `
    SELECT ${resourceColumns}
      FROM resource
     WHERE seq IN (SELECT resource.seq
                     FROM resource
                    WHERE ${condition}
                    ORDER BY resource.seq
                    LIMIT ?
                   OFFSET ?)
     ORDER BY seq`
}

function toCountSql(condition: string): string {
  return `
    SELECT COUNT(*)
      FROM resource
     WHERE ${condition}`
}
