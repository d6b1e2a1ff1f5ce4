import type { Tolerance } from './tolerance.ts'

/** `{"value": "{\"id\":\"…\",\"value\":\"Admin\",\"displayName\":\"Admin\"}"}`. */
export const jsonInRole: Tolerance = {
  name: 'json-in-role',
  reason: 'The value of a role is an object written as JSON text; RFC 7643 §4.1.2 has plain sub-attributes.',
  source: 'Entra ID with AppRoleAssignmentsComplex.',
}
