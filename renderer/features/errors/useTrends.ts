import { useQuery } from '@tanstack/react-query'
import { type ConsoleError, callService, type ServiceReply } from '../../service.ts'
import { toQueryKey } from '../../useService.ts'

/** The stretches move on though nothing arrives. */
const everyMs = 5 * 60_000

/** The trend of each cause, by its key; undefined while it is not known. A log without its trends is still one. */
export function useTrends(connection: string): ServiceReply<'getFailureTrends'> | undefined {
  const input = { params: { connection }, query: { utcOffsetMinutes: -new Date().getTimezoneOffset() } }
  return useQuery<ServiceReply<'getFailureTrends'>, ConsoleError>({
    queryKey: toQueryKey('getFailureTrends', input),
    queryFn: () => callService('getFailureTrends', input),
    refetchInterval: everyMs,
  }).data
}
