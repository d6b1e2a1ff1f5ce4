import CompareIcon from '@mui/icons-material/CompareArrows'
import OpenIcon from '@mui/icons-material/OpenInNew'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import { styled } from '@mui/material/styles'
import { Link } from 'react-router'
import type { HistoryEvent, HistoryState } from '#contract/history.ts'
import { MeaningIcon } from '../../components/MeaningIcon.tsx'
import { StatusChip } from '../../components/StatusChip.tsx'
import { toOutcome } from '../../exchangeOutcome.ts'
import { formatTime, formatTimeWithZone } from '../../time.ts'
import { toEffect, toRelatedCount } from './historyWords.ts'
import { statusViews } from './learnerStatus.ts'

interface HistoryMomentProps {
  readonly connection: string
  /** Whose history it is. */
  readonly resource: string
  readonly event: HistoryEvent
  readonly resourceType: HistoryState['resourceType']
  readonly isShown: boolean
  readonly isCompared: boolean
  readonly onShow: () => void
  readonly onCompare: () => void
}

/** One request of a history with what it came to; a press shows the state after it. */
export function HistoryMoment(props: HistoryMomentProps) {
  const { connection, resource, event, isCompared, isShown, onCompare, onShow, resourceType } = props
  const { exchange, status } = event
  const effect = toEffect(event, resourceType)
  const outcome = toOutcome(exchange)
  const time = formatTime(exchange.receivedAt)
  // Among its own requests, so that one step leads to the next. What merely sought its name is not one of them.
  const search = event.by === 'name' ? '' : `?${new URLSearchParams({ resourceId: resource })}`
  return (
    <Item data-shown={isShown || undefined}>
      <button type="button" aria-current={isShown ? 'true' : undefined} onClick={onShow}>
        <span className="head">
          <time dateTime={exchange.receivedAt} title={formatTimeWithZone(exchange.receivedAt)}>
            {time}
          </time>
          <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5 }}>
            <MeaningIcon meaning={outcome.meaning} size={14} />
            {outcome.word}
          </Box>
          {exchange.simulation !== null && <StatusChip meaning="rehearsed">simulated</StatusChip>}
          <span className="status">
            {resourceType === 'Group' && status === 'active'
              ? toRelatedCount(event.relatedCount, resourceType)
              : statusViews[status].label}
          </span>
        </span>
        <bdi className="sentence">{exchange.sentence}</bdi>
        {effect !== '' && <bdi className="effect">{effect}</bdi>}
      </button>
      <IconButton
        aria-label={`Compare with ${time}, ${exchange.sentence}`}
        aria-pressed={isCompared}
        title={isCompared ? 'Compare no more' : 'Compare with this moment'}
        color={isCompared ? 'primary' : 'default'}
        onClick={onCompare}
      >
        <CompareIcon fontSize="small" />
      </IconButton>
      <IconButton
        component={Link}
        to={`/${connection}/activity/${exchange.id}${search}`}
        aria-label={`Open the request: ${time}, ${exchange.sentence}`}
        title="Open the request"
      >
        <OpenIcon fontSize="small" />
      </IconButton>
    </Item>
  )
}

const Item = styled('li')(({ theme }) => {
  const { palette } = theme.vars ?? theme
  return {
    display: 'flex',
    alignItems: 'center',
    paddingInlineEnd: 8,
    borderBlockEnd: `1px solid ${palette.divider}`,
    borderInlineStart: '3px solid transparent',
    '&:last-child': { borderBlockEnd: 0 },
    '&:hover': { backgroundColor: palette.action.hover },
    '&[data-shown]': { borderInlineStartColor: palette.primary.main, backgroundColor: palette.action.selected },
    '& > button:first-of-type': {
      all: 'unset',
      boxSizing: 'border-box',
      flex: 1,
      minWidth: 0,
      display: 'grid',
      gap: 2,
      padding: '8px 12px',
      cursor: 'pointer',
      fontSize: '0.8125rem',
    },
    '& > button:first-of-type:focus-visible': { outline: `2px solid ${palette.primary.main}`, outlineOffset: -2 },
    '.head': { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 12, color: palette.text.secondary },
    time: { fontVariantNumeric: 'tabular-nums' },
    '.status': { marginInlineStart: 'auto' },
    '.sentence': { overflowWrap: 'anywhere' },
    '.effect': { color: palette.text.secondary, fontSize: '0.75rem', overflowWrap: 'anywhere' },
  }
})
