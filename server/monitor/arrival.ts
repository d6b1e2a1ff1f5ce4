import type { FaultKind, RefusedCredential, UsedTolerance } from '#contract/exchange.ts'
import type { Caller } from '#contract/provider.ts'
import type { Json } from '#contract/scim/resource.ts'
import type { Notes } from '../notes.ts'
import type { StoredConnection } from '../storage/connectionStore.ts'
import type { StoredToken } from '../storage/tokenStore.ts'

/** Why a request could not be read as one. */
export type Malformed =
  | 'aborted'
  | 'brokenJson'
  | 'emptyBody'
  | 'notAnObject'
  | 'tooLarge'
  | 'mediaType'
  | 'tls'
  | 'notHttp'
  | 'badUrl'

/** One request under way: what is known of it so far. Each part of the SCIM listener fills in what it finds out. */
export interface Arrival {
  readonly receivedAt: string
  /** Of a monotonic clock, in milliseconds. */
  readonly startedMs: number
  readonly method: string
  /** Path and query as they came. */
  readonly url: string
  /** Decoded: `+` and `%20` are a space, and the first value counts where a name repeats. */
  readonly query: Readonly<Record<string, string>>
  readonly httpVersion: string
  /** Name and value in turn, as they came. */
  readonly rawHeaders: readonly string[]
  connection: StoredConnection | null
  /** The parts of the path behind `/{connection}/scim/v2`, decoded; null where the path is not of that form. */
  segments: readonly string[] | null
  bodyText: string | null
  bodySizeBytes: number
  /** The body as JSON; undefined where there is none or it does not parse. */
  body: Json | undefined
  /** Why the body does not parse. */
  bodyFailure: Error | null
  malformed: Malformed | null
  /** The token that let it in. */
  token: StoredToken | null
  /** Of a token that is known here, also where it was refused. */
  tokenLastFour: string | null
  /** The matched token lives on only for an overlap. */
  isTokenEnding: boolean
  refusedCredential: RefusedCredential | null
  /** What was presented, so that it can be masked wherever it stands. Never stored. */
  presentedSecret: string | null
  /** The token that the service was started with: a secret wherever it stands. Never stored. */
  readonly environmentToken: string | null
  caller: Caller
  /** The run of the simulator that sent it. */
  simulation: string | null
  /** The armed fault that it met. */
  fault: MetFault | null
  readonly tolerances: Map<string, UsedTolerance>
  readonly notes: Notes
}

/** An armed fault that a request met. */
export interface MetFault {
  readonly kind: FaultKind
  /** How long a delay holds it. */
  readonly seconds: number
  /** The caller did not wait for the end of the delay. */
  hasCallerLeft: boolean
}

/** What goes out where a fault spoils a reply; `cut` and `left`: nothing. */
export type Spoilt =
  | { readonly kind: 'cut' | 'left' }
  | { readonly kind: 'truncated' | 'html'; readonly status: number; readonly mediaType: string; readonly text: string }

/** What goes back, before it is sent. */
export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** Undefined: none. */
  readonly body?: Json
  /** Sent in its place. */
  readonly spoilt?: Spoilt
}

/** A reply with its body as it goes out, written once for the caller and for the row. */
export interface WrittenReply extends Reply {
  /** null: none. */
  readonly text: string | null
}

/** @see WrittenReply */
export function writeReply(reply: Reply): WrittenReply {
  return { ...reply, text: reply.body === undefined ? null : JSON.stringify(reply.body) }
}
