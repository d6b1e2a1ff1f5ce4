import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import { Link as RouterLink } from 'react-router'
import type { ExchangeSummary } from '#contract/exchange.ts'
import { Timestamp } from '../../../components/Timestamp.tsx'
import { monospace } from '../../../theme.ts'

interface ExchangeLineProps {
  readonly connection: string
  readonly exchange: ExchangeSummary
}

/** An exchange as proof: when, what it meant, its wire line, and the way to it. */
export function ExchangeLine({ connection, exchange }: ExchangeLineProps) {
  return (
    <Box>
      <Box sx={{ color: 'text.primary' }}>
        <Timestamp at={exchange.receivedAt} /> <bdi>{exchange.sentence}</bdi>
      </Box>
      <Box sx={{ display: 'flex', gap: 1.5, alignItems: 'baseline' }}>
        <Box
          component="span"
          title={exchange.target}
          sx={{ display: 'flex', minWidth: 0, fontFamily: monospace, fontSize: '0.75rem' }}
        >
          <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
            {exchange.method} {exchange.target.split('?')[0]}
          </Box>
          <Box component="span" sx={{ flex: 'none', whiteSpace: 'pre' }}>
            {` · ${exchange.status === 0 ? 'no reply' : exchange.status}`}
            {exchange.tokenLastFour === null ? '' : ` · …${exchange.tokenLastFour}`}
          </Box>
        </Box>
        <Link
          sx={{ py: '3px', flex: 'none' }}
          component={RouterLink}
          to={`/${connection}/activity/${exchange.id}`}
          aria-label={`Show the request: ${exchange.sentence}`}
        >
          Show the request
        </Link>
      </Box>
    </Box>
  )
}
