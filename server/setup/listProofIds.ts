import type { Proof, SetupState } from '#contract/setup.ts'

/** The exchanges that what is verified or rehearsed rests on, and the last arrival: without them a proven step would turn back. */
export function listProofIds(state: SetupState): number[] {
  const { recognised, connectionTest, created, updated, archived, mappings, lastArrival } = state
  const ids = [
    ...[recognised, connectionTest, created, updated, archived].filter(isProven).map(({ exchange }) => exchange?.id),
    ...mappings.map(({ exchangeId }) => exchangeId),
    lastArrival?.exchange.id,
  ]
  return [...new Set(ids.filter((id) => typeof id === 'number'))]
}

function isProven({ state }: Proof): boolean {
  return state === 'verified' || state === 'rehearsed'
}
