import type { Tolerance } from './tolerance.ts'

/** `http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group`. */
export const unknownSchema: Tolerance = {
  name: 'unknown-schema',
  reason: 'The schemas attribute lists a URI that this service does not define (RFC 7643 §3); it is ignored.',
  source: 'Entra ID, for groups.',
}
