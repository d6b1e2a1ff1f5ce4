import { z } from 'zod'

/** Active; archived: `active` is false; deleted: gone for SCIM, kept here with its history. */
export const LearnerStatus = z.enum(['active', 'archived', 'deleted'])
export type LearnerStatus = z.infer<typeof LearnerStatus>

/** The newest request of a kind that touched a learner. */
export const LastExchange = z.object({ exchange: z.int(), at: z.string() })
export type LastExchange = z.infer<typeof LastExchange>

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
  /** null where none is kept. */
  lastSuccess: LastExchange.nullable(),
  /** A refused create under this userName is one, too. */
  lastFailure: LastExchange.nullable(),
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

/** What the roster is in the order of. created: of creation; status: active, archived, deleted. */
export const LearnerSort = z.enum(['created', 'name', 'userName', 'status', 'lastChange'])
export type LearnerSort = z.infer<typeof LearnerSort>

/** What the roster is narrowed to, and in which order. `search` stands at the start of userName or, accents apart, of a word of the name, or is an e-mail, externalId or id. */
export const LearnerQuery = z.object({
  search: z.string().default(''),
  status: LearnerStatus.optional(),
  sort: LearnerSort.default('created'),
  /** The newest, or the last by name, first. */
  order: z.enum(['asc', 'desc']).default('desc'),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type LearnerQuery = z.infer<typeof LearnerQuery>

/** One learner; what touched it is read apart from it, page by page. */
export const LearnerDetail = z.object({ summary: LearnerSummary })
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

/** What the table of groups is in the order of. */
export const GroupSort = z.enum(['name', 'members', 'lastChange'])
export type GroupSort = z.infer<typeof GroupSort>

/** What the table of groups is narrowed to, and in which order. `search` occurs in their names, accents apart, or is an externalId or id. */
export const GroupQuery = z.object({
  search: z.string().default(''),
  sort: GroupSort.default('name'),
  order: z.enum(['asc', 'desc']).default('asc'),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type GroupQuery = z.infer<typeof GroupQuery>

/** One page of groups. */
export const GroupPage = z.object({
  /** How many there are, and how many of them the simulator made. */
  counts: z.object({ all: z.int(), simulated: z.int() }),
  /** How many match the search. */
  total: z.int(),
  groups: z.array(GroupSummary),
})
export type GroupPage = z.infer<typeof GroupPage>
