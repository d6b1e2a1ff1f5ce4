import type { Tolerance } from './tolerance.ts'

/**
 * `{"op": "add", "path": "members", "value": [{"value": "someone-never-sent"}]}`. Off at first: a member that is passed over is
 * missing later, and only a refusal tells the provider so.
 */
export const unknownMember: Tolerance = {
  name: 'unknown-member',
  reason: 'A group was given a member that does not exist, who was passed over; RFC 7643 §4.2 wants the id of a User or Group.',
  source: "Providers that send a group before its members, Microsoft's SCIM test collection.",
  comesOff: true,
}
