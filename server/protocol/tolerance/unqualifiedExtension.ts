import type { Tolerance } from './tolerance.ts'

/** `"manager": "…"` or `"department": "…"` at the top of a value. */
export const unqualifiedExtension: Tolerance = {
  name: 'unqualified-extension',
  reason: 'An attribute of an extension stands among the core attributes; RFC 7643 §3.3 wants it under the URN of the extension.',
  source: 'Entra ID (manager).',
}
