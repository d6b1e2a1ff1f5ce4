import type { Tolerance } from './tolerance.ts'

/** `emails[type eq "work"].value eq "maya@example.com"`. */
export const valuePathComparison: Tolerance = {
  name: 'value-path-comparison',
  reason: 'A filter compares a sub-attribute after a value path; RFC 7644 §3.4.2.2 allows that in the path of a PATCH only.',
  source: 'Entra ID, where the matching attribute is an e-mail address.',
}
