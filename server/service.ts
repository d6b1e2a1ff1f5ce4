import type { ServiceSettings } from '#contract/process.ts'
import type { StreamEvent } from '#contract/streamEvent.ts'
import type { FaultRegistry } from './faults/faultRegistry.ts'
import type { ReachRegistry } from './reach/reachRegistry.ts'
import type { Stores } from './storage/stores.ts'
import type { TokenRegistry } from './tokenRegistry.ts'

/** What everything in the service works with: the stores, the clock, ids and settings. */
export interface Service {
  readonly version: string
  readonly settings: ServiceSettings
  readonly stores: Stores
  readonly tokens: TokenRegistry
  readonly events: EventHub
  readonly faults: FaultRegistry
  readonly reach: ReachRegistry
  readonly startedAt: string
  /** The time now, as ISO 8601 in UTC. */
  readonly now: () => string
  /** A new resource id: a UUID. */
  readonly createId: () => string
  /** Where the listeners really are, known once they listen: `127.0.0.1:4747`. */
  readonly addresses: { scim: string; console: string }
  /** Scheme and host to be reached under from outside, without a slash at the end; null: none. */
  readonly getPublicUrl: () => string | null
  readonly setPublicUrl: (publicUrl: string | null) => void
  /** Takes a bug of ours, whole. */
  readonly log: (error: unknown) => void
}

/** Those who listen to what happens: the live stream, the wizard's waiting commands. */
export interface EventHub {
  /** False while nobody listens: then nothing need be made to be published. */
  readonly isHeard: () => boolean
  /** Called after the commit that the event tells of. */
  readonly publish: (event: StreamEvent) => void
  /** @returns a function that ends the subscription */
  readonly subscribe: (listener: (event: StreamEvent) => void) => () => void
}

/** The URL of a connection's SCIM endpoint, as it is pasted into an identity provider: no slash at the end. */
export function toScimUrl(service: Service, slug: string): string {
  const base = service.getPublicUrl() ?? `http://${service.addresses.scim}`
  return `${base}/${slug}/scim/v2`
}
