import type { TokenInfo } from '#contract/connection.ts'

/** The tokens that a provider may use now; not those of the simulator. Newest first. */
export function usableTokens(tokens: readonly TokenInfo[]): readonly TokenInfo[] {
  return tokens.filter((token) => token.kind !== 'simulator' && (token.status === 'active' || token.status === 'ending'))
}
