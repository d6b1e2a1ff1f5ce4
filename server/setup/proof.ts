import type { Action, ExchangeSummary } from '#contract/exchange.ts'
import type { Instead, Proof } from '#contract/setup.ts'
import type { Evidence } from './evidence.ts'

/** Nothing has arrived. */
export const noProof: Proof = { state: 'waiting', exchange: null, problem: null, instead: null }

/** Names a failed attempt as what stands in the way; null where there was none. */
export function toProblem({ explain }: Evidence, exchange: ExchangeSummary | undefined): Proof['problem'] {
  return exchange ? { exchange, explanation: explain(exchange) } : null
}

/** What the simulator did counts where no real request has come; it rehearses and never verifies. */
export function preferReal(real: Proof, readSimulated: () => Proof): Proof {
  if (real.state !== 'waiting') return real
  const simulated = readSimulated()
  return simulated.state === 'verified' ? { ...simulated, state: 'rehearsed' } : simulated
}

/** Says what came instead of the proof, where nothing has failed since. */
export function tellInstead(proof: Proof, instead: Instead | null): Proof {
  if (instead === null || proof.state === 'verified' || (proof.problem?.exchange.id ?? 0) > instead.exchange.id) return proof
  // What really came is not hidden by a rehearsal.
  const exchange = proof.state === 'seen' ? proof.exchange : instead.exchange
  return { ...proof, state: 'seen', exchange, instead }
}

/** The newest success of an action that came in with a token. */
type FindSuccess = (about: { readonly simulated: boolean }) => ExchangeSummary | undefined

/** Proves that an action works: the newest success of it, or the newest attempt that failed. */
export function proveAction(evidence: Evidence, action: Action, findSuccess?: FindSuccess): Proof {
  const { service, connection } = evidence
  const find: FindSuccess =
    findSuccess ??
    // Only a success with this connection's token proves anything; a refused attempt is one all the same.
    (({ simulated }) =>
      service.stores.exchanges.newest(connection.id, { actions: [action], simulated, succeeded: true, authenticated: true }))
  const read = (simulated: boolean) => readAttempts(evidence, action, { simulated, good: find({ simulated }) })
  return preferReal(read(false), () => read(true))
}

function readAttempts(
  evidence: Evidence,
  action: Action,
  { simulated, good }: { simulated: boolean; good: ExchangeSummary | undefined },
): Proof {
  const { service, connection } = evidence
  const failed = service.stores.exchanges.newest(connection.id, {
    actions: [action],
    simulated,
    succeeded: false,
    afterId: good?.id ?? 0,
  })
  const exchange = good ?? failed
  if (!exchange) return noProof
  // A success may be odd all the same: a learner without a surname.
  const odd = good && good.explanationId !== null ? good : undefined
  return { state: good ? 'verified' : 'seen', exchange, problem: toProblem(evidence, failed ?? odd), instead: null }
}
