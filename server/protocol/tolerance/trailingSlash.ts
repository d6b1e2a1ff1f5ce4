import type { Tolerance } from './tolerance.ts'

/** RFC 7644 §3.2 has no slash at the end of an endpoint. */
export const trailingSlash: Tolerance = {
  name: 'trailing-slash',
  reason: 'The path ended in a slash; it was read without it.',
  source: 'Okta’s on-premises agent and hand-written connectors.',
}
