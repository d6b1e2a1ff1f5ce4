import type { LearnerStatus } from '#contract/learner.ts'
import type { Meaning } from '../../components/meaning.ts'

/** How each status is named and shaped. */
export const statusViews: Readonly<Record<LearnerStatus, { readonly label: string; readonly meaning: Meaning }>> = {
  active: { label: 'Active', meaning: 'proven' },
  archived: { label: 'Archived', meaning: 'attention' },
  deleted: { label: 'Deleted', meaning: 'neutral' },
}
