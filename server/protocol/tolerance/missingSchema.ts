import type { Tolerance } from './tolerance.ts'

/** A User without `urn:ietf:params:scim:schemas:core:2.0:User`, a PATCH without PatchOp. */
export const missingSchema: Tolerance = {
  name: 'missing-schema',
  reason: 'The schemas attribute lacks the URN of the message or resource, which RFC 7643 §3 requires.',
  source: 'Scripts, home-grown clients.',
}
