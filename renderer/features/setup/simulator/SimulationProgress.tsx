import Box from '@mui/material/Box'
import LinearProgress from '@mui/material/LinearProgress'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { Link as RouterLink } from 'react-router'
import type { SimulationRun, SimulatorMistake } from '#contract/setup.ts'
import { formatCount, formatNumber } from '../../../format.ts'
import { mistakeWords } from './mistakes.ts'
import { profileNames } from './profiles.ts'

interface SimulationProgressProps {
  readonly connection: string
  readonly simulation: SimulationRun
}

/** How far a run of the simulator is, or how it ended. Its end is spoken, each of its requests is not. */
export function SimulationProgress(props: SimulationProgressProps) {
  const { simulation } = props
  const isRunning = simulation.state === 'running'
  return (
    <>
      {isRunning ? <Running simulation={simulation} /> : null}
      <Box role="status">{isRunning ? null : <Ended {...props} />}</Box>
    </>
  )
}

function Running({ simulation }: Pick<SimulationProgressProps, 'simulation'>) {
  const { profile, sent, total, doing } = simulation
  return (
    <Box sx={{ minWidth: 0 }}>
      <LinearProgress
        variant="determinate"
        value={total === 0 ? 0 : (sent / total) * 100}
        aria-label={`Simulator: ${formatNumber(sent)} of ${formatNumber(total)} requests sent`}
        sx={{ borderRadius: 1, height: 6 }}
      />
      <Typography variant="body2" sx={{ mt: 0.5, color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
        {formatNumber(sent)} of {formatNumber(total)} requests sent as {profileNames[profile]}
      </Typography>
      <Typography variant="body2" noWrap sx={{ color: 'text.secondary', minHeight: '1.4em' }}>
        {doing === null ? null : `Now ${doing}`}
      </Typography>
    </Box>
  )
}

function Ended({ connection, simulation }: SimulationProgressProps) {
  const { profile, mistake, state, sent, message } = simulation
  const name = profileNames[profile]
  const count = formatCount(sent, 'request')
  if (state === 'failed') {
    return (
      <Typography variant="body2" sx={{ color: 'error.main' }}>
        The run as {name} failed after {count}. {message}
      </Typography>
    )
  }
  return (
    <Typography variant="body2">
      {state === 'cancelled'
        ? `Cancelled after ${count} sent as ${name}. What they made stays until it is removed. `
        : `${count} sent as ${name}. `}
      <Link component={RouterLink} to={`/${connection}/activity`}>
        See them in the activity
      </Link>
      {mistake === null || state === 'cancelled' ? null : <CameAbout connection={connection} mistake={mistake} />}
    </Typography>
  )
}

/** Where the cause and the click are said, on a line of its own. */
function CameAbout({ connection, mistake }: { readonly connection: string; readonly mistake: SimulatorMistake }) {
  const { name, step } = mistakeWords[mistake]
  return (
    <Box component="span" sx={{ display: 'block', mt: 0.5 }}>
      The mistake came about: {name}.{' '}
      <Link component={RouterLink} to={`/${connection}/errors`}>
        See what the error log says
      </Link>
      {step === 'endpoint' ? (
        <>
          {', or '}
          <Link component={RouterLink} to={`/${connection}/setup/endpoint`}>
            what step 3 says
          </Link>
        </>
      ) : null}
    </Box>
  )
}
