import Box from '@mui/material/Box'
import { styled } from '@mui/material/styles'
import { Link } from 'react-router'
import type { ExchangeSummary } from '#contract/exchange.ts'
import { MeaningIcon } from './components/MeaningIcon.tsx'
import { StatusChip } from './components/StatusChip.tsx'
import { isFailure, toOutcome } from './exchangeOutcome.ts'
import { markFault } from './faultWords.ts'
import { formatClock, formatDayUnlessToday, formatTimeWithZone } from './time.ts'

interface ExchangeLinksProps {
  readonly connection: string
  readonly exchanges: readonly ExchangeSummary[]
  /** Spoken name of the list. */
  readonly label: string
  /** The filter of the list that each opens in: `?group=…`. */
  readonly search?: string
}

/** A short list of exchanges, each a link to itself in the activity, among those that it belongs to. */
export function ExchangeLinks({ connection, exchanges, label, search = '' }: ExchangeLinksProps) {
  const hasDays = exchanges.some((exchange) => formatDayUnlessToday(exchange.receivedAt) !== undefined)
  return (
    <Box
      component="ul"
      aria-label={label}
      sx={{
        m: 0,
        p: 0,
        listStyle: 'none',
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        overflow: 'hidden',
        bgcolor: 'background.paper',
        '& time': { minWidth: hasDays ? 112 : 60 },
        containerType: 'inline-size',
      }}
    >
      {exchanges.map((exchange) => (
        <li key={exchange.id}>
          <ExchangeLink to={`/${connection}/activity/${exchange.id}${search}`} exchange={exchange} />
        </li>
      ))}
    </Box>
  )
}

function ExchangeLink({ to, exchange }: { readonly to: string; readonly exchange: ExchangeSummary }) {
  const outcome = toOutcome(exchange)
  const day = formatDayUnlessToday(exchange.receivedAt)
  return (
    <Line to={to}>
      <time dateTime={exchange.receivedAt} title={formatTimeWithZone(exchange.receivedAt)}>
        {day && <span className="day">{day} </span>}
        {formatClock(exchange.receivedAt)}
      </time>
      <span className="outcome">
        <MeaningIcon meaning={outcome.meaning} size={14} />
        <span className="word">{outcome.word}</span>
      </span>
      <bdi className="sentence" title={exchange.sentence}>
        {exchange.sentence}
      </bdi>
      {exchange.fault !== null && <StatusChip meaning="attention">{markFault(exchange.fault)}</StatusChip>}
      {exchange.simulation !== null && <StatusChip meaning="rehearsed">simulated</StatusChip>}
      <span className={isFailure(exchange) ? 'status failed' : 'status'}>
        {exchange.status === 0 ? 'no reply' : exchange.status}
      </span>
    </Line>
  )
}

const Line = styled(Link)(({ theme }) => {
  const { palette } = theme.vars ?? theme
  return {
    display: 'flex',
    alignItems: 'center',
    gap: 12,
    minHeight: 36,
    paddingInline: 12,
    color: palette.text.primary,
    textDecoration: 'none',
    fontSize: '0.8125rem',
    borderBlockEnd: `1px solid ${palette.divider}`,
    'li:last-child > &': { borderBlockEnd: 0 },
    '&:hover': { backgroundColor: palette.action.hover },
    '&:focus-visible': { outlineOffset: -2 },
    time: { flex: 'none', fontVariantNumeric: 'tabular-nums', color: palette.text.secondary },
    '.outcome': { flex: 'none', width: 92, display: 'flex', alignItems: 'center', gap: 6, color: palette.text.secondary },
    '.sentence': { flex: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
    '.status': {
      flex: 'none',
      minWidth: 28,
      textAlign: 'end',
      fontVariantNumeric: 'tabular-nums',
      color: palette.text.secondary,
    },
    '.failed': { color: palette.error.main, fontWeight: 600 },
    '@container (max-width: 480px)': {
      gap: 8,
      '.outcome': { width: 14 },
      '.word': { position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' },
    },
  }
})
