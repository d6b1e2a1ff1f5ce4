import type { Tolerance } from './tolerance.ts'

/** `"Operations": []`. */
export const emptyOperations: Tolerance = {
  name: 'empty-operations',
  reason: 'A PATCH holds no operations; RFC 7644 §3.5.2 wants one or more. Nothing is changed.',
  source: 'Entra ID.',
}
