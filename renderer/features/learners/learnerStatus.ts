import type { HistoryStatus } from '#contract/history.ts'
import type { Meaning } from '../../components/meaning.ts'

/** How each status is named and shaped. */
export const statusViews: Readonly<Record<HistoryStatus, { readonly label: string; readonly meaning: Meaning }>> = {
  active: { label: 'Active', meaning: 'proven' },
  archived: { label: 'Archived', meaning: 'attention' },
  deleted: { label: 'Deleted', meaning: 'neutral' },
  absent: { label: 'Not here yet', meaning: 'neutral' },
  unknown: { label: 'Not kept', meaning: 'neutral' },
}
