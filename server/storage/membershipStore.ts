import type { Database } from 'better-sqlite3'
import type { StoredResource } from '#contract/scim/resource.ts'
import { invalidValue, quoteValue } from '../protocol/scimError.ts'
import { createAtomic } from './transaction.ts'

/** A member of a group, by resource id. `display` is its displayName, else its userName. */
export interface StoredMember {
  readonly id: string
  readonly resourceType: 'User' | 'Group'
  readonly display: string
}

/** Who is a member of which group, by resource id; members are users and groups. */
export interface MembershipStore {
  /**
   * @param mayPassOver asked about an id that does not exist; without it, or where it says no, nobody is added
   * @returns the ids of those who were not members before
   * @throws ScimError invalidValue (400) naming an id that does not exist
   */
  readonly add: (connectionId: number, groupId: string, ids: readonly string[], mayPassOver?: (id: string) => boolean) => string[]
  /** @returns the ids of those who were members */
  readonly remove: (connectionId: number, groupId: string, ids: readonly string[]) => string[]
  /** @returns the ids of the members that there were */
  readonly clear: (connectionId: number, groupId: string) => string[]
  /** In no order. Unlike `list` it reads no documents. */
  readonly listIds: (group: Pick<StoredResource, 'seq'>) => string[]
  /** In order of the members' creation. */
  readonly list: (group: Pick<StoredResource, 'seq'>) => StoredMember[]
  /** The groups that have this member, in order of creation. */
  readonly ofMember: (member: Pick<StoredResource, 'seq'>) => { id: string; displayName: string }[]
}

interface MemberRow {
  readonly id: string
  readonly resource_type: 'User' | 'Group'
  readonly display: string | null
}

// Taken out by SQLite: a group may have very many members, and reading all their documents here would take long.
const display = `ifnull(json_extract(resource.document, '$.displayName'), json_extract(resource.document, '$.userName'))`

/** The memberships over a database. */
export function createMembershipStore(db: Database): MembershipStore {
  const atomic = createAtomic(db)
  const selectSeq = db
    .prepare<[number, string], number>(`
    SELECT seq
      FROM resource
     WHERE connection_id = ?
       AND id = ?
       AND status <> 'deleted'`)
    .pluck()
  const selectIds = db
    .prepare<[number], string>(`
    SELECT resource.id
      FROM membership
      JOIN resource
        ON resource.seq = membership.member_seq
     WHERE membership.group_seq = +?`)
    .pluck()
  const insert = db.prepare<[number, number]>(`
    INSERT OR IGNORE INTO membership (group_seq, member_seq)
    VALUES (?, ?)`)
  const deleteOne = db.prepare<[number, number]>(`
    DELETE FROM membership
     WHERE group_seq = ?
       AND member_seq = ?`)
  const deleteAll = db.prepare<[number]>(`
    DELETE FROM membership
     WHERE group_seq = ?`)
  // The sign changes nothing and spares a new plan at each call, as in `resourceQuery`.
  const selectMembers = db.prepare<[number], MemberRow>(`
    SELECT resource.id, resource.resource_type, ${display} AS display
      FROM membership
      JOIN resource
        ON resource.seq = membership.member_seq
     WHERE membership.group_seq = +?
     ORDER BY membership.member_seq`)
  // Most learners are in no group, and every reply about one asks: this tells it several times faster than the join does.
  const selectAny = db
    .prepare<[number], number>(`
    SELECT 1
      FROM membership
     WHERE member_seq = ?
     LIMIT 1`)
    .pluck()
  const selectGroups = db.prepare<[number], MemberRow>(`
    SELECT resource.id, resource.resource_type, ${display} AS display
      FROM membership
      JOIN resource
        ON resource.seq = membership.group_seq
     WHERE membership.member_seq = +?
     ORDER BY membership.group_seq`)

  /** Where there is no such group, there are no memberships either. */
  const findSeq = (connectionId: number, id: string): number => selectSeq.get(connectionId, id) ?? -1

  const findMember = (connectionId: number, id: string, mayPassOver?: (id: string) => boolean) => {
    const seq = selectSeq.get(connectionId, id)
    if (seq !== undefined) return [{ seq, id }]
    if (mayPassOver?.(id)) return []
    throw invalidValue(`members names ${quoteValue(id)}, and there is no User or Group with this id.`).because(
      'unknownMember',
      'members',
    )
  }

  return {
    add: (connectionId, groupId, ids, mayPassOver) =>
      atomic(() => {
        const group = selectSeq.get(connectionId, groupId)
        if (group === undefined) throw new Error(`There is no group ${groupId}.`)
        // All are found before the first is written.
        const members = ids.flatMap((id) => findMember(connectionId, id, mayPassOver))
        return members.filter(({ seq }) => insert.run(group, seq).changes === 1).map(({ id }) => id)
      }),
    remove: (connectionId, groupId, ids) =>
      atomic(() => {
        const group = findSeq(connectionId, groupId)
        return ids.filter((id) => deleteOne.run(group, findSeq(connectionId, id)).changes === 1)
      }),
    clear: (connectionId, groupId) =>
      atomic(() => {
        const group = findSeq(connectionId, groupId)
        const ids = selectIds.all(group)
        deleteAll.run(group)
        return ids
      }),
    listIds: (group) => selectIds.all(group.seq),
    list: (group) =>
      selectMembers.all(group.seq).map((row) => ({ id: row.id, resourceType: row.resource_type, display: row.display ?? '' })),
    ofMember: (member) =>
      selectAny.get(member.seq) === undefined
        ? []
        : selectGroups.all(member.seq).map((row) => ({ id: row.id, displayName: row.display ?? '' })),
  }
}
