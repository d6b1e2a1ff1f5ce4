import { findGuide, toExpectedCaller } from '#contract/guides/findGuide.ts'
import { toCertainty } from '#contract/guides/guide.ts'
import type { Caller, ProviderChoice } from '#contract/provider.ts'
import type { Proof, ProofState } from '#contract/setup.ts'
import { type Evidence, findExchange } from '../evidence.ts'
import { noProof, preferReal } from '../proof.ts'

/**
 * Step 2: the first request with a token in which the chosen provider was recognised. `seen` where only somebody else
 * called, or where nothing could name the provider. Where any provider may come, the first request with a token will do.
 */
export function proveRecognised(evidence: Evidence): Proof {
  const { provider } = evidence.connection
  const expected = provider && toExpectedCaller(provider)
  return preferReal(readRecognised(evidence, expected, { simulated: false }), () =>
    readRecognised(evidence, provider && isRecognisable(provider) ? expected : null, { simulated: true }),
  )
}

/**
 * @param expected null: no provider is chosen, or nothing names it, so that nobody can be recognised, and whatever the
 *   simulator acts out is a rehearsal;
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

/** False where it is not known whether a provider names itself: then the simulator does not either. */
const isRecognisable = (provider: ProviderChoice) => toCertainty(findGuide(provider).recognition.about) !== 'open'

/** Step 2 as a whole: a tick is the user's word, a recognised request is proof. */
export function toConnectionState({ connectionTicked }: { connectionTicked: boolean }, recognised: Proof): ProofState {
  if (recognised.state === 'waiting' && connectionTicked) return 'seen'
  return recognised.state
}
