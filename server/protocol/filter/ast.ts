/** An attribute path (RFC 7644 §3.10) as it was written; names keep their spelling and are compared without case. */
export interface AttributePath {
  /** The schema URN in front, where one was given. */
  readonly urn?: string
  readonly attribute: string
  readonly subAttribute?: string
}

export type CompareOperator = 'eq' | 'ne' | 'co' | 'sw' | 'ew' | 'gt' | 'ge' | 'lt' | 'le'

/** A filter (RFC 7644 §3.4.2.2) as a tree. Inside a value path, `path` is relative to the value. */
export type Filter =
  | { readonly kind: 'and' | 'or'; readonly left: Filter; readonly right: Filter }
  | { readonly kind: 'not'; readonly filter: Filter }
  | { readonly kind: 'present'; readonly path: AttributePath }
  | {
      readonly kind: 'compare'
      readonly path: AttributePath
      readonly operator: CompareOperator
      readonly value: string | number | boolean | null
    }
  | { readonly kind: 'valuePath'; readonly path: AttributePath; readonly filter: Filter }
