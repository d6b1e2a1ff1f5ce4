import type { Tolerance } from './tolerance.ts'

/** `"value": {"value": "2d7e…"}` for members. */
export const valueWithoutList: Tolerance = {
  name: 'value-without-list',
  reason: 'A multi-valued attribute is sent as one value that is not in a list (RFC 7643 §2.4).',
  source: "OneLogin, where its JSON template has an object for emails; Microsoft's SCIM test collection.",
}
