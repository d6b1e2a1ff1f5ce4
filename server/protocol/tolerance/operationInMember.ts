import type { Tolerance } from './tolerance.ts'

/** `{"members": [{"value": "2d7e…", "operation": "delete"}]}`, as SCIM 1.1 had it. */
export const operationInMember: Tolerance = {
  name: 'operation-in-member',
  reason:
    'A PATCH lists members that each say whether they come or go; RFC 7644 §3.5.2 wants patch operations. They are read as such.',
  source: 'OneLogin, by its samples for SCIM 1.1.',
}
