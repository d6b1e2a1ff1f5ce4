import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { ExchangeFilter } from '#contract/exchange.ts'
import { formatCount, formatNumber } from '../../format.ts'
import { isNarrowed } from './exchangeFilter.ts'
import { useExchangeTotal } from './useHeldExchanges.ts'

interface FilterCountProps {
  readonly connection: string
  readonly filter: ExchangeFilter
  readonly total: number | undefined
  readonly onFilter: (filter: ExchangeFilter) => void
}

/** How many requests are in the list, of how many, and the way back to all. */
export function FilterCount({ connection, filter, total, onFilter }: FilterCountProps) {
  const hasFilter = isNarrowed(filter)
  const all = useExchangeTotal(connection, hasFilter)
  const told = hasFilter ? `${toText(total)} of ${toText(all)}` : total === undefined ? '' : formatCount(total, 'request')
  return (
    <>
      <Typography
        variant="body2"
        component="span"
        sx={{ color: 'text.secondary', whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}
      >
        {told}
      </Typography>
      {hasFilter && <Button onClick={() => onFilter(ExchangeFilter.parse({}))}>Clear filter</Button>}
    </>
  )
}

const toText = (count: number | undefined) => (count === undefined ? '…' : formatNumber(count))
