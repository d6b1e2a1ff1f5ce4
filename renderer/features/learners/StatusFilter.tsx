import Box from '@mui/material/Box'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import type { LearnerPage, LearnerStatus } from '#contract/learner.ts'
import { formatNumber } from '../../format.ts'

interface StatusFilterProps {
  readonly counts: LearnerPage['counts'] | undefined
  /** undefined: all. */
  readonly status: LearnerStatus | undefined
  readonly onChange: (status: LearnerStatus | undefined) => void
}

const choices = [
  { status: undefined, label: 'All' },
  { status: 'active', label: 'Active' },
  { status: 'archived', label: 'Archived' },
  { status: 'deleted', label: 'Deleted' },
] as const

/** Which learners, with how many there are of each kind. */
export function StatusFilter({ counts, status, onChange }: StatusFilterProps) {
  const all = counts && counts.active + counts.archived + counts.deleted
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      value={status ?? 'all'}
      aria-label="Status"
      sx={{ height: { sm: 34 }, width: { xs: '100%', sm: 'auto' } }}
    >
      {choices.map((choice) => {
        const count = choice.status === undefined ? all : counts?.[choice.status]
        return (
          <ToggleButton
            key={choice.label}
            value={choice.status ?? 'all'}
            onClick={() => onChange(choice.status)}
            sx={{
              flex: { xs: 1, sm: 'none' },
              flexDirection: { xs: 'column', sm: 'row' },
              px: { xs: 0.5, sm: 1.25 },
              py: { xs: 0.5, sm: 0 },
              columnGap: 0.75,
              fontSize: '0.8125rem',
            }}
          >
            {choice.label}
            <Box
              component="span"
              sx={{ fontWeight: 400, color: 'text.secondary', fontVariantNumeric: 'tabular-nums', minWidth: 8 }}
            >
              {count === undefined ? '' : formatNumber(count)}
            </Box>
          </ToggleButton>
        )
      })}
    </ToggleButtonGroup>
  )
}
