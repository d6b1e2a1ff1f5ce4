import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { Link as RouterLink } from 'react-router'
import type { SetupState } from '#contract/setup.ts'
import { Timestamp } from '../../../components/Timestamp.tsx'

/** What reached the endpoint last, or that nothing has. */
export function LastArrival({ state }: { readonly state: SetupState }) {
  const { lastArrival, connection } = state
  if (lastArrival === null) {
    return (
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        Nothing has reached this endpoint yet.
      </Typography>
    )
  }
  return (
    <Typography variant="body2" sx={{ color: 'text.secondary' }}>
      Last request: <Timestamp at={lastArrival.at} />{' '}
      <Link component={RouterLink} to={`/${connection.slug}/activity/${lastArrival.exchange.id}`}>
        <bdi>{lastArrival.exchange.sentence}</bdi>
      </Link>
      {lastArrival.exchange.simulation === null ? null : ' (simulated)'}
    </Typography>
  )
}
