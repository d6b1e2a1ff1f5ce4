import { z } from 'zod'
import { ProviderChoice } from './provider.ts'
import { Slug } from './slug.ts'

/** What the administrator may switch off here; a switched-off action is answered 403 with a detail that names the switch. */
export const Switches = z.object({
  scim: z.boolean(),
  create: z.boolean(),
  update: z.boolean(),
  deactivate: z.boolean(),
  groups: z.boolean(),
})
export type Switches = z.infer<typeof Switches>

/** How long exchanges are kept; null sets no limit. The oldest go first, pinned ones and those that prove a step stay. */
export const Retention = z.object({
  maxAgeDays: z.int().min(1).max(3650).nullable(),
  maxCount: z.int().min(100).max(10_000_000).nullable(),
  maxSizeMb: z.int().min(1).max(1_000_000).nullable(),
})
export type Retention = z.infer<typeof Retention>

/** The settings of a connection. */
export const ConnectionSettings = z.object({
  switches: Switches,
  /** 503 with Retry-After while true. */
  paused: z.boolean(),
  /** No rule is bent, whatever the two lists below say. */
  strict: z.boolean(),
  /** Names of tolerances that are switched off. */
  tolerancesOff: z.array(z.string()),
  /** Names of tolerances that are switched on, of those that come switched off. */
  tolerancesOn: z.array(z.string()),
  /** 204 for a user's PATCH instead of 200 with the resource. */
  userPatchNoContent: z.boolean(),
  /** A group's displayName must be unique. */
  uniqueGroupNames: z.boolean(),
  /** What a create does that meets an archived learner. */
  createMeetsArchived: z.enum(['conflict', 'restore']),
  retention: Retention,
})
export type ConnectionSettings = z.infer<typeof ConnectionSettings>

export const defaultSettings: ConnectionSettings = {
  switches: { scim: true, create: true, update: true, deactivate: true, groups: true },
  paused: false,
  strict: false,
  tolerancesOff: [],
  tolerancesOn: [],
  userPatchNoContent: false,
  uniqueGroupNames: true,
  createMeetsArchived: 'conflict',
  // Generous, since history is what a question is answered from later; what was measured is 100,000 exchanges.
  retention: { maxAgeDays: 90, maxCount: 250_000, maxSizeMb: 1024 },
}

/** One identity provider set up against one roster. */
export const Connection = z.object({
  slug: Slug,
  name: z.string(),
  /** null until the user has chosen. */
  provider: ProviderChoice.nullable(),
  settings: ConnectionSettings,
  createdAt: z.string(),
})
export type Connection = z.infer<typeof Connection>

/** How long the name of a connection may be. */
export const maxNameLength = 80

/** What a connection has and would take along; learners include archived ones. */
export const ConnectionContents = z.object({ learners: z.int(), groups: z.int(), exchanges: z.int(), tokens: z.int() })
export type ConnectionContents = z.infer<typeof ConnectionContents>

/** What is known of a token; never the token. */
export const TokenInfo = z.object({
  id: z.int(),
  label: z.string(),
  kind: z.enum(['screen', 'environment', 'simulator']),
  lastFour: z.string(),
  createdAt: z.string(),
  /** null: no end set. */
  expiresAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
  lastUsedAt: z.string().nullable(),
  /** active: the current one, whether or not it has an end; ending: another took its place, and it is accepted until `expiresAt`. */
  status: z.enum(['active', 'ending', 'expired', 'revoked']),
})
export type TokenInfo = z.infer<typeof TokenInfo>

const dayMs = 24 * 60 * 60_000

/** How many days before a token ends this is said, and when it becomes urgent. */
export const tokenEndDays = { warning: 14, urgent: 3 } as const

/**
 * The current token that ends first, where that is near: no other one will take its place by itself. One that another replaced is not meant.
 */
export function findEndingToken(tokens: readonly TokenInfo[], nowMs: number) {
  const [first] = tokens
    .flatMap((token) =>
      token.kind === 'simulator' || token.status !== 'active' || token.expiresAt === null
        ? []
        : [{ token, endsAt: token.expiresAt, leftMs: Date.parse(token.expiresAt) - nowMs }],
    )
    .filter(({ leftMs }) => leftMs <= tokenEndDays.warning * dayMs)
    .sort((one, other) => one.leftMs - other.leftMs)
  return first && { ...first, isUrgent: first.leftMs <= tokenEndDays.urgent * dayMs }
}
