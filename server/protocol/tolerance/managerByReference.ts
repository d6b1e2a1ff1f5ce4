import type { Tolerance } from './tolerance.ts'

/** `manager.$ref`, or a manager that is only `{"$ref": "…/Users/2d7e…"}`. */
export const managerByReference: Tolerance = {
  name: 'manager-by-reference',
  reason: 'The manager is named by $ref alone; RFC 7643 §4.3 has the id in value. The id is taken from the end of the URL.',
  source: 'Entra ID.',
}
