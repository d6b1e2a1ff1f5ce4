import type { Json, JsonObject } from './resource.ts'
import type { urns } from './urns.ts'

/** The scimType values of RFC 7644 §3.12, and of RFC 9865 §2.1 for cursors. */
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
  | 'invalidCursor'
  | 'expiredCursor'
  | 'invalidCount'

/** The reply to a failed request (RFC 7644 §3.12). `status` is a string there. */
export interface ErrorResponse {
  readonly schemas: readonly [typeof urns.error]
  readonly status: string
  readonly scimType?: ScimType
  readonly detail: string
}

/**
 * A page of a query (RFC 7644 §3.4.2). The counts are integers; `startIndex` counts from 1. A page that was asked for by cursor has
 * cursors in its place (RFC 9865 §2): no `nextCursor` on the last page, no `previousCursor` on the first.
 */
export interface ListResponse {
  readonly schemas: readonly [typeof urns.listResponse]
  readonly totalResults: number
  readonly startIndex?: number
  readonly itemsPerPage: number
  readonly previousCursor?: string
  readonly nextCursor?: string
  readonly Resources: readonly JsonObject[]
}

/** One entry of a PatchOp (RFC 7644 §3.5.2), `op` already in lower case. */
export interface PatchOperation {
  readonly op: 'add' | 'remove' | 'replace'
  readonly path?: string
  readonly value?: Json
}
