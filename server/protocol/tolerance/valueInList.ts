import type { Tolerance } from './tolerance.ts'

/** `"manager": [{"value": "…"}]`, `"value": ["Security"]`. */
export const valueInList: Tolerance = {
  name: 'value-in-list',
  reason: 'A single value is wrapped in a list of one; the attribute is not multi-valued (RFC 7643 §2.4).',
  source: 'Entra ID.',
}
