import { styled } from '@mui/material/styles'
import { memo } from 'react'
import type { ExchangeSummary } from '#contract/exchange.ts'
import { MeaningIcon } from '../../components/MeaningIcon.tsx'
import { StatusChip } from '../../components/StatusChip.tsx'
import { isFailure, toOutcome } from '../../exchangeOutcome.ts'
import { markFault } from '../../faultWords.ts'
import { formatCount } from '../../format.ts'
import { monospace } from '../../theme.ts'
import { formatClock, formatDayUnlessToday, formatDuration, formatTimeWithZone } from '../../time.ts'
import { FoldMark } from './FoldMark.tsx'
import type { Fold } from './foldLookUps.ts'
import { RowMark } from './marks/RowMark.tsx'

/** The height of every row, in pixels. */
export const rowHeight = 56

interface ExchangeRowProps {
  readonly exchange: ExchangeSummary
  /** The headline of its explanation, where it has one and it is known. */
  readonly reason: string | undefined
  readonly isOpen: boolean
  readonly hasCursor: boolean
  /** Its look-ups, where it has any. */
  readonly fold?: Fold | undefined
  /** It is a look-up under its write. */
  readonly isInside?: boolean
}

/** One exchange as a line: when, how it ended, what it meant; the wire data stand quiet at the end. */
export const ExchangeRow = memo(function ExchangeRow({ exchange, reason, isOpen, hasCursor, fold, isInside }: ExchangeRowProps) {
  const outcome = toOutcome(exchange)
  const tone = exchange.fault !== null || exchange.status === 0 ? 'cut' : isFailure(exchange) ? 'failed' : ''
  const day = formatDayUnlessToday(exchange.receivedAt)
  return (
    <Row className={`${isOpen ? 'open' : ''} ${hasCursor ? 'cursor' : ''} ${isInside ? 'inside' : ''}`}>
      <time dateTime={exchange.receivedAt} title={formatTimeWithZone(exchange.receivedAt)}>
        <span>{formatClock(exchange.receivedAt)}</span>
        {day && <span className="second">{day}</span>}
      </time>
      <span className={`outcome ${tone}`}>
        <MeaningIcon meaning={outcome.meaning} size={14} />
        <span className="word">{outcome.word}</span>
      </span>
      <span className="main">
        <span className="first">
          <bdi className="sentence" title={exchange.sentence}>
            {exchange.sentence}
          </bdi>
          <span className="marks">
            {exchange.mark && <RowMark mark={exchange.mark} />}
            {exchange.fault !== null && <StatusChip meaning="attention">{markFault(exchange.fault)}</StatusChip>}
            {exchange.simulation !== null && <StatusChip meaning="rehearsed">simulated</StatusChip>}
            {exchange.toleranceCount > 0 && (
              <StatusChip meaning="attention">{formatCount(exchange.toleranceCount, 'rule')} bent</StatusChip>
            )}
          </span>
        </span>
        <span className="second">
          {fold && <FoldMark fold={fold} />}
          {exchange.mark?.note && <span className="note">{exchange.mark.note}</span>}
          {reason && <span className="reason">{reason}</span>}
          <span className="target">
            {exchange.method} {exchange.target}
          </span>
        </span>
      </span>
      <span className="wire">
        <span className={tone}>{exchange.status === 0 ? 'no reply' : exchange.status}</span>
        <span className="second">{formatDuration(exchange.durationMs)}</span>
      </span>
    </Row>
  )
})

// Plain classes inside one styled element: a burst of rows costs one style, not one for each part of each row.
const Row = styled('div')(({ theme }) => {
  const { palette } = theme.vars ?? theme
  const ellipsis = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const
  return {
    height: rowHeight,
    display: 'grid',
    gridTemplateColumns: '60px 100px minmax(0, 1fr) 60px',
    columnGap: 12,
    alignItems: 'center',
    paddingInline: '13px 16px',
    borderInlineStart: '3px solid transparent',
    borderBlockEnd: `1px solid ${palette.divider}`,
    cursor: 'pointer',
    fontSize: '0.875rem',
    lineHeight: '20px',
    '&:hover': { backgroundColor: palette.action.hover },
    '&.cursor': { backgroundColor: palette.action.hover },
    '&.open': {
      backgroundColor: `color-mix(in srgb, ${palette.primary.main} 10%, transparent)`,
      borderInlineStartColor: palette.primary.main,
    },
    time: { display: 'flex', flexDirection: 'column', fontVariantNumeric: 'tabular-nums', fontSize: '0.8125rem' },
    '.second': { fontSize: '0.75rem', color: palette.text.secondary, lineHeight: '18px' },
    '.outcome': {
      display: 'flex',
      alignItems: 'center',
      gap: 6,
      fontSize: '0.8125rem',
      color: palette.text.secondary,
      ...ellipsis,
    },
    '.main': { minWidth: 0 },
    '.first': { display: 'flex', alignItems: 'center', gap: 8, height: 22 },
    '.sentence': { ...ellipsis, minWidth: 0 },
    '.mark': { display: 'flex', alignItems: 'center', gap: 4, fontSize: '0.75rem', fontWeight: 600, whiteSpace: 'nowrap' },
    '.note': { ...ellipsis, flex: '0 1 auto', fontStyle: 'italic', color: palette.text.primary },
    '.marks': { display: 'flex', flex: 'none', gap: 6 },
    '.main .second': { display: 'flex', gap: 8, minWidth: 0 },
    // As high as a target should be, without moving the line.
    '.fold': { flex: 'none', color: palette.text.primary, paddingBlock: 3, marginBlock: -3 },
    '.fold:hover': { textDecoration: 'underline' },
    '&.inside .main': { paddingInlineStart: 24, color: palette.text.secondary },
    '.reason': { ...ellipsis, flex: '0 1 auto' },
    '.target': { ...ellipsis, fontFamily: monospace, flex: '1 1 0', minWidth: 60 },
    '.wire': {
      display: 'flex',
      flexDirection: 'column',
      alignItems: 'flex-end',
      fontVariantNumeric: 'tabular-nums',
      fontSize: '0.8125rem',
      whiteSpace: 'nowrap',
      color: palette.text.secondary,
    },
    '.failed': { color: palette.error.main, fontWeight: 600 },
    '.cut': { color: palette.warning.main, fontWeight: 600 },
    '@container (max-width: 400px)': {
      // No room for the words of the marks: their shapes stay, and a screen reader still says them.
      '.marks > span > span': { position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' },
      '.target': { minWidth: 0 },
    },
    '@container (max-width: 560px)': {
      gridTemplateColumns: '60px 14px minmax(0, 1fr) auto',
      columnGap: 8,
      paddingInline: '9px 12px',
      '.word, .mark > span': { position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' },
    },
  }
})
