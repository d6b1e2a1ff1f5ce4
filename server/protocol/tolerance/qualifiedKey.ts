import type { Tolerance } from './tolerance.ts'

/** `{"name.familyName": "Berg"}`, or a key that is a URN with an attribute, or a value path. */
export const qualifiedKey: Tolerance = {
  name: 'qualified-key',
  reason: 'A value names an attribute by a path, with dots or a schema URN, where RFC 7644 §3.5.2 has nested objects.',
  source: 'Entra ID with the aadOptscim062020 flag.',
}
