import type { Attributes } from '#contract/scim/resource.ts'
import type { Reason } from './protocol/scimError.ts'

/** A membership that began or ended. */
export interface MembershipNote {
  readonly groupId: string
  readonly memberId: string
  readonly joined: boolean
}

/** What an operation of a bulk request came to. */
export interface BulkNote {
  readonly method: string
  readonly type: 'User' | 'Group' | null
  /** The resource's id; null where none was created or none was named. */
  readonly id: string | null
  readonly status: number
  /** The error's detail. */
  readonly detail: string | null
  readonly notes: Notes
}

/** What an operation tells of itself, so that the monitor can say what a request meant and changed. */
export interface Notes {
  resource: { readonly type: 'User' | 'Group'; readonly id: string } | null
  /** The client's attributes before and after a write; of a group without its members. */
  before: Attributes | null
  after: Attributes | null
  /** How many members a write to a group added and removed. */
  members: { readonly added: number; readonly removed: number } | null
  /** Those memberships, and the ones that a deletion ended, in order. */
  memberships: readonly MembershipNote[]
  /** The resource's version before and after a write; 0: SCIM does not see it. */
  versions: { readonly before: number; readonly after: number } | null
  /** Attribute paths that were sent and not stored. */
  notKept: readonly string[]
  /** What exactly was at fault, where the refusal names it. */
  reason: Reason | null
  /** The switch that refused the request, or `paused`. */
  switchedOff: 'scim' | 'create' | 'update' | 'deactivate' | 'groups' | 'paused' | null
  /** A created or changed learner has an externalId that another one has too: allowed, and worth a warning. */
  externalIdRepeated: boolean
  /** Of a bulk request: its operations as far as they were done or failed, and how many were not begun. */
  bulk: { readonly operations: readonly BulkNote[]; readonly leftCount: number } | null
}

/** Nothing told yet. */
export const createNotes = (): Notes => ({
  resource: null,
  before: null,
  after: null,
  members: null,
  memberships: [],
  versions: null,
  notKept: [],
  reason: null,
  switchedOff: null,
  externalIdRepeated: false,
  bulk: null,
})
