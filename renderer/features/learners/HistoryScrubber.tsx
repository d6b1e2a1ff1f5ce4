import Box from '@mui/material/Box'
import Slider from '@mui/material/Slider'
import Typography from '@mui/material/Typography'
import type { HistoryEvent } from '#contract/history.ts'
import { formatTime } from '../../time.ts'

interface HistoryScrubberProps {
  /** Newest first. */
  readonly events: readonly HistoryEvent[]
  /** The exchange after which it is looked at; undefined: now. */
  readonly at: number | undefined
  readonly onMove: (at: number | undefined) => void
}

/** A slider over the requests of a history, the oldest at the start and now at the end; arrows step through them. */
export function HistoryScrubber({ events, at, onMove }: HistoryScrubberProps) {
  const last = events.length
  const index = at === undefined ? -1 : events.findIndex(({ exchange }) => exchange.id === at)
  const eventAt = (position: number) => (position === last ? undefined : events[last - 1 - position])
  const describe = (position: number) => {
    const event = eventAt(position)
    return event ? `${formatTime(event.exchange.receivedAt)}, ${event.exchange.sentence}` : 'Now'
  }
  const position = index < 0 ? last : last - 1 - index
  const marks = events.flatMap(({ changes, joinedCount, leftCount }, one) =>
    changes.length + joinedCount + leftCount > 0 ? [{ value: last - 1 - one }] : [],
  )
  return (
    <Box sx={{ display: 'grid', gap: 0.5, px: 1 }}>
      <Slider
        size="small"
        aria-label="Moment"
        min={0}
        max={last}
        step={1}
        value={position}
        marks={marks}
        track={false}
        getAriaValueText={describe}
        onChange={(_, value) => onMove(eventAt(Number(value))?.exchange.id)}
        sx={{ py: 1.5, '& .MuiSlider-mark': { width: 6, height: 6, borderRadius: '50%', transform: 'translate(-3px, -50%)' } }}
      />
      <Typography
        variant="caption"
        aria-hidden
        sx={{ color: 'text.secondary', display: 'flex', justifyContent: 'space-between', gap: 2, mt: -1 }}
      >
        <span>{events.length === 0 ? '' : formatTime(events[last - 1]?.exchange.receivedAt ?? '')}</span>
        <span>now</span>
      </Typography>
    </Box>
  )
}
