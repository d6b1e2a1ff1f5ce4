import { z } from 'zod'
import { ExchangeSummary } from './exchange.ts'
import { Extension } from './extension.ts'
import { JsonValue } from './scim/resource.ts'

/** Active; archived: `active` is false; deleted: gone for SCIM, kept here with its history. */
export const LearnerStatus = z.enum(['active', 'archived', 'deleted'])
export type LearnerStatus = z.infer<typeof LearnerStatus>

/** A learner, as a row of the roster. */
export const LearnerSummary = z.object({
  id: z.string(),
  /** displayName, else the formatted or joined name, else the userName. */
  name: z.string(),
  userName: z.string(),
  status: LearnerStatus,
  email: z.string().nullable(),
  department: z.string().nullable(),
  groupCount: z.int(),
  simulated: z.boolean(),
  lastModified: z.string(),
})
export type LearnerSummary = z.infer<typeof LearnerSummary>

/** How many there are of each status, and one page. */
export const LearnerPage = z.object({
  counts: z.object({ active: z.int(), archived: z.int(), deleted: z.int() }),
  /** How many match the search and status. */
  total: z.int(),
  learners: z.array(LearnerSummary),
})
export type LearnerPage = z.infer<typeof LearnerPage>

/** What the roster is narrowed to. `search` occurs at the start of userName or name, or is an e-mail, externalId or id. */
export const LearnerQuery = z.object({
  search: z.string().default(''),
  status: LearnerStatus.optional(),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type LearnerQuery = z.infer<typeof LearnerQuery>

/** One learner with everything that touched it, newest first. */
export const LearnerDetail = z.object({
  summary: LearnerSummary,
  /** The resource as SCIM returns it. */
  resource: z.record(z.string(), JsonValue),
  /** What the custom extensions of the connection are called, by their URN. */
  extensions: z.array(Extension.pick({ id: true, name: true })),
  groups: z.array(z.object({ id: z.string(), displayName: z.string() })),
  history: z.array(ExchangeSummary),
})
export type LearnerDetail = z.infer<typeof LearnerDetail>

/** A group, as a row of its table. */
export const GroupSummary = z.object({
  id: z.string(),
  displayName: z.string(),
  memberCount: z.int(),
  simulated: z.boolean(),
  lastModified: z.string(),
})
export type GroupSummary = z.infer<typeof GroupSummary>
