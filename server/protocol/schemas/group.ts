import type { Schema } from '#contract/scim/schema.ts'
import { urns } from '#contract/scim/urns.ts'
import { defineAttribute } from './defineAttribute.ts'

/** Who belongs to a group; kept apart from the other attributes. */
export const membersAttribute = defineAttribute('members', 'The users and groups in the group.', {
  type: 'complex',
  multiValued: true,
  subAttributes: [
    defineAttribute('value', 'The id of the member.', { required: true, mutability: 'immutable', caseExact: true }),
    defineAttribute('$ref', 'The URL of the member.', {
      type: 'reference',
      referenceTypes: ['User', 'Group'],
      mutability: 'immutable',
    }),
    defineAttribute('type', 'Which kind of resource the member is.', {
      mutability: 'immutable',
      canonicalValues: ['User', 'Group'],
    }),
    defineAttribute('display', 'The name of the member.', { mutability: 'readOnly' }),
  ],
})

/** The core Group (RFC 7643 §4.2). */
export const groupSchema: Schema = {
  id: urns.group,
  name: 'Group',
  description: 'Group',
  attributes: [
    defineAttribute('displayName', 'The name of the group; unique whatever its case.', { required: true, uniqueness: 'server' }),
    membersAttribute,
  ],
}
