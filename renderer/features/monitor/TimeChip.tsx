import Chip from '@mui/material/Chip'
import type { ExchangeFilter } from '#contract/exchange.ts'
import { ChoiceChip } from '../../components/ChoiceChip.tsx'
import { formatTime, formatTimeWithZone } from '../../time.ts'
import type { FilterChange } from './exchangeFilter.ts'

interface TimeChipProps {
  readonly filter: ExchangeFilter
  readonly onChange: (change: FilterChange) => void
}

const spans = [
  { value: '5', label: 'the last 5 minutes' },
  { value: '60', label: 'the last hour' },
  { value: '1440', label: 'the last day' },
  { value: '10080', label: 'the last week' },
]

/** The condition "received between": a moment in the address, so that the address shows the same rows later. */
export function TimeChip({ filter: { since, until }, onChange }: TimeChipProps) {
  if (since === undefined && until === undefined) {
    return (
      <ChoiceChip
        label="Time"
        choices={spans}
        value={undefined}
        onChange={(minutes) =>
          minutes !== undefined && onChange({ since: new Date(Date.now() - Number(minutes) * 60_000).toISOString() })
        }
      />
    )
  }
  const title = [since, until].flatMap((time) => (time === undefined ? [] : [formatTimeWithZone(time)])).join('\n–\n')
  const from = since === undefined ? '' : formatTime(since)
  return (
    <Chip
      size="medium"
      color="primary"
      title={title}
      label={until === undefined ? `Time: since ${from}` : `Time: ${from} – ${formatTime(until)}`}
      onDelete={() => onChange({ since: undefined, until: undefined })}
    />
  )
}
