import type { ExchangeSummary } from '#contract/exchange.ts'
import type { Caller } from '#contract/provider.ts'
import type { Proof, ProofState } from '#contract/setup.ts'
import type { Evidence } from '../evidence.ts'
import { findInsteadOfArchive } from '../instead/archive.ts'
import { findInsteadOfCreate } from '../instead/create.ts'
import { findInsteadOfUpdate } from '../instead/update.ts'
import { noProof, preferReal, proveAction, tellInstead } from '../proof.ts'

/** Those who delete a user where others deactivate one. */
const deactivatesByDelete: readonly Caller[] = ['authentik']

/** Step 5, create. */
export function proveCreated(evidence: Evidence): Proof {
  const created = proveAction(evidence, 'created')
  return created.state === 'verified' ? created : tellInstead(created, findInsteadOfCreate(evidence))
}

/** Step 5, update: one that changed something. */
export function proveUpdated(evidence: Evidence): Proof {
  const { traces } = evidence.service.stores
  const updated = proveAction(evidence, 'updated', (about) => traces.newestEffect(evidence.connection.id, about))
  return updated.state === 'verified' ? updated : tellInstead(updated, findInsteadOfUpdate(evidence))
}

/** Step 5, deactivate. */
export function proveArchived(evidence: Evidence): Proof {
  const archived = proveAction(evidence, 'archived')
  if (archived.state === 'verified') return archived
  const byDelete = (simulated: boolean): Proof => {
    const deleted = findDeleted(evidence, { simulated })
    return deleted ? { state: 'verified', exchange: deleted, problem: null, instead: null } : noProof
  }
  const real = byDelete(false)
  if (real.state === 'verified') return real
  const proof = archived.state === 'waiting' ? preferReal(real, () => byDelete(true)) : archived
  return tellInstead(proof, findInsteadOfArchive(evidence))
}

/** The newest delete of a user by one of those. */
function findDeleted({ service, connection }: Evidence, { simulated }: { simulated: boolean }): ExchangeSummary | undefined {
  return deactivatesByDelete
    .map((caller) => ({ actions: ['deleted'] as const, caller, simulated, succeeded: true, authenticated: true }))
    .map((query) => service.stores.exchanges.newest(connection.id, query))
    .find((deleted) => deleted?.resourceType === 'User')
}

/** Step 5 as a whole: as far as the least proven of the three. */
export function toTestState(proofs: readonly Proof[]): ProofState {
  const states = proofs.map(({ state }) => state)
  if (states.every((state) => state === 'verified')) return 'verified'
  if (states.every((state) => state === 'verified' || state === 'rehearsed')) return 'rehearsed'
  return states.some((state) => state !== 'waiting') ? 'seen' : 'waiting'
}
