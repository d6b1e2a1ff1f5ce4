import type { RefusedCredential } from '#contract/exchange.ts'
import type { Caller, ProviderChoice } from '#contract/provider.ts'
import type { Attributes, Json } from '#contract/scim/resource.ts'
import type { Notes } from '../notes.ts'
import type { Malformed, MetFault } from './arrival.ts'

/** Which part of the SCIM endpoint a request was for. */
export type Target =
  | { readonly kind: 'users' }
  | { readonly kind: 'user'; readonly id: string }
  | { readonly kind: 'groups' }
  | { readonly kind: 'group'; readonly id: string }
  /** A query by POST. */
  | { readonly kind: 'search'; readonly of: 'users' | 'groups' | 'all' }
  | { readonly kind: 'bulk' }
  | { readonly kind: 'discovery'; readonly what: 'ServiceProviderConfig' | 'ResourceTypes' | 'Schemas' }
  | { readonly kind: 'other' }

/** All that is known of an exchange at its end; what its sentence and its explanation are made from. Secrets are masked. */
export interface Observation {
  /** null where the path names none. */
  readonly connection: { readonly slug: string; readonly provider: ProviderChoice | null } | null
  readonly method: string
  /** The path as it came, without the query. */
  readonly path: string
  readonly target: Target
  /** Decoded; the first one where a name repeats. Of a query by POST what its body asks. */
  readonly query: Readonly<Record<string, string>>
  /** Parsed; undefined where there was none or it did not parse. */
  readonly body: Json | undefined
  readonly malformed: Malformed | null
  /** notNeeded: discovery, or the request failed before anyone looked. */
  readonly credential:
    | { readonly kind: 'accepted'; readonly tokenKind: 'screen' | 'environment' | 'simulator'; readonly ending: boolean }
    | { readonly kind: 'refused'; readonly why: RefusedCredential }
    | { readonly kind: 'notNeeded' }
  readonly caller: Caller
  /** 0 where the caller went away. */
  readonly status: number
  readonly scimType: string | null
  /** The error's detail. */
  readonly detail: string | null
  /** What exactly was at fault, where the refusal names it. */
  readonly reason: Notes['reason']
  /** `totalResults` of a ListResponse. */
  readonly totalResults: number | null
  /** The resource before and after a write, as far as there was one; of a read, `before` is what was found. Of a group without members. */
  readonly before: Attributes | null
  readonly after: Attributes | null
  /** How many members a write to a group added and removed. */
  readonly members: { readonly added: number; readonly removed: number } | null
  /** The switch that refused it, or `paused`. */
  readonly switchedOff: 'scim' | 'create' | 'update' | 'deactivate' | 'groups' | 'paused' | null
  /** A successful write gave a learner or group an externalId that another one has too. */
  readonly externalIdRepeated: boolean
  /** What a bulk request came to; null for any other, or where it was refused whole. */
  readonly bulk?: Notes['bulk']
  readonly simulation: string | null
  /** The armed fault that it met. What is observed else is the reply before it was spoilt. */
  readonly fault: MetFault | null
}
