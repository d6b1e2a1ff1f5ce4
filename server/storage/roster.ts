import type { Database } from 'better-sqlite3'
import type { GroupSummary, LearnerPage, LearnerStatus } from '#contract/learner.ts'
import { fold } from './fold.ts'
import { type ResourceRow, resourceColumns, toLearnerSummary, toName, toResource } from './resourceRow.ts'
import type { ResourceStore } from './resourceStore.ts'
import { prefixRange } from './sqlFragment.ts'

type LearnerRow = ResourceRow & { readonly group_count: number }

interface SearchParams {
  readonly connection_id: number
  readonly status: LearnerStatus | null
  readonly search: string
  readonly search_from: string
  readonly search_to: string
}

type PageParams = SearchParams & { readonly limit: number; readonly offset: number }

const learnerColumns = `${resourceColumns},
           (SELECT COUNT(*) FROM membership WHERE membership.member_seq = resource.seq) AS group_count`

// Each part has an index of its own.
const found = `
             WHERE resource.seq IN (SELECT seq
                                      FROM resource
                                     WHERE connection_id = @connection_id
                                       AND resource_type = 'User'
                                       AND folded_name >= @search_from
                                       AND folded_name < @search_to
                                     UNION
                                    SELECT seq
                                      FROM resource
                                     WHERE connection_id = @connection_id
                                       AND resource_type = 'User'
                                       AND folded_display >= @search_from
                                       AND folded_display < @search_to
                                     UNION
                                    SELECT seq
                                      FROM resource
                                     WHERE connection_id = @connection_id
                                       AND resource_type = 'User'
                                       AND external_id = @search
                                     UNION
                                    SELECT seq
                                      FROM resource
                                     WHERE connection_id = @connection_id
                                       AND id = @search
                                     UNION
                                    SELECT resource_seq
                                      FROM email
                                     WHERE folded_value = @search_from)
               AND +resource.connection_id = @connection_id
               AND +resource.resource_type = 'User'
               AND (@status IS NULL OR resource.status = @status)`

const seqsWhere = (condition: string) => `
            SELECT resource.seq
              FROM resource
             WHERE resource.connection_id = @connection_id
               AND resource.resource_type = 'User'
               AND ${condition}`

/** The roster and the table of groups, as the screens show them. */
export function createRoster(db: Database): Pick<ResourceStore, 'listLearners' | 'findLearner' | 'listGroups'> {
  const page = (seqs: string) =>
    db.prepare<PageParams, LearnerRow>(`
    SELECT ${learnerColumns}
      FROM resource
     WHERE seq IN (${seqs}
             ORDER BY seq DESC
             LIMIT @limit
            OFFSET @offset)
     ORDER BY seq DESC`)
  // Two streams in order, merged: no sorting, however many learners there are.
  const selectAll = page(`${seqsWhere("resource.status <> 'deleted'")}
             UNION ALL${seqsWhere("resource.status = 'deleted'")}`)
  const selectOfStatus = {
    active: page(seqsWhere("resource.status <> 'deleted' AND resource.status = 'active'")),
    archived: page(seqsWhere("resource.status = 'archived'")),
    deleted: page(seqsWhere("resource.status = 'deleted'")),
  }
  const selectFound = page(`
            SELECT resource.seq
              FROM resource${found}`)
  const countFound = db
    .prepare<SearchParams, number>(`
    SELECT COUNT(*)
      FROM resource${found}`)
    .pluck()
  const selectCounts = db.prepare<[number], { status: LearnerStatus; count: number }>(`
    SELECT status, count
      FROM resource_count
     WHERE connection_id = ?
       AND resource_type = 'User'`)
  const selectOne = db.prepare<[number, string], LearnerRow>(`
    SELECT ${learnerColumns}
      FROM resource
     WHERE connection_id = ?
       AND id = ?
       AND resource_type = 'User'`)
  const selectGroups = db.prepare<[number], ResourceRow & { readonly member_count: number }>(`
    SELECT ${resourceColumns},
           (SELECT COUNT(*) FROM membership WHERE membership.group_seq = resource.seq) AS member_count
      FROM resource
     WHERE connection_id = ?
       AND resource_type = 'Group'
     ORDER BY folded_name, seq`)

  const countByStatus = (connectionId: number): LearnerPage['counts'] => {
    const counts = { active: 0, archived: 0, deleted: 0 }
    for (const { status, count } of selectCounts.all(connectionId)) counts[status] = count
    return counts
  }

  return {
    listLearners: (connectionId, { search, status, offset, limit }) => {
      const counts = countByStatus(connectionId)
      const wanted = search.trim()
      const [from, to] = prefixRange(fold(wanted))
      const params = { connection_id: connectionId, status: status ?? null, search: wanted, search_from: from, search_to: to }
      if (wanted !== '') {
        const rows = selectFound.all({ ...params, limit, offset })
        return { counts, total: countFound.get(params) ?? 0, learners: rows.map(toLearnerSummary) }
      }
      const rows = (status ? selectOfStatus[status] : selectAll).all({ ...params, limit, offset })
      const total = status ? counts[status] : counts.active + counts.archived + counts.deleted
      return { counts, total, learners: rows.map(toLearnerSummary) }
    },
    findLearner: (connectionId, id) => {
      const row = selectOne.get(connectionId, id)
      return row && { resource: toResource(row), summary: toLearnerSummary(row) }
    },
    listGroups: (connectionId) => selectGroups.all(connectionId).map(toGroupSummary),
  }
}

function toGroupSummary(row: ResourceRow & { readonly member_count: number }): GroupSummary {
  const { id, attributes, simulated, lastModified } = toResource(row)
  return { id, displayName: toName(attributes), memberCount: row.member_count, simulated, lastModified }
}
