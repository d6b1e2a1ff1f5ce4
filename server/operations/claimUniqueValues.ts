import type { Attributes, StoredResource } from '#contract/scim/resource.ts'
import type { ResourceType } from '#contract/scim/schema.ts'
import { listUniqueValues, type UniqueValue } from '../protocol/uniqueValues.ts'
import type { OperationContext } from './context.ts'

/**
 * Claims the values of custom attributes that no other learner may have, for a resource that was just written.
 *
 * @param before what the resource had; undefined where it is new
 * @throws ScimError uniqueness (409), which undoes the write as well
 */
export function claimUniqueValues(
  { connection, service }: Pick<OperationContext, 'connection' | 'service'>,
  type: ResourceType,
  { stored, before }: { stored: StoredResource; before?: Attributes },
): void {
  const values = listUniqueValues(stored.attributes, type)
  const former = before ? listUniqueValues(before, type) : []
  const isSame = values.length === former.length && values.every((one, index) => isSameClaim(one, former[index]))
  if (!isSame) service.stores.uniqueValues.claim(connection.id, stored.seq, values)
}

/** The key alone does not tell: a value may have moved to another attribute. */
const isSameClaim = (one: UniqueValue, other: UniqueValue | undefined): boolean =>
  one.key === other?.key && one.path === other.path && one.urn === other.urn
