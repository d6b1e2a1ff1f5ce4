import type { Tolerance } from './tolerance.ts'

/** `"manager": "2d7e…"`, `"members": ["2d7e…"]`. */
export const plainValue: Tolerance = {
  name: 'plain-value',
  reason: 'A plain value stands where an object is due (RFC 7643 §2.3.8); it is taken as its "value".',
  source: 'Entra ID (manager).',
}
