import type { Tolerance } from './tolerance.ts'

/** The enterprise extension without its URN in `schemas`. */
export const extensionNotListed: Tolerance = {
  name: 'extension-not-listed',
  reason: 'A body holds an extension whose URN its schemas attribute does not list; RFC 7643 §3 wants it listed.',
  source: "Microsoft's SCIM test collection.",
}
