import type { ResourceType } from '#contract/scim/schema.ts'
import { enterpriseUserSchema } from './enterpriseUser.ts'
import { groupSchema } from './group.ts'
import { userSchema } from './user.ts'

/** Users, with the enterprise extension. */
export const userType: ResourceType = {
  name: 'User',
  endpoint: '/Users',
  description: 'The learners of the training platform.',
  schema: userSchema,
  schemaExtensions: [{ schema: enterpriseUserSchema, required: false }],
}

/** Groups, without an extension. */
export const groupType: ResourceType = {
  name: 'Group',
  endpoint: '/Groups',
  description: 'Groups of learners.',
  schema: groupSchema,
  schemaExtensions: [],
}

/** Every resource type of this service provider (RFC 7643 §6). */
export const resourceTypes: readonly ResourceType[] = [userType, groupType]
