import type { JsonObject } from '#contract/scim/resource.ts'
import type { Memory } from './memory.ts'
import type { Subject } from './people.ts'

/** A request as the provider writes it; `path` follows `/{connection}/scim/v2` and carries the query in that provider's encoding. */
export interface SimulatedRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH'
  readonly path: string
  readonly body?: JsonObject
}

/** One request of a profile, made when its turn comes, because it may need ids from earlier replies. */
export interface Step {
  /** Completes "While ...": `creating Maya Lindqvist`. */
  readonly doing: string
  /** Whose resource the reply holds. */
  readonly subject?: Subject
  /** Sent only when the look-up of `subject` before it ended like this. */
  readonly when?: 'found' | 'foundInactive' | 'notFound'
  readonly toRequest: (memory: Memory) => SimulatedRequest
}

/** An identity provider as data: which headers it sends and what it does, in order. */
export interface Profile {
  /** The exact headers in the provider's order and spelling; Host and Content-Length are added when sending. */
  readonly toHeaders: (token: string, body: JsonObject | undefined) => readonly (readonly [string, string])[]
  /** Connection test, create, update, deactivate, reactivate. */
  readonly learnerSteps: readonly Step[]
  /** Left out where groups are switched off, as an administrator would not push them then. */
  readonly groupSteps: readonly Step[]
  /** Archives a learner, so that the roster shows one. */
  readonly closingSteps: readonly Step[]
}
