import { z } from 'zod'
import { Change, ExchangeSummary } from './exchange.ts'
import { LearnerStatus } from './learner.ts'
import { Related } from './member.ts'

/** `absent`: not there yet; `unknown`: a write before it, or after it, is no longer kept. */
export const HistoryStatus = z.enum([...LearnerStatus.options, 'absent', 'unknown'])
export type HistoryStatus = z.infer<typeof HistoryStatus>

/** One exchange that touched a learner or group, with the state after it. */
export const HistoryEvent = z.object({
  exchange: ExchangeSummary,
  /** resource: it is about it. membership: it moved it in or out of a group. name: it sought one of its names, or wanted to create it. */
  by: z.enum(['resource', 'membership', 'name']),
  /** The difference to the state before. Empty where that is unknown. */
  changes: z.array(Change),
  /** Groups of a learner or members of a group; at most 20 are named. */
  joined: z.array(Related),
  left: z.array(Related),
  joinedCount: z.int(),
  leftCount: z.int(),
  status: HistoryStatus,
  /** How many groups the learner was in, or members the group had, afterwards. */
  relatedCount: z.int(),
})
export type HistoryEvent = z.infer<typeof HistoryEvent>

/** Newest first. */
export const HistoryPage = z.object({ events: z.array(HistoryEvent), hasMore: z.boolean() })
export type HistoryPage = z.infer<typeof HistoryPage>

/** One value of a resource under its path. */
export const AttributeLine = z.object({
  /** `emails[type eq "work"].value`. */
  path: z.string(),
  value: z.string(),
  /** The exchange that gave it this value; null where that is not kept. */
  setBy: z.object({ exchange: z.int(), at: z.string(), sentence: z.string() }).nullable(),
})
export type AttributeLine = z.infer<typeof AttributeLine>

/** A learner or group as it was at a moment. */
export const HistoryState = z.object({
  resourceType: z.enum(['User', 'Group']),
  status: HistoryStatus,
  name: z.string(),
  /** The attributes by schema; `urn` null for what the server adds, `name` that of a custom extension. */
  schemas: z.array(z.object({ urn: z.string().nullable(), name: z.string().nullable(), lines: z.array(AttributeLine) })),
  /** The groups of a learner. The members of a group, who may be very many, are read page by page. */
  groups: z.array(Related),
  relatedCount: z.int(),
  /** The difference to the state that it was compared with. */
  changes: z.array(Change),
})
export type HistoryState = z.infer<typeof HistoryState>
