import type { Json, JsonObject } from './resource.ts'
import type { urns } from './urns.ts'

/** The scimType values of RFC 7644 §3.12. */
export type ScimType =
  | 'invalidFilter'
  | 'tooMany'
  | 'uniqueness'
  | 'mutability'
  | 'invalidSyntax'
  | 'invalidPath'
  | 'noTarget'
  | 'invalidValue'
  | 'invalidVers'
  | 'sensitive'

/** The reply to a failed request (RFC 7644 §3.12). `status` is a string there. */
export interface ErrorResponse {
  readonly schemas: readonly [typeof urns.error]
  readonly status: string
  readonly scimType?: ScimType
  readonly detail: string
}

/** A page of a query (RFC 7644 §3.4.2). The counts are integers; `startIndex` counts from 1. */
export interface ListResponse {
  readonly schemas: readonly [typeof urns.listResponse]
  readonly totalResults: number
  readonly startIndex: number
  readonly itemsPerPage: number
  readonly Resources: readonly JsonObject[]
}

/** One entry of a PatchOp (RFC 7644 §3.5.2), `op` already in lower case. */
export interface PatchOperation {
  readonly op: 'add' | 'remove' | 'replace'
  readonly path?: string
  readonly value?: Json
}
