import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { Link as RouterLink } from 'react-router'
import type { Instead } from '#contract/setup.ts'
import { type Meaning, toCssColor } from '../../../components/meaning.ts'
import { Timestamp } from '../../../components/Timestamp.tsx'
import { Words } from '../../../components/Words.tsx'

interface InsteadCardProps {
  readonly connection: string
  readonly instead: Instead
}

/** What is on its way is no reason to worry. */
export const toInsteadMeaning = ({ kind }: Instead): Meaning => (kind === 'onlyLookedUp' ? 'seen' : 'attention')

/** What arrived in place of the proof, and what to do about it. */
export function InsteadCard({ connection, instead }: InsteadCardProps) {
  const { exchange, sentence, fix } = instead
  return (
    <Box
      sx={{
        mt: 1,
        border: 1,
        borderColor: 'divider',
        borderInlineStart: `3px solid ${toCssColor(toInsteadMeaning(instead))}`,
        borderRadius: 1,
        px: 1.5,
        py: 1,
        display: 'grid',
        gap: 0.75,
        color: 'text.primary',
      }}
    >
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'baseline' }}>
        <Typography variant="subtitle2" component="p" sx={{ flex: 1 }}>
          {instead.kind === 'onlyLookedUp' ? 'What came so far' : 'What came instead'}
        </Typography>
        <Typography variant="caption" component="span" sx={{ color: 'text.secondary', flex: 'none' }}>
          <Timestamp at={exchange.receivedAt} />
        </Typography>
      </Box>
      <Typography variant="body2">
        <Words>{sentence}</Words>
      </Typography>
      <Box component="ol" sx={{ m: 0, paddingInlineStart: 2.5, fontSize: '0.8125rem', display: 'grid', gap: 0.25 }}>
        {fix.map((step) => (
          <li key={step}>
            <Words>{step}</Words>
          </li>
        ))}
      </Box>
      <Link
        variant="body2"
        sx={{ py: '3px', justifySelf: 'start' }}
        component={RouterLink}
        to={`/${connection}/activity/${exchange.id}`}
        aria-label={`Show the request: ${exchange.sentence}`}
      >
        Show the request
      </Link>
    </Box>
  )
}
