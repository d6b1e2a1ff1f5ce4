import type { Tolerance } from './tolerance.ts'

/** `{"op": "Remove", "path": "members", "value": [{"value": "2d7e…"}]}`. */
export const removeListedValues: Tolerance = {
  name: 'remove-listed-values',
  reason: 'A remove carries a list of values; RFC 7644 §3.5.2.2 knows none and would remove all. Only those listed are removed.',
  source: 'Entra ID, authentik.',
}
