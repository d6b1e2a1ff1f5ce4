import { Action, type ExchangeSummary } from '#contract/exchange.ts'
import type { Proof } from '#contract/setup.ts'
import { type Evidence, findExchange, findRefused, listCurrentTokenIds } from '../evidence.ts'
import { noProof, preferReal, toProblem } from '../proof.ts'

/**
 * Step 3: a request that came in with a current token and found the endpoint, whatever became of it then. `seen` where
 * requests were refused, missed the endpoint, or came with a token that is about to end.
 */
export function proveConnectionTest(evidence: Evidence): Proof {
  return preferReal(readReal(evidence), () => {
    const exchange = findExchange(evidence, { simulated: true, authenticated: true, oldest: true })
    return exchange ? { state: 'verified', exchange, problem: null } : noProof
  })
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
    return { state: 'verified', exchange: first, problem: toProblem(evidence, refused) }
  }
  const failed = findRefused(evidence) ?? findMisplaced(evidence)
  const exchange = failed ?? findExchange(evidence, { simulated: false, authenticated: true })
  return exchange ? { state: 'seen', exchange, problem: toProblem(evidence, failed) } : noProof
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
