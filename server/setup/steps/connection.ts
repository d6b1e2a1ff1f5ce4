import { toExpectedCaller } from '#contract/guides/findGuide.ts'
import type { Caller } from '#contract/provider.ts'
import type { Proof, ProofState } from '#contract/setup.ts'
import { type Evidence, findExchange } from '../evidence.ts'
import { noProof, preferReal } from '../proof.ts'

/**
 * Step 2: the first request with a token in which the chosen provider was recognised. `seen` where only somebody else
 * called. Without a certain provider to expect, the first request with a token will do.
 */
export function proveRecognised(evidence: Evidence): Proof {
  const { provider } = evidence.connection
  const expected = provider && toExpectedCaller(provider)
  return preferReal(readRecognised(evidence, expected, { simulated: false }), () =>
    readRecognised(evidence, expected, { simulated: true }),
  )
}

/**
 * @param expected null: no provider is chosen, so nobody can be recognised, and whatever the simulator acts out is a rehearsal;
 *   undefined: any caller will do
 */
function readRecognised(evidence: Evidence, expected: Caller | null | undefined, { simulated }: { simulated: boolean }): Proof {
  const first = { simulated, authenticated: true, oldest: true }
  const recognised =
    (expected !== null || simulated) && findExchange(evidence, { ...first, ...(expected && { caller: expected }) })
  if (recognised) return { state: 'verified', exchange: recognised, problem: null }
  // Whom the simulator acts out beside the chosen provider says nothing about the connection.
  const stranger = !simulated && findExchange(evidence, { simulated, authenticated: true })
  return stranger ? { state: 'seen', exchange: stranger, problem: null } : noProof
}

/** Step 2 as a whole: a tick is the user's word, a recognised request is proof. */
export function toConnectionState({ connectionTicked }: { connectionTicked: boolean }, recognised: Proof): ProofState {
  if (recognised.state === 'waiting' && connectionTicked) return 'seen'
  return recognised.state
}
