import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ErrorGroup } from '#contract/exchange.ts'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { ExchangeLinks } from '../../ExchangeLinks.tsx'
import { type ConsoleError, callService, type ServiceReply } from '../../service.ts'
import { toQueryKey } from '../../useService.ts'
import { toSearchOfCause } from './activityLinks.ts'

const newestShown = 5

interface CauseExchangesProps {
  readonly connection: string
  readonly group: ErrorGroup
}

/** The newest exchanges of a cause. */
export function CauseExchanges({ connection, group }: CauseExchangesProps) {
  const input = {
    params: { connection },
    query: { group: group.key, simulated: group.simulated ? ('yes' as const) : ('no' as const), limit: newestShown },
  }
  const { data, error, refetch } = useQuery<ServiceReply<'listExchanges'>, ConsoleError>({
    // The log tells when there is a newer one.
    queryKey: [...toQueryKey('listExchanges', input), group.lastExchangeId],
    queryFn: () => callService('listExchanges', input),
    placeholderData: keepPreviousData,
  })
  if (error) return <ErrorNotice title="Its requests could not be read" error={error} onRetry={() => void refetch()} />
  if (!data) {
    return (
      <Box role="group" aria-busy aria-label="Its requests are being read">
        {Array.from({ length: Math.min(newestShown, group.count) }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: all alike, and they never change places
          <Skeleton key={index} height={36} />
        ))}
      </Box>
    )
  }
  return (
    <ExchangeLinks
      connection={connection}
      exchanges={data.exchanges}
      search={toSearchOfCause(group)}
      label="The newest requests of this cause"
    />
  )
}
