import type { Database } from 'better-sqlite3'
import type { JsonObject } from '#contract/scim/resource.ts'
import type { MembershipNote } from '../notes.ts'
import { foldText } from '../protocol/foldText.ts'

/** A value that an exchange sought a person by, or wanted to create one with. */
export interface Sought {
  readonly kind: 'id' | 'userName' | 'externalId' | 'email'
  readonly value: string
}

/**
 * What takes one write back, kept with its exchange. Smaller than the whole resource and, unlike the changes that are shown, exact: those
 * leave the order of values out, and name a value by what may not be its own.
 */
export interface Undo {
  /** The resource's. */
  readonly id: string
  /** The versions before and after the write; 0: SCIM does not see it. A gap says that a write in between is not kept. */
  readonly from: number
  readonly to: number
  /** The attributes that differed, as they were; null for those that were not there. Of a deletion all. */
  readonly before: JsonObject
}

/** Where an exchange touched somebody beside the one resource that it is about, and what takes its writes back. Only the history reads them. */
export interface Touches {
  /** Of a bulk request: the ids of all resources that it touched. Of a deletion: the groups that lost a member by it. */
  readonly touched?: readonly string[]
  /** Of an exchange that is about no resource. */
  readonly sought?: readonly Sought[]
  readonly memberships?: readonly MembershipNote[]
  /** In the order of the writes. */
  readonly undo?: readonly Undo[]
}

/** As it is stored and compared: folded where case does not count. */
export const toSoughtValue = ({ kind, value }: Sought): string =>
  kind === 'userName' || kind === 'email' ? foldText(value) : value

/** Writes the touches of an exchange, inside the transaction of its own row. */
export function createTouches(db: Database): (exchangeId: number, touches: Touches) => void {
  const insertTouched = db.prepare<[string, number]>(`
    INSERT OR IGNORE INTO bulk_resource (resource_id, exchange_id)
    VALUES (?, ?)`)
  const insertSought = db.prepare<[string, string, number]>(`
    INSERT OR IGNORE INTO sought (kind, value, exchange_id)
    VALUES (?, ?, ?)`)
  const insertMembership = db.prepare<[string, number, string, number]>(`
    INSERT INTO membership_change (member_id, exchange_id, group_id, joined)
    VALUES (?, ?, ?, ?)`)

  return (exchangeId, { touched = [], sought = [], memberships = [] }) => {
    for (const resourceId of touched) insertTouched.run(resourceId, exchangeId)
    for (const one of sought) insertSought.run(one.kind, toSoughtValue(one), exchangeId)
    for (const { memberId, groupId, joined } of memberships) insertMembership.run(memberId, exchangeId, groupId, joined ? 1 : 0)
  }
}
