import type { Member } from '#contract/member.ts'

/** The address of the page of a learner or group; null where it is not known which of them it is. */
export function toResourcePath(connection: string, { id, resourceType }: Pick<Member, 'id' | 'resourceType'>): string | null {
  if (resourceType === null) return null
  return `/${connection}/learners/${resourceType === 'Group' ? 'groups/' : ''}${encodeURIComponent(id)}`
}
