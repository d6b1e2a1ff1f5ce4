import { useQuery } from '@tanstack/react-query'
import { type ConsoleError, callService, type ServiceReply } from '../../service.ts'
import { toQueryKey } from '../../useService.ts'

/** Silence is noticed by the clock alone: no event tells of it. */
const everyMs = 60_000

/** What the exchanges of a connection show together. */
export function useFindings(connection: string) {
  const input = { params: { connection } }
  return useQuery<ServiceReply<'listFindings'>, ConsoleError>({
    queryKey: toQueryKey('listFindings', input),
    queryFn: () => callService('listFindings', input),
    refetchInterval: everyMs,
  })
}
