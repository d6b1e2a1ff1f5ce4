import type { ExchangeSummary } from '#contract/exchange.ts'
import type { Caller } from '#contract/provider.ts'
import type { Proof, ProofState } from '#contract/setup.ts'
import type { Evidence } from '../evidence.ts'
import { proveAction } from '../proof.ts'

/** Those who delete a user where others deactivate one. */
const deactivatesByDelete: readonly Caller[] = ['authentik']

/** Step 5, create. A real look-up that found nobody is what providers do just before they create. */
export function proveCreated(evidence: Evidence): Proof {
  const created = proveAction(evidence, ['created'])
  if (created.state !== 'waiting' && created.state !== 'rehearsed') return created
  const { exchanges } = evidence.service.stores
  const lookUp = exchanges.newest(evidence.connection.id, {
    actions: ['lookedUp'],
    simulated: false,
    succeeded: true,
    authenticated: true,
  })
  if (lookUp?.resourceType !== 'User' || !foundNobody(exchanges.get(lookUp.id)?.response.body)) return created
  return { state: 'seen', exchange: lookUp, problem: null }
}

function foundNobody(body: string | null | undefined): boolean {
  return /"totalResults"\s*:\s*0\b/.test(body ?? '')
}

/** Step 5, update. */
export function proveUpdated(evidence: Evidence): Proof {
  return proveAction(evidence, ['updated'])
}

/** Step 5, deactivate. */
export function proveArchived(evidence: Evidence): Proof {
  const archived = proveAction(evidence, ['archived'])
  if (archived.state === 'verified') return archived
  const real = findDeleted(evidence, { simulated: false })
  if (real) return { state: 'verified', exchange: real, problem: null }
  const rehearsed = archived.state === 'waiting' ? findDeleted(evidence, { simulated: true }) : undefined
  return rehearsed ? { state: 'rehearsed', exchange: rehearsed, problem: null } : archived
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
