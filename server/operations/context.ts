import type { ResourceType } from '#contract/scim/schema.ts'
import type { Notes } from '../notes.ts'
import { getResourceType } from '../protocol/schemas/resourceTypes.ts'
import type { Tolerances } from '../protocol/tolerance/tolerance.ts'
import type { Service } from '../service.ts'
import type { StoredConnection } from '../storage/connectionStore.ts'

/** What every operation works with: one connection of the service, and where it notes what it did. */
export interface OperationContext {
  readonly service: Service
  readonly connection: StoredConnection
  /** Scheme, host and path up to `/scim/v2`, for `meta.location` and `$ref`. */
  readonly baseUrl: string
  readonly tolerances: Tolerances
  readonly notes: Notes
  /** True for a request of the simulator: what it makes is marked. */
  readonly simulated: boolean
}

/** A resource type as the connection has it: with its custom extensions. Each operation begins with it, so a route need not know them. */
export const resolveType = ({ connection }: Pick<OperationContext, 'connection'>, { name }: ResourceType): ResourceType =>
  getResourceType(name, connection.extensions)

/** What it takes to show a resource to its client. */
export type ShownContext = Pick<OperationContext, 'service' | 'connection' | 'baseUrl'>

/** What the client asked to get back (RFC 7644 §3.9), as it stands in the query. */
export interface WantedAttributes {
  readonly attributes?: string
  readonly excludedAttributes?: string
}

/** The entity tags of a conditional request (RFC 7644 §3.14). */
export interface Preconditions {
  readonly ifMatch: string | undefined
  readonly ifNoneMatch: string | undefined
}
