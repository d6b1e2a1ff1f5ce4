import Button from '@mui/material/Button'
import { Link } from 'react-router'
import { ExchangeFilter } from '#contract/exchange.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { formatCount, formatNumber } from '../../format.ts'
import { useService } from '../../useService.ts'
import { isNarrowed } from './exchangeFilter.ts'
import { useExchangeTotal } from './useHeldExchanges.ts'

interface ActivityEmptyProps {
  readonly connection: string
  readonly filter: ExchangeFilter
  readonly onFilter: (filter: ExchangeFilter) => void
}

/** Nothing in the list: because nothing came, or because of the filter. The two never look alike. */
export function ActivityEmpty({ connection, filter, onFilter }: ActivityEmptyProps) {
  const hasFilter = isNarrowed(filter)
  const all = useExchangeTotal(connection, hasFilter)
  const status = useService('getStatus').data
  const hadSome = (useService('getClearing', { params: { connection } }).data?.upTo ?? 0) > 0
  if (hasFilter) {
    return (
      <EmptyState
        title={`0 of ${all === undefined ? '…' : formatNumber(all)}`}
        action={
          <Button variant="outlined" onClick={() => onFilter(ExchangeFilter.parse({}))}>
            Clear the filter
          </Button>
        }
      >
        No request matches the filter.{' '}
        {all ? `Without it there ${all === 1 ? 'is' : 'are'} ${formatCount(all, 'request')}.` : null}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title={hadSome ? 'Nothing has arrived since the list was emptied' : 'Nothing has arrived yet'}
      action={
        <Button variant="outlined" component={Link} to={`/${connection}/setup`}>
          Open the setup
        </Button>
      }
    >
      Rollcall listens at {status ? <code>{status.scimAddress}</code> : 'its SCIM address'}. Every request shows here the moment
      it arrives, refused and broken ones too. A cloud identity provider reaches this machine through a tunnel or an agent only.
    </EmptyState>
  )
}
