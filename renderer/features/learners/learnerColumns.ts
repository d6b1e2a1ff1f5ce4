import type { LearnerSort } from '#contract/learner.ts'

/** A column of the roster. */
interface Column {
  readonly label: string
  /** What a click on its head sorts by. */
  readonly sort?: LearnerSort
  readonly align?: 'left' | 'right'
  readonly sx: object
}

const fromSm = { display: { xs: 'none', sm: 'table-cell' } }
const fromMd = { display: { xs: 'none', md: 'table-cell' } }
const fromLg = { display: { xs: 'none', lg: 'table-cell' } }

/** From which width each column is shown, and how wide it is then; names take what is left. */
export const columns = [
  { label: 'Name', sort: 'name', sx: {} },
  { label: 'userName', sort: 'userName', sx: fromSm },
  { label: 'Status', sort: 'status', sx: { width: 120 } },
  { label: 'Department', sx: { ...fromLg, width: '12%' } },
  { label: 'Groups', align: 'right', sx: { ...fromLg, width: 72 } },
  { label: 'Last change', sort: 'lastChange', sx: { ...fromSm, width: 132 } },
  { label: 'Last success', sx: { ...fromMd, width: 132 } },
  { label: 'Last failure', sx: { ...fromSm, width: 132 } },
] as const satisfies readonly Column[]
