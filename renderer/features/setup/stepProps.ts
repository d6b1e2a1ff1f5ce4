import type { Guide } from '#contract/guides/guide.ts'
import type { SetupState } from '#contract/setup.ts'

/** What every step of the wizard is given. */
export interface StepProps {
  readonly state: SetupState
  readonly guide: Guide
  /** The token just made, while it is still shown; it is nowhere else. */
  readonly freshToken: string | null
  readonly onTokenIssued: (secret: string) => void
  /** The user has stored the fresh token: it is forgotten here. */
  readonly onTokenStored: () => void
}
