import type { Tolerance } from './tolerance.ts'

/** RFC 7644 §3.1 asks for a media type. */
export const missingMediaType: Tolerance = {
  name: 'missing-media-type',
  reason: 'A body came without Content-Type; it was read as application/scim+json.',
  source: 'Scripts and hand-written connectors.',
}
