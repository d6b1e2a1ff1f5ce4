import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { Link } from 'react-router'
import type { Connection } from '#contract/connection.ts'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { StatusChip } from '../../components/StatusChip.tsx'
import { Timestamp } from '../../components/Timestamp.tsx'
import { toHindrance, toProgress, toProviderName } from '../../connectionWords.ts'
import { monospace } from '../../theme.ts'
import { useService } from '../../useService.ts'
import { useChangeConnection } from './useConnections.ts'

/** What the page asks about a connection in a dialog. */
export type Question = 'rename' | 'duplicate' | 'delete'

interface ConnectionCardProps {
  readonly connection: Connection
  readonly isCurrent: boolean
  readonly isOnly: boolean
  readonly onAsk: (question: Question) => void
}

/** One connection: how it is doing, and what can be done with it. */
export function ConnectionCard({ connection, isCurrent, isOnly, onAsk }: ConnectionCardProps) {
  const { slug, name, settings } = connection
  const change = useChangeConnection(slug)
  return (
    <Box
      component="article"
      aria-label={name}
      sx={{ border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper', p: 2, display: 'grid', gap: 1.5 }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 1 }}>
        <Box sx={{ flex: '1 1 260px', minWidth: 0 }}>
          <Typography variant="h2" sx={{ overflowWrap: 'anywhere' }}>
            {name}
            {isCurrent && (
              <Box component="span" sx={{ fontWeight: 400, fontSize: '0.8125rem', color: 'text.secondary' }}>
                {' '}
                · shown now
              </Box>
            )}
          </Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
            {toProviderName(connection)} ·{' '}
            <Box component="span" sx={{ fontFamily: monospace, fontSize: '0.75rem' }}>
              /{slug}/scim/v2
            </Box>
          </Typography>
        </Box>
        <State connection={connection} />
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Button component={Link} to={`/${slug}/setup`} variant="outlined" aria-label={`Open ${name}`}>
          Open
        </Button>
        <Button color="inherit" aria-label={`Rename ${name}`} onClick={() => onAsk('rename')}>
          Rename
        </Button>
        <Button color="inherit" aria-label={`Duplicate ${name}`} onClick={() => onAsk('duplicate')}>
          Duplicate
        </Button>
        <Button
          color="inherit"
          aria-label={`${settings.paused ? 'Resume' : 'Pause'} ${name}`}
          disabled={change.isPending}
          onClick={() => change.mutate({ settings: { paused: !settings.paused } })}
        >
          {settings.paused ? 'Resume' : 'Pause'}
        </Button>
        <Box sx={{ flex: 1 }} />
        {isOnly ? (
          <Typography variant="caption" sx={{ color: 'text.secondary' }}>
            The only connection cannot be deleted.
          </Typography>
        ) : (
          <Button color="error" aria-label={`Delete ${name}`} onClick={() => onAsk('delete')}>
            Delete…
          </Button>
        )}
      </Box>
      {settings.paused && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          Every request is answered 503 with Retry-After, and the provider tries again later.
        </Typography>
      )}
      {change.error && <ErrorNotice title="The connection could not be changed" error={change.error} />}
    </Box>
  )
}

function State({ connection }: { readonly connection: Connection }) {
  const setup = useService('getSetup', { params: { connection: connection.slug } }).data
  const hindrance = toHindrance(connection)
  const progress = setup && toProgress(setup)
  return (
    <Box sx={{ display: 'grid', gap: 0.5, justifyItems: { xs: 'start', sm: 'end' }, alignContent: 'start', minHeight: 48 }}>
      <Box sx={{ display: 'flex', gap: 0.5, flexWrap: 'wrap' }}>
        {hindrance !== undefined && <StatusChip meaning="attention">{hindrance}</StatusChip>}
        {progress && <StatusChip meaning={progress.meaning}>{`${progress.word} proven`}</StatusChip>}
      </Box>
      {setup && (
        <Typography variant="caption" sx={{ color: 'text.secondary' }}>
          {setup.lastArrival ? (
            <>
              Last request <Timestamp at={setup.lastArrival.at} />
            </>
          ) : (
            'No request yet'
          )}
        </Typography>
      )}
    </Box>
  )
}
