import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import type { HistoryState } from '#contract/history.ts'
import { StatusChip } from '../../components/StatusChip.tsx'
import { formatTime } from '../../time.ts'
import type { HistoryProps } from './HistoryProps.ts'
import { HistoryScrubber } from './HistoryScrubber.tsx'
import { toRelatedCount } from './historyWords.ts'
import { statusViews } from './learnerStatus.ts'

/** Which moment is shown, how things stood then, and a slider to any other. */
export function MomentBar({ events, moments, onChange, state }: HistoryProps & { readonly state: HistoryState }) {
  const { at } = moments
  const event = events.find(({ exchange }) => exchange.id === at)
  const { label, meaning } = statusViews[state.status]
  // A group is there, or is not.
  const isTold = state.resourceType === 'User' || state.status !== 'active'
  return (
    <Box
      component="section"
      aria-label="The moment that is shown"
      sx={{
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        bgcolor: 'background.paper',
        px: 2,
        pt: 1.5,
        pb: 1,
        // Beside a long history it stays in sight.
        position: { lg: 'sticky' },
        top: 8,
        zIndex: 1,
      }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5, rowGap: 0.5, minHeight: 32 }}>
        <Typography variant="h2" sx={{ fontVariantNumeric: 'tabular-nums' }}>
          {at === undefined ? 'Now' : event ? `After ${formatTime(event.exchange.receivedAt)}` : `After request ${at}`}
        </Typography>
        {isTold && <StatusChip meaning={meaning}>{label}</StatusChip>}
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {toRelatedCount(state.relatedCount, state.resourceType)}
        </Typography>
        {at !== undefined && (
          <Button sx={{ marginInlineStart: 'auto' }} onClick={() => onChange({ at: undefined })}>
            Back to now
          </Button>
        )}
      </Box>
      <Typography component="p" variant="body2" sx={{ color: 'text.secondary', minHeight: 20, overflowWrap: 'anywhere' }}>
        <bdi>{toExplanation(state, at === undefined ? hint : event?.exchange.sentence)}</bdi>
      </Typography>
      {events.length > 0 && <HistoryScrubber events={events} at={at} onMove={(next) => onChange({ at: next })} />}
    </Box>
  )
}

const hint = 'Move the slider, or choose a request of the history, to see how things stood after it.'

function toExplanation({ resourceType, status }: HistoryState, sentence: string | undefined): string {
  const noun = resourceType === 'User' ? 'learner' : 'group'
  if (status === 'absent') return `${sentence ?? 'A request'}: the ${noun} was not here yet.`
  if (status === 'unknown')
    return `How the ${noun} looked then cannot be told: a write that is needed for it is no longer kept, or older than this version.`
  return sentence ?? ''
}
