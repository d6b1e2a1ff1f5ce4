import type { ResourceType, Schema } from '#contract/scim/schema.ts'
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

/** Every resource type of this service provider (RFC 7643 §6), as it is without custom extensions. */
export const resourceTypes: readonly ResourceType[] = [userType, groupType]

/** The resource type with custom extensions behind its own. */
export function withExtensions(type: ResourceType, extensions: readonly Schema[]): ResourceType {
  const added = extensions.map((schema) => ({ schema, required: false }))
  return { ...type, schemaExtensions: [...type.schemaExtensions, ...added] }
}

/**
 * The resource type of this name where users have these custom extensions. The same list gives the same type, so that it is made
 * once and not for each request, and whatever is kept by type is found again.
 */
export function getResourceType(name: ResourceType['name'], extensions: readonly Schema[]): ResourceType {
  if (name === 'Group') return groupType
  if (extensions.length === 0) return userType
  let type = extendedUsers.get(extensions)
  if (!type) {
    type = withExtensions(userType, extensions)
    extendedUsers.set(extensions, type)
  }
  return type
}

const extendedUsers = new WeakMap<readonly Schema[], ResourceType>()
