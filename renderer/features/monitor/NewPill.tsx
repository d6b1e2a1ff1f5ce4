import UpIcon from '@mui/icons-material/ArrowUpward'
import Button from '@mui/material/Button'
import { formatCount, formatNumber } from '../../format.ts'

interface NewPillProps {
  readonly count: number
  readonly onClick: () => void
}

/** What waits above a list that holds still. */
export function NewPill({ count, onClick }: NewPillProps) {
  return (
    <Button
      variant="contained"
      startIcon={<UpIcon fontSize="inherit" />}
      aria-label={`Show ${formatCount(count, 'new request')}`}
      onClick={onClick}
      sx={{
        position: 'absolute',
        insetBlockStart: 8,
        insetInlineStart: '50%',
        transform: 'translateX(-50%)',
        '[dir=rtl] &': { transform: 'translateX(50%)' },
        zIndex: 1,
        borderRadius: 4,
        fontVariantNumeric: 'tabular-nums',
      }}
    >
      {formatNumber(count)} new
    </Button>
  )
}
