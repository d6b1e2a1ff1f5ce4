import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { IgnoredCause } from '#contract/ignoredCause.ts'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { StatusChip } from '../../components/StatusChip.tsx'
import { Timestamp } from '../../components/Timestamp.tsx'
import { formatCount, formatNumber } from '../../format.ts'
import { CauseFrame } from './CauseFrame.tsx'
import { useIgnore } from './useIgnore.ts'

interface IgnoredCardProps {
  readonly connection: string
  readonly ignoredKey: string
  readonly title: string
  readonly ignored: IgnoredCause
  /** How many requests it is about. */
  readonly count: number
  /** Those requests in the activity list; undefined where there are none. */
  readonly to: string | undefined
  /** At the end of the line of buttons. */
  readonly route?: ReactNode
}

/** A cause or a finding that was set aside: why, by whom and when, and what has happened since. */
export function IgnoredCard({ connection, ignoredKey, title, ignored, count, to, route }: IgnoredCardProps) {
  const { heed } = useIgnore(connection, ignoredKey)
  const { note, by, at, newCount } = ignored
  return (
    <CauseFrame
      meaning="neutral"
      title={title}
      chips={newCount > 0 && <StatusChip meaning="attention">{`${formatNumber(newCount)} new since`}</StatusChip>}
    >
      <Box>
        <Typography variant="body2" sx={{ maxWidth: 720, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {note}
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
          Ignored {by !== '' && `by ${by}, `}
          <Timestamp at={at} />
        </Typography>
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <Button
          variant="outlined"
          color="inherit"
          sx={{ borderColor: 'divider' }}
          disabled={heed.isPending}
          onClick={() => heed.mutate()}
        >
          Take back
        </Button>
        {to !== undefined && (
          <Button component={Link} to={to}>
            Show {count === 1 ? 'the request' : formatCount(count, 'request')}
          </Button>
        )}
        {route}
      </Box>
      {heed.error && <ErrorNotice title="It could not be taken back" error={heed.error} />}
    </CauseFrame>
  )
}
