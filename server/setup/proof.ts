import type { Action, ExchangeSummary } from '#contract/exchange.ts'
import type { Proof } from '#contract/setup.ts'
import type { Evidence } from './evidence.ts'

/** Nothing has arrived. */
export const noProof: Proof = { state: 'waiting', exchange: null, problem: null }

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

/** Proves that an action works: the newest success of it, or the newest attempt that failed. */
export function proveAction(evidence: Evidence, actions: readonly Action[]): Proof {
  return preferReal(readAttempts(evidence, actions, { simulated: false }), () =>
    readAttempts(evidence, actions, { simulated: true }),
  )
}

function readAttempts(evidence: Evidence, actions: readonly Action[], { simulated }: { simulated: boolean }): Proof {
  const { service, connection } = evidence
  const find = (succeeded: boolean, afterId = 0) =>
    service.stores.exchanges.newest(connection.id, {
      actions,
      simulated,
      succeeded,
      afterId,
      // Only a success with this connection's token proves anything; a refused attempt is one all the same.
      ...(succeeded && { authenticated: true }),
    })
  const good = find(true)
  const failed = find(false, good?.id)
  const exchange = good ?? failed
  if (!exchange) return noProof
  // A success may be odd all the same: a learner without a surname.
  const odd = good && good.explanationId !== null ? good : undefined
  return { state: good ? 'verified' : 'seen', exchange, problem: toProblem(evidence, failed ?? odd) }
}
