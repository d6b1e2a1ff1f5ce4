import type { Tolerance } from './tolerance.ts'

/** Paths are case-sensitive (RFC 3986 §6.2.2.1). */
export const pathCase: Tolerance = {
  name: 'path-case',
  reason: 'The path was spelled in another case than RFC 7644 §3.2 gives it.',
  source: 'Connectors that write /users or /SCIM/v2.',
}
