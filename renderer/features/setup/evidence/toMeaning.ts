import type { ProofState } from '#contract/setup.ts'
import type { Meaning } from '../../../components/meaning.ts'

/** The meaning of a state of proof. Rehearsed never looks like proven. */
export function toMeaning(state: ProofState): Meaning {
  return state === 'verified' ? 'proven' : state
}
