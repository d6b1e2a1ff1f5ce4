import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { Link as RouterLink } from 'react-router'
import type { SwitchStanding } from '#contract/setup.ts'
import { MeaningIcon } from '../../../components/MeaningIcon.tsx'
import { Timestamp } from '../../../components/Timestamp.tsx'
import { Words } from '../../../components/Words.tsx'

interface StandingNoteProps {
  readonly connection: string
  readonly standing: SwitchStanding
}

/** Below a switch: that it does not fit what arrives, and which switch to turn where. Nothing where it fits. */
export function StandingNote({ connection, standing }: StandingNoteProps) {
  const { sentence, fix, lastAt, exchangeId } = standing
  if (sentence === null) return null
  return (
    <Box sx={{ display: 'flex', gap: 1, pb: 1, paddingInlineStart: 0.75 }}>
      <Box sx={{ pt: '2px' }}>
        <MeaningIcon meaning="attention" label="Attention" />
      </Box>
      <Box sx={{ display: 'grid', gap: 0.25, minWidth: 0 }}>
        <Typography variant="body2">
          <Words>{sentence}</Words>
        </Typography>
        {fix === null ? null : (
          <Typography variant="body2" sx={{ fontWeight: 600 }}>
            <Words>{fix}</Words>
          </Typography>
        )}
        {lastAt === null || exchangeId === null ? null : (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            The last one: <Timestamp at={lastAt} />{' '}
            <Link component={RouterLink} to={`/${connection}/activity/${exchangeId}`} sx={{ display: 'inline-block', py: '3px' }}>
              Show the request
            </Link>
          </Typography>
        )}
      </Box>
    </Box>
  )
}
