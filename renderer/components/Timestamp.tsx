import Box from '@mui/material/Box'
import { monospace } from '../theme.ts'
import { formatTime, formatTimeWithZone } from '../time.ts'

interface TimestampProps {
  /** ISO 8601. */
  readonly at: string
  /** In the monospace typeface, for columns. */
  readonly inColumn?: boolean
}

/** A moment in local time; the whole date, the zone and UTC on hover. */
export function Timestamp({ at, inColumn = false }: TimestampProps) {
  return (
    <Box
      component="time"
      dateTime={at}
      title={formatTimeWithZone(at)}
      sx={{
        fontVariantNumeric: 'tabular-nums',
        whiteSpace: 'nowrap',
        ...(inColumn ? { fontFamily: monospace, fontSize: '0.8125rem' } : {}),
      }}
    >
      {formatTime(at)}
    </Box>
  )
}
