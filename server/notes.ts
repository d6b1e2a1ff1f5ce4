import type { Attributes } from '#contract/scim/resource.ts'

/** What an operation tells of itself, so that the monitor can say what a request meant and changed. */
export interface Notes {
  resource: { readonly type: 'User' | 'Group'; readonly id: string } | null
  /** The client's attributes before and after a write; of a group without its members. */
  before: Attributes | null
  after: Attributes | null
  /** How many members a write to a group added and removed. */
  members: { readonly added: number; readonly removed: number } | null
  /** Attribute paths that were sent and not stored. */
  notKept: readonly string[]
  /** The switch that refused the request, or `paused`. */
  switchedOff: 'scim' | 'create' | 'update' | 'deactivate' | 'groups' | 'paused' | null
  /** A created or changed learner has an externalId that another one has too: allowed, and worth a warning. */
  externalIdRepeated: boolean
}

/** Nothing told yet. */
export const createNotes = (): Notes => ({
  resource: null,
  before: null,
  after: null,
  members: null,
  notKept: [],
  switchedOff: null,
  externalIdRepeated: false,
})
