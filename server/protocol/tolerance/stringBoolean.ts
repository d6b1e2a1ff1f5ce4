import type { Tolerance } from './tolerance.ts'

/** `"active": "False"`. */
export const stringBoolean: Tolerance = {
  name: 'string-boolean',
  reason: 'A boolean is sent as the text "True" or "False"; RFC 7643 §2.3.2 wants a JSON boolean.',
  source: 'Entra ID without the aadOptscim062020 flag, Keycloak.',
}
