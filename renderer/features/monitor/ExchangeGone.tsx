import Button from '@mui/material/Button'
import { EmptyState } from '../../components/EmptyState.tsx'

interface ExchangeGoneProps {
  readonly exchange: number
  readonly onClose: () => void
}

/** An address led to an exchange that is not kept: an old link, as a rule. */
export function ExchangeGone({ exchange, onClose }: ExchangeGoneProps) {
  return (
    <EmptyState
      title={`Request ${exchange} is not here`}
      action={
        <Button variant="outlined" onClick={onClose}>
          Show the list
        </Button>
      }
    >
      It was cleared, or removed by age, count or size, or it belongs to another connection. What is pinned stays.
    </EmptyState>
  )
}
