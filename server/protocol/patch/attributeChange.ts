import type { Json } from '#contract/scim/resource.ts'

/** What is done to an attribute. A removal of all that is there has no value. */
export interface AttributeChange {
  readonly op: 'add' | 'remove' | 'replace'
  readonly value?: Json
}
