import type { Attributes } from '#contract/scim/resource.ts'
import type { ResourceType } from '#contract/scim/schema.ts'

/**
 * The attributes after a change that says nothing of `active`, or takes it away: it stays what it was. Only a true brings an archived
 * learner back.
 */
export function keepActive(attributes: Attributes, { before, type }: { before: Attributes; type: ResourceType }): Attributes {
  const { active } = before
  return type.name !== 'User' || active === undefined || attributes['active'] !== undefined
    ? attributes
    : { ...attributes, active }
}
