import type { Database } from 'better-sqlite3'
import type { ExchangeSummary } from '#contract/exchange.ts'
import type { LearnerStatus } from '#contract/learner.ts'
import type { StoredResource } from '#contract/scim/resource.ts'
import { type SummaryRow, summaryColumns } from './exchangeRow.ts'
import { toSummary } from './exchangeSummary.ts'
import { type Sought, toSoughtValue, type Undo } from './exchangeTouches.ts'
import { type ResourceRow, resourceColumns, toName, toResource } from './resourceRow.ts'

/** A write that succeeded. */
export interface HistoryWrite {
  readonly exchangeId: number
  readonly receivedAt: string
  readonly sentence: string
  /** Of this resource alone, in order; null where the write was stored before writes could be taken back. */
  readonly undo: readonly Undo[] | null
}

/** A membership that began or ended. */
export interface HistoryMove {
  readonly exchangeId: number
  /** Of the group, for a member; of the member, for a group. */
  readonly otherId: string
  readonly joined: boolean
}

/** Which members of a group, and when. */
export interface MembersQuery {
  readonly connectionId: number
  readonly exchangeId: number
  readonly start: number
  readonly limit: number
}

/** How many came and went by one exchange. */
export interface MoveCount {
  readonly exchangeId: number
  readonly joined: number
  readonly left: number
}

/** Everything that touched one resource; found by its id and, before it was there, by its names. */
export interface HistoryStore {
  /** Deleted learners too; a deleted group is gone. */
  readonly find: (connectionId: number, id: string) => { resource: StoredResource; status: LearnerStatus } | undefined
  /** Newest first, all of them: what a state is rebuilt from. */
  readonly writes: (connectionId: number, id: string) => HistoryWrite[]
  /** Newest first, older than the exchange `before`; `isAbout` is false where only a name or a membership leads to it. */
  readonly touching: (
    connectionId: number,
    query: { readonly id: string; readonly names: readonly Sought[]; readonly before: number; readonly limit: number },
  ) => { readonly exchange: ExchangeSummary; readonly isAbout: boolean }[]
  /** Newest first. */
  readonly movesOfMember: (memberId: string) => HistoryMove[]
  /** Newest first. */
  readonly moveCounts: (groupId: string) => MoveCount[]
  /** By one exchange alone; undefined where nobody came or went. */
  readonly moveCount: (groupId: string, exchangeId: number) => MoveCount | undefined
  /** At most `limit` of those who came, and of those who went. */
  readonly movesInGroup: (groupId: string, exchangeId: number, limit: number) => HistoryMove[]
  readonly countMembers: (group: Pick<StoredResource, 'seq'>) => number
  /** Ids of a group's members once an exchange was over, in order of their creation, after the first `start`; those who came and went later are taken back. */
  readonly membersAfter: (group: Pick<StoredResource, 'id' | 'seq'>, query: MembersQuery) => string[]
  /** How a resource is called; the id itself where it is gone. */
  readonly nameOf: (connectionId: number, id: string) => string
}

interface MoveRow {
  readonly exchange_id: number
  readonly other_id: string
  readonly joined: number
}

// Four streams in order, merged: only the rows of the page are read whole.
const pageSql = `
    SELECT ${summaryColumns},
           exchange.resource_id = @id OR EXISTS (SELECT 1
                                                   FROM bulk_resource
                                                  WHERE bulk_resource.resource_id = @id
                                                    AND bulk_resource.exchange_id = exchange.id) AS is_about
      FROM exchange
     WHERE exchange.id IN (
            SELECT exchange.id
              FROM exchange
             WHERE exchange.resource_id = @id
               AND exchange.connection_id = @connection_id
               AND exchange.id < @before
             UNION
            SELECT exchange_id
              FROM bulk_resource
             WHERE resource_id = @id
               AND exchange_id < @before
             UNION
            SELECT exchange_id
              FROM membership_change
             WHERE member_id = @id
               AND exchange_id < @before
             UNION
            SELECT sought.exchange_id
              FROM json_each(@names) AS name
              JOIN sought
                ON sought.kind = name.value ->> 'kind'
               AND sought.value = name.value ->> 'value'
              JOIN exchange
                ON exchange.id = sought.exchange_id
             WHERE sought.exchange_id < @before
               AND exchange.connection_id = @connection_id
             ORDER BY 1 DESC
             LIMIT @limit)
     ORDER BY exchange.id DESC`

/** The histories over a database. */
export function createHistoryStore(db: Database): HistoryStore {
  const selectResource = db.prepare<[number, string], ResourceRow>(`
    SELECT ${resourceColumns}
      FROM resource
     WHERE connection_id = ?
       AND id = ?`)
  const selectWrites = db.prepare<
    { connection_id: number; id: string },
    { id: number; received_at: string; sentence: string; undo: string | null }
  >(`
    SELECT exchange.id, exchange.received_at, exchange.sentence, content.undo
      FROM exchange
      JOIN exchange_content AS content
        ON content.exchange_id = exchange.id
     WHERE exchange.id IN (
            SELECT id
              FROM exchange
             WHERE resource_id = @id
               AND method <> 'GET'
             UNION ALL
            SELECT exchange_id
              FROM bulk_resource
             WHERE resource_id = @id)
       AND exchange.connection_id = @connection_id
       AND (content.undo IS NOT NULL
            OR (exchange.failed = 0
                AND content.changed_nothing = 0
                AND exchange.action IN ('created', 'updated', 'archived', 'restored', 'deleted', 'groupChanged', 'unknown')
                AND exchange.method <> 'GET'))
     ORDER BY exchange.id DESC`)
  const selectPage = db.prepare<
    { id: string; connection_id: number; names: string; before: number; limit: number },
    SummaryRow & { readonly is_about: number | null }
  >(pageSql)
  const selectMovesOfMember = db.prepare<[string], MoveRow>(`
    SELECT exchange_id, group_id AS other_id, joined
      FROM membership_change
     WHERE member_id = ?
     ORDER BY exchange_id DESC`)
  const selectMoveCounts = db.prepare<{ id: string }, { exchange_id: number; joined: number; total: number }>(`
    SELECT exchange_id, SUM(joined) AS joined, COUNT(*) AS total
      FROM membership_change
     WHERE exchange_id IN (
            SELECT id
              FROM exchange
             WHERE resource_id = @id
             UNION ALL
            SELECT exchange_id
              FROM bulk_resource
             WHERE resource_id = @id)
       AND group_id = @id
     GROUP BY exchange_id
     ORDER BY exchange_id DESC`)
  const selectMoveCount = db.prepare<[number, string], { joined: number | null; total: number }>(`
    SELECT SUM(joined) AS joined, COUNT(*) AS total
      FROM membership_change
     WHERE exchange_id = ?
       AND group_id = ?`)
  const selectMovesInGroup = db.prepare<[number, string, number, number], MoveRow>(`
    SELECT exchange_id, member_id AS other_id, joined
      FROM membership_change
     WHERE exchange_id = ?
       AND group_id = ?
       AND joined = ?
     LIMIT ?`)
  const countMembers = db
    .prepare<[number], number>(`
    SELECT COUNT(*)
      FROM membership
     WHERE group_seq = ?`)
    .pluck()

  // Of several moves the first one later on tells: who joined by it was no member, and who left was one.
  const selectMembersAfter = db
    .prepare<{ connection_id: number; id: string; seq: number; exchange_id: number; start: number; limit: number }, string>(`
      WITH moved AS MATERIALIZED (
           SELECT member_id, joined, MIN(exchange_id)
             FROM membership_change
            WHERE exchange_id IN (
                   SELECT id
                     FROM exchange
                    WHERE resource_id = @id
                      AND id > @exchange_id
                    UNION ALL
                   SELECT exchange_id
                     FROM bulk_resource
                    WHERE resource_id = @id
                      AND exchange_id > @exchange_id)
              AND group_id = @id
            GROUP BY member_id)
    SELECT resource.id, membership.member_seq
      FROM membership
      JOIN resource
        ON resource.seq = membership.member_seq
     WHERE membership.group_seq = @seq
       AND NOT EXISTS (SELECT 1
                         FROM moved
                        WHERE moved.member_id = resource.id)
     UNION ALL
    SELECT moved.member_id, ifnull(resource.seq, -1)
      FROM moved
      LEFT JOIN resource
        ON resource.connection_id = @connection_id
       AND resource.id = moved.member_id
     WHERE moved.joined = 0
     ORDER BY 2
     LIMIT @limit + 0
    OFFSET @start + 0`)
    .pluck()

  const find: HistoryStore['find'] = (connectionId, id) => {
    const row = selectResource.get(connectionId, id)
    return row && { resource: toResource(row), status: row.status }
  }

  return {
    find,
    writes: (connectionId, id) =>
      selectWrites.all({ connection_id: connectionId, id }).map((row) => ({
        exchangeId: row.id,
        receivedAt: row.received_at,
        sentence: row.sentence,
        undo: readUndo(row.undo, id),
      })),
    touching: (connectionId, { id, names, before, limit }) => {
      const values = names.map((name) => ({ kind: name.kind, value: toSoughtValue(name) }))
      const rows = selectPage.all({ id, connection_id: connectionId, names: JSON.stringify(values), before, limit })
      return rows.map((row) => ({ exchange: toSummary(row), isAbout: row.is_about === 1 }))
    },
    movesOfMember: (memberId) => selectMovesOfMember.all(memberId).map(toMove),
    moveCounts: (groupId) =>
      selectMoveCounts.all({ id: groupId }).map(({ exchange_id, joined, total }) => ({
        exchangeId: exchange_id,
        joined,
        left: total - joined,
      })),
    moveCount: (groupId, exchangeId) => {
      const { joined, total } = selectMoveCount.get(exchangeId, groupId) ?? { joined: null, total: 0 }
      return joined === null ? undefined : { exchangeId, joined, left: total - joined }
    },
    movesInGroup: (groupId, exchangeId, limit) =>
      [1, 0].flatMap((joined) => selectMovesInGroup.all(exchangeId, groupId, joined, limit).map(toMove)),
    countMembers: (group) => countMembers.get(group.seq) ?? 0,
    membersAfter: ({ id, seq }, { connectionId, exchangeId, start, limit }) =>
      selectMembersAfter.all({ connection_id: connectionId, id, seq, exchange_id: exchangeId, start, limit }),
    nameOf: (connectionId, id) => {
      const found = find(connectionId, id)
      return (found && toName(found.resource.attributes)) || id
    },
  }
}

/** Those of one resource; a bulk request writes several. */
function readUndo(text: string | null, id: string): Undo[] | null {
  if (text === null) return null
  // Written by the exchange store alone.
  const all = JSON.parse(text) as readonly Undo[]
  return all.filter((undo) => undo.id === id)
}

const toMove = (row: MoveRow): HistoryMove => ({
  exchangeId: row.exchange_id,
  otherId: row.other_id,
  joined: row.joined === 1,
})
