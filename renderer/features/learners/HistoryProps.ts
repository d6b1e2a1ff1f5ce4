import type { HistoryEvent, HistoryState } from '#contract/history.ts'
import type { Moments } from './useHistory.ts'

/** What every part of a history is given. */
export interface HistoryProps {
  readonly connection: string
  /** Whose history it is. */
  readonly resource: string
  readonly resourceType: HistoryState['resourceType']
  /** Those that were read so far, newest first. */
  readonly events: readonly HistoryEvent[]
  readonly moments: Moments
  readonly onChange: (by: Moments) => void
}
