import type { Mapping, ProofState } from '#contract/setup.ts'
import type { StoredConnection } from '../../storage/connectionStore.ts'

/**
 * Step 4: every required attribute arrived in real writes, and the three switches are on here. `rehearsed` where the
 * simulator had to fill in; `seen` where a part is there, or the user's tick alone.
 */
export function toProvisioningState({ settings, setup }: StoredConnection, mappings: readonly Mapping[]): ProofState {
  const required = mappings.filter((mapping) => mapping.required)
  const arrived = required.filter(({ state }) => state !== 'missing')
  const { create, update, deactivate } = settings.switches
  if (arrived.length === required.length && create && update && deactivate) {
    return required.every(({ state }) => state === 'seen') ? 'verified' : 'rehearsed'
  }
  return arrived.length > 0 || setup.provisioningTicked ? 'seen' : 'waiting'
}
