import type {
  Action,
  Change,
  ExchangeFilter,
  FaultKind,
  HttpMessage,
  RefusedCredential,
  UsedTolerance,
} from '#contract/exchange.ts'
import type { Caller } from '#contract/provider.ts'
import type { Touches } from './exchangeTouches.ts'

/** An exchange that is not stored yet. Secrets are masked already. */
export interface NewExchange extends Touches {
  /** null where the path names no connection. */
  readonly connectionId: number | null
  /** ISO 8601, UTC. */
  readonly receivedAt: string
  readonly durationMs: number
  readonly method: string
  /** What follows `/{connection}/scim/v2`, with its query, whole. */
  readonly target: string
  /** `/Users/{id}`. */
  readonly route: string
  /** 0 where the caller went away before a reply. */
  readonly status: number
  readonly scimType: string | null
  readonly action: Action
  readonly sentence: string
  readonly caller: Caller
  /** null: nobody's token matched, or none was needed. */
  readonly tokenId: number | null
  readonly tokenLastFour: string | null
  readonly refusedCredential: RefusedCredential | null
  readonly resourceType: 'User' | 'Group' | null
  readonly resourceId: string | null
  readonly resourceName: string | null
  readonly explanationId: string | null
  /** The simulator's run; null for a real exchange. */
  readonly simulation: string | null
  /** The armed fault that it met: neither a failure nor a success then. */
  readonly fault: FaultKind | null
  /** @see ExchangeSummary */
  readonly subjectKeys: string | null
  readonly tolerances: readonly UsedTolerance[]
  readonly request: HttpMessage
  readonly response: HttpMessage
  readonly changes: readonly Change[]
  readonly changedNothing: boolean
  readonly notKept: readonly string[]
  /** The `detail` of the error that was answered. */
  readonly detail: string | null
}

/** An exchange with its headers and bodies. Ids are never given twice and grow with time. */
export type StoredExchange = NewExchange & { readonly id: number }

/** Which exchanges of a connection's list, older than the exchange `before`. */
export interface ExchangeListQuery extends Partial<ExchangeFilter> {
  readonly before?: number
  readonly limit: number
}

/** Which exchange proves something. All given conditions must hold. */
export interface ExchangeProofQuery {
  /** Any of these; not given: any at all. */
  readonly actions?: readonly Action[]
  readonly simulated: boolean
  /** True: a status from 100 to 399. */
  readonly succeeded: boolean
  /** True: a known token matched. */
  readonly authenticated?: boolean
  readonly tokenIds?: readonly number[]
  readonly caller?: Caller
  /** Only exchanges that came after this one. */
  readonly afterId?: number
  /** The oldest instead of the newest. */
  readonly oldest?: boolean
}

/** One cause of failures, aggregated; the newest first. */
export interface FailureRow {
  /** What `ExchangeFilter.group` takes: explanation, method, route, status, scimType and whether simulated. */
  readonly key: string
  readonly explanationId: string | null
  readonly method: string
  readonly route: string
  readonly status: number
  readonly scimType: string | null
  readonly simulated: boolean
  readonly count: number
  readonly learnerCount: number
  readonly firstAt: string
  readonly lastAt: string
  readonly lastExchangeId: number
  readonly lastDetail: string | null
  readonly lastCaller: Caller
  /** `target` of the last one, whole. */
  readonly lastTarget: string
  /** When, after the last failure, the same method and route or the same resource first succeeded. */
  readonly recoveredAt: string | null
}
