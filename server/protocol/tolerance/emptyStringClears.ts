import type { Tolerance } from './tolerance.ts'

/** `{"op": "Replace", "path": "title", "value": ""}`. */
export const emptyStringClears: Tolerance = {
  name: 'empty-string-clears',
  reason: 'An attribute is set to an empty text; it is cleared, which RFC 7643 §2.5 expresses by null or an empty list.',
  source: 'Entra ID, Okta.',
}
