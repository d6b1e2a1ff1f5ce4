import type { TokenInfo } from '#contract/connection.ts'
import type { ProofState } from '#contract/setup.ts'
import type { StoredSetup } from '../../storage/connectionStore.ts'

/**
 * Step 1 is proven by the user alone: there is a token, and the user says it is stored. The token labelled
 * *environment* came from the user in the first place.
 */
export function toCredentialsState({ tokenStored }: StoredSetup, tokens: readonly TokenInfo[]): ProofState {
  const usable = tokens.filter(({ status }) => status === 'active' || status === 'ending')
  const isStored = usable.some(({ kind }) => kind === 'environment' || (kind === 'screen' && tokenStored))
  return isStored ? 'verified' : 'waiting'
}
