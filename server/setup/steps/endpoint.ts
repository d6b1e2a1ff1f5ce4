import { Action, type ExchangeSummary } from '#contract/exchange.ts'
import type { Proof } from '#contract/setup.ts'
import { type Evidence, findExchange, findRefused, listCurrentTokenIds } from '../evidence.ts'
import { findInsteadOfTest } from '../instead/connectionTest.ts'
import { noProof, preferReal, tellInstead, toProblem } from '../proof.ts'

/**
 * Step 3: a request that came in with a current token and found the endpoint, whatever became of it then. `seen` where
 * requests were refused, missed the endpoint, or came with a token that is about to end.
 */
export function proveConnectionTest(evidence: Evidence): Proof {
  const proof = preferReal(readReal(evidence), () => readRehearsed(evidence))
  const instead = findInsteadOfTest(evidence, proof)
  // A proof through another address stays one, and is to be looked at all the same.
  return proof.state === 'verified' ? { ...proof, instead } : tellInstead(proof, instead)
}

/** What the simulator reached with its own token, and what it was refused since, as where it makes a mistake on purpose. */
function readRehearsed(evidence: Evidence): Proof {
  const rehearsed = { simulated: true, authenticated: true, actions: placedActions }
  const first = findExchange(evidence, { ...rehearsed, oldest: true })
  const last = findExchange(evidence, rehearsed)
  const { exchanges } = evidence.service.stores
  const [refused] = [{ authenticated: false }, { authenticated: true, actions: ['unknown'] as const }]
    .map((kind) => ({ ...kind, simulated: true, succeeded: false, afterId: last?.id ?? 0 }))
    .flatMap((query) => exchanges.newest(evidence.connection.id, query) ?? [])
    .sort((left, right) => right.id - left.id)
  const exchange = first ?? refused
  if (!exchange) return noProof
  return { state: first ? 'verified' : 'seen', exchange, problem: toProblem(evidence, refused), instead: null }
}

/** What a request can mean that found the endpoint: one for a path that does not exist means nothing. */
const placedActions = Action.options.filter((action) => action !== 'unknown')

function readReal(evidence: Evidence): Proof {
  const { exchanges } = evidence.service.stores
  const tokenIds = listCurrentTokenIds(evidence)
  const withCurrentToken = { simulated: false, authenticated: true, tokenIds, actions: placedActions }
  const first = tokenIds.length > 0 && findExchange(evidence, { ...withCurrentToken, oldest: true })
  if (first) {
    const last = findExchange(evidence, withCurrentToken)
    // Later on strangers may knock; what stands in the way is what carried this connection's path.
    const refused = exchanges.newest(evidence.connection.id, {
      simulated: false,
      succeeded: false,
      authenticated: false,
      afterId: last?.id ?? first.id,
    })
    return { state: 'verified', exchange: first, problem: toProblem(evidence, refused), instead: null }
  }
  const [failed] = [findRefused(evidence), findMisplaced(evidence)]
    .filter((one) => one !== undefined)
    .sort((left, right) => right.id - left.id)
  const exchange = failed ?? findExchange(evidence, { simulated: false, authenticated: true })
  if (!exchange) return noProof
  const problem = failed ?? (exchange.explanationId === 'tokenEnding' ? exchange : undefined)
  return { state: 'seen', exchange, problem: toProblem(evidence, problem), instead: null }
}

/** With the right token a request may still miss the endpoint: a doubled or missing part of the URL. */
function findMisplaced({ service, connection }: Evidence): ExchangeSummary | undefined {
  return service.stores.exchanges.newest(connection.id, {
    simulated: false,
    succeeded: false,
    authenticated: true,
    actions: ['unknown'],
  })
}
