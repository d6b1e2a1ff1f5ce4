import type { Tolerance } from './tolerance.ts'

/** `userName eq maya@example.com`. */
export const unquotedValue: Tolerance = {
  name: 'unquoted-value',
  reason: 'A filter compares with a value that has no double quotation marks; RFC 7644 §3.4.2.2 wants a JSON value.',
  source: "authentik, Microsoft's SCIM test collection, scripts.",
}
