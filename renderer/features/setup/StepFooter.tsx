import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import { Link as RouterLink } from 'react-router'
import type { Guide } from '#contract/guides/guide.ts'
import type { SetupState } from '#contract/setup.ts'
import type { SetupStep } from './setupSteps.ts'

interface StepFooterProps {
  readonly state: SetupState
  readonly guide: Guide
  readonly step: SetupStep
  readonly previous: SetupStep | undefined
  readonly next: SetupStep | undefined
  readonly onSelect: (step: SetupStep) => void
}

/** Back and Continue. Continue says what blocks it, or what stays open when the step is passed over. */
export function StepFooter({ state, guide, step, previous, next, onSelect }: StepFooterProps) {
  const blocker = step.findBlocker(state)
  const remark = blocker ?? (step.isComplete(state) ? undefined : step.openEnd(guide))
  const remarkId = useId()
  return (
    <Box
      component="footer"
      sx={{
        position: 'sticky',
        // Above the labels of text fields, which float.
        zIndex: 2,
        bottom: 0,
        px: { xs: 2, sm: 3 },
        py: 1.5,
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 1.5,
        borderTop: 1,
        borderColor: 'divider',
        bgcolor: 'background.paper',
      }}
    >
      {previous ? (
        <Button color="inherit" variant="outlined" sx={{ borderColor: 'divider' }} onClick={() => onSelect(previous)}>
          Back
        </Button>
      ) : null}
      <Typography
        id={remarkId}
        variant="body2"
        sx={{
          flex: { xs: '1 0 100%', sm: '1 1 160px' },
          order: { xs: -1, sm: 0 },
          textAlign: { sm: 'right' },
          color: blocker ? 'warning.main' : 'text.secondary',
        }}
      >
        {remark ?? (next ? 'This step is done.' : 'All that this setup can prove is proven.')}
      </Typography>
      {next ? (
        <Button
          variant="contained"
          aria-disabled={blocker !== undefined}
          aria-describedby={remarkId}
          onClick={() => blocker === undefined && onSelect(next)}
          sx={{ opacity: blocker === undefined ? 1 : 0.5, minWidth: 96, ml: { xs: 'auto', sm: 0 } }}
        >
          Continue
        </Button>
      ) : (
        <Button variant="contained" component={RouterLink} to={`/${state.connection.slug}/activity`}>
          Watch the activity
        </Button>
      )}
    </Box>
  )
}
