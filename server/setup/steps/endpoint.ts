import type { Proof } from '#contract/setup.ts'
import { type Evidence, findExchange, findRefused, listCurrentTokenIds } from '../evidence.ts'
import { noProof, preferReal, toProblem } from '../proof.ts'

/**
 * Step 3: a request that came in with a current token, whatever became of it then. `seen` where requests were refused,
 * or came with a token that is about to end.
 */
export function proveConnectionTest(evidence: Evidence): Proof {
  return preferReal(readReal(evidence), () => {
    const exchange = findExchange(evidence, { simulated: true, authenticated: true, oldest: true })
    return exchange ? { state: 'verified', exchange, problem: null } : noProof
  })
}

function readReal(evidence: Evidence): Proof {
  const tokenIds = listCurrentTokenIds(evidence)
  const withCurrentToken = { simulated: false, authenticated: true, tokenIds }
  const first = tokenIds.length > 0 && findExchange(evidence, { ...withCurrentToken, oldest: true })
  if (first) {
    const last = findExchange(evidence, withCurrentToken)
    const { exchanges } = evidence.service.stores
    // Later on strangers may knock; what stands in the way is what carried this connection's path.
    const refused = exchanges.newest(evidence.connection.id, {
      simulated: false,
      succeeded: false,
      authenticated: false,
      afterId: last?.id ?? first.id,
    })
    return { state: 'verified', exchange: first, problem: toProblem(evidence, refused) }
  }
  const refused = findRefused(evidence)
  const exchange = refused ?? findExchange(evidence, { simulated: false, authenticated: true })
  return exchange ? { state: 'seen', exchange, problem: toProblem(evidence, refused) } : noProof
}
