import type { Certainty } from '#contract/guides/guide.ts'

/** How a claim is marked that the provider's own documents do not make. */
export const certaintyWords: Readonly<Record<Certainty, string>> = {
  captured: 'seen in use, not in its documents',
  secondHand: 'second-hand',
  open: 'not confirmed',
}
