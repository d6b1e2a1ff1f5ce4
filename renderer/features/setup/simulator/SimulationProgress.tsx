import Box from '@mui/material/Box'
import LinearProgress from '@mui/material/LinearProgress'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { Link as RouterLink } from 'react-router'
import type { SimulationRun } from '#contract/console.ts'
import { formatCount } from '../../../format.ts'
import { profileNames } from './profiles.ts'

interface SimulationProgressProps {
  readonly connection: string
  readonly simulation: SimulationRun
}

/** How far a run of the simulator is, or how it ended. */
export function SimulationProgress({ connection, simulation }: SimulationProgressProps) {
  const { profile, state, sent, total, message } = simulation
  const name = profileNames[profile]
  if (state === 'failed') {
    return (
      <Typography variant="body2" sx={{ color: 'error.main' }}>
        The run as {name} failed after {formatCount(sent, 'request')}. {message}
      </Typography>
    )
  }
  if (state === 'finished') {
    return (
      <Typography variant="body2">
        {formatCount(sent, 'request')} sent as {name}.{' '}
        <Link component={RouterLink} to={`/${connection}/activity`}>
          See them in the activity
        </Link>
      </Typography>
    )
  }
  return (
    <Box>
      <LinearProgress
        variant="determinate"
        value={total === 0 ? 0 : (sent / total) * 100}
        aria-label={`Simulator: ${sent} of ${total} requests sent`}
        sx={{ borderRadius: 1, height: 6 }}
      />
      <Typography variant="body2" sx={{ mt: 0.5, color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
        {sent} of {total} requests sent as {name}
      </Typography>
    </Box>
  )
}
