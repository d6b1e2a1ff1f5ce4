import type { Database } from 'better-sqlite3'
import type {
  GroupPage,
  GroupQuery,
  GroupSort,
  GroupSummary,
  LearnerPage,
  LearnerQuery,
  LearnerStatus,
  LearnerSummary,
} from '#contract/learner.ts'
import { foldText } from '../protocol/foldText.ts'
import { createLastExchanges } from './lastExchanges.ts'
import { plainText } from './plainText.ts'
import { type ResourceRow, resourceColumns, toLearnerSummary, toName, toResource, toUniqueName } from './resourceRow.ts'
import { prefixRange } from './sqlFragment.ts'
import { createStatementCache } from './statementCache.ts'

/** Newest first where no order is given. */
export type RosterQuery = Omit<LearnerQuery, 'sort' | 'order'> & Partial<Pick<LearnerQuery, 'sort' | 'order'>>

/** By name where no order is given. */
export type GroupListQuery = Omit<GroupQuery, 'sort' | 'order'> & Partial<Pick<GroupQuery, 'sort' | 'order'>>

/** Learners and groups as the roster shows them. */
export interface Roster {
  /** Deleted learners too; newest first where no order is given. A search looks at the names of all. */
  readonly listLearners: (connectionId: number, query: RosterQuery) => LearnerPage
  /** A deleted one too. */
  readonly findLearner: (connectionId: number, id: string) => LearnerSummary | undefined
  /** A page of them; by name where no order is given. */
  readonly listGroups: (connectionId: number, query: GroupListQuery) => GroupPage
}

type LearnerRow = ResourceRow & { readonly group_count: number }

interface SearchParams {
  readonly connection_id: number
  readonly status: LearnerStatus | null
  readonly search: string
  readonly search_from: string
  readonly search_to: string
  /** Without accents, with a space before it: it begins a word. */
  readonly search_word: string
}

type PageParams = SearchParams & { readonly limit: number; readonly offset: number }

const learnerColumns = `${resourceColumns},
           (SELECT COUNT(*) FROM membership WHERE membership.member_seq = resource.seq) AS group_count`

// Each part has an index of its own; to find a later word of a name, or one without its accents, all of the index of names is read.
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
                                       AND instr(' ' || plain(folded_display), @search_word) > 0
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

const seqsOfStatus = {
  active: seqsWhere("resource.status <> 'deleted' AND resource.status = 'active'"),
  archived: seqsWhere("resource.status = 'archived'"),
  deleted: seqsWhere("resource.status = 'deleted'"),
} as const
// Two streams in order, merged: no sorting, however many learners there are.
const seqsOfAll = `${seqsWhere("resource.status <> 'deleted'")}
             UNION ALL${seqsOfStatus.deleted}`

/** In the order of an index that knows no status: the few that are archived or deleted are found by an index of their own, to be sorted or left out. */
function seqsSorted(status: LearnerStatus | undefined): string {
  switch (status) {
    case undefined:
      return seqsWhere('TRUE')
    case 'active':
      return seqsWhere(`resource.seq NOT IN (${seqsOfStatus.archived}
             UNION ALL${seqsOfStatus.deleted})`)
    default:
      return seqsOfStatus[status]
  }
}

type Direction = 'ASC' | 'DESC'
// As the index of each has them, so that nothing is left to sort.
const columns = { name: ['folded_display'], userName: ['folded_name', 'name_claim'], lastChange: ['modified_at'] } as const

function toOrder(sort: LearnerQuery['sort'], direction: Direction): string {
  switch (sort) {
    case 'created':
      return `seq ${direction}`
    case 'status':
      return `status ${direction}, seq DESC`
    default:
      return [...columns[sort], 'seq'].map((column) => `${column} ${direction}`).join(', ')
  }
}

interface GroupSearch {
  readonly connection_id: number
  /** Folded as names are, without accents. */
  readonly search: string
  /** As it was typed. */
  readonly given: string
}

type GroupRow = ResourceRow & { readonly member_count: number }

const memberCount = '(SELECT COUNT(*) FROM membership WHERE membership.group_seq = resource.seq)'
const isFoundGroup = `(@search = '' OR instr(plain(folded_name), @search) > 0 OR id = @given OR external_id = @given)`

const groupOrders: Readonly<Record<GroupSort, (direction: Direction) => string>> = {
  name: (direction) => `folded_name ${direction}, seq ${direction}`,
  members: (direction) => `${memberCount} ${direction}, folded_name, seq`,
  lastChange: (direction) => `modified_at ${direction}, seq ${direction}`,
}

/** The roster and the table of groups, as the screens show them. */
export function createRoster(db: Database): Roster {
  db.function('plain', { deterministic: true }, plainText)
  const lastExchanges = createLastExchanges(db)
  // A screen has a handful of orders.
  const selectPage = createStatementCache((sql) => db.prepare<PageParams, LearnerRow>(sql))
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
  // Members are counted for the page alone, unless it is in their order: of a large group that takes a moment.
  const selectGroups = createStatementCache((order) =>
    db.prepare<GroupSearch & { limit: number; offset: number }, GroupRow>(`
    SELECT ${resourceColumns}, ${memberCount} AS member_count
      FROM resource
     WHERE seq IN (
            SELECT seq
              FROM resource
             WHERE connection_id = @connection_id
               AND resource_type = 'Group'
               AND ${isFoundGroup}
             ORDER BY ${order}
             LIMIT @limit
            OFFSET @offset)
     ORDER BY ${order}`),
  )
  const countGroups = db.prepare<GroupSearch, { readonly all: number; readonly simulated: number; readonly found: number }>(`
    SELECT (SELECT COUNT(*)
              FROM resource
             WHERE connection_id = @connection_id
               AND resource_type = 'Group') AS "all",
           (SELECT COUNT(*)
              FROM resource
             WHERE connection_id = @connection_id
               AND resource_type = 'Group'
               AND simulated = 1) AS simulated,
           (SELECT COUNT(*)
              FROM resource
             WHERE connection_id = @connection_id
               AND resource_type = 'Group'
               AND ${isFoundGroup}) AS found`)

  const countByStatus = (connectionId: number): LearnerPage['counts'] => {
    const counts = { active: 0, archived: 0, deleted: 0 }
    for (const { status, count } of selectCounts.all(connectionId)) counts[status] = count
    return counts
  }

  const readPage = (seqs: string, order: string, params: PageParams): LearnerRow[] =>
    selectPage(`
    SELECT ${learnerColumns}
      FROM resource
     WHERE seq IN (${seqs}
             ORDER BY ${order}
             LIMIT @limit
            OFFSET @offset)
     ORDER BY ${order}`).all(params)

  /** One status after the other, each newest first: the counts tell where each begins. */
  const readByStatus = (statuses: readonly LearnerStatus[], counts: LearnerPage['counts'], params: PageParams): LearnerRow[] => {
    let { limit, offset } = params
    return statuses.flatMap((status) => {
      const rows =
        limit > 0 && offset < counts[status] ? readPage(seqsOfStatus[status], 'seq DESC', { ...params, limit, offset }) : []
      limit -= rows.length
      offset = Math.max(0, offset - counts[status])
      return rows
    })
  }

  const toLearner = (connectionId: number, row: LearnerRow): LearnerSummary => {
    const name = foldText(toUniqueName('User', toResource(row).attributes))
    return toLearnerSummary(row, lastExchanges({ id: row.id, connection_id: connectionId, name }))
  }

  return {
    listLearners: (connectionId, { search, status, sort = 'created', order = 'desc', offset, limit }) => {
      const counts = countByStatus(connectionId)
      const wanted = search.trim()
      const [from, to] = prefixRange(foldText(wanted))
      const place = { connection_id: connectionId, limit, offset }
      const params = {
        ...place,
        status: status ?? null,
        search: wanted,
        search_from: from,
        search_to: to,
        search_word: ` ${plainText(from)}`,
      }
      const direction = order === 'asc' ? 'ASC' : 'DESC'
      const read = (): LearnerRow[] => {
        if (wanted !== '') {
          return readPage(
            `
            SELECT resource.seq
              FROM resource${found}`,
            toOrder(sort, direction),
            params,
          )
        }
        if (sort === 'status' && status === undefined)
          return readByStatus(direction === 'ASC' ? statuses : statuses.toReversed(), counts, params)
        if (sort === 'created' || sort === 'status')
          return readPage(
            status ? seqsOfStatus[status] : seqsOfAll,
            toOrder('created', sort === 'status' ? 'DESC' : direction),
            params,
          )
        return readPage(seqsSorted(status), toOrder(sort, direction), params)
      }
      const total =
        wanted !== '' ? (countFound.get(params) ?? 0) : status ? counts[status] : counts.active + counts.archived + counts.deleted
      return { counts, total, learners: read().map((row) => toLearner(connectionId, row)) }
    },
    findLearner: (connectionId, id) => {
      const row = selectOne.get(connectionId, id)
      return row && toLearner(connectionId, row)
    },
    listGroups: (connectionId, { search, sort = 'name', order = 'asc', offset, limit }) => {
      const wanted = { connection_id: connectionId, search: plainText(foldText(search.trim())), given: search.trim() }
      const { all = 0, simulated = 0, found: total = 0 } = countGroups.get(wanted) ?? {}
      const direction = order === 'asc' ? 'ASC' : 'DESC'
      const rows = selectGroups(groupOrders[sort](direction)).all({ ...wanted, limit, offset })
      return { counts: { all, simulated }, total, groups: rows.map(toGroupSummary) }
    },
  }
}

const statuses: readonly LearnerStatus[] = ['active', 'archived', 'deleted']

function toGroupSummary(row: GroupRow): GroupSummary {
  const { id, attributes, simulated, lastModified } = toResource(row)
  return { id, displayName: toName(attributes), memberCount: row.member_count, simulated, lastModified }
}
