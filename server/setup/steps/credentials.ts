import type { TokenInfo } from '#contract/connection.ts'
import type { ProofState } from '#contract/setup.ts'
import { type Evidence, findExchange } from '../evidence.ts'

/**
 * Step 1 is proven by the user alone: there is a token, and the user says it is stored. The token labelled
 * *environment* came from the user in the first place. The simulator rehearses it with URL and token of its own.
 */
export function toCredentialsState(evidence: Evidence, tokens: readonly TokenInfo[]): ProofState {
  const usable = tokens.filter(({ status }) => status === 'active' || status === 'ending')
  const { tokenStored } = evidence.connection.setup
  const isStored = usable.some(({ kind }) => kind === 'environment' || (kind === 'screen' && tokenStored))
  if (isStored) return 'verified'
  return findExchange(evidence, { simulated: true, authenticated: true }) ? 'rehearsed' : 'waiting'
}
