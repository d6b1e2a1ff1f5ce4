import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { type ConsoleError, callService, type ServiceReply } from '../../../service.ts'
import { toQueryKey } from '../../../useService.ts'

/** The stream tells of requests, but nobody tells when a tunnel starts or stops. */
const lookEveryMs = 15_000

/** The answers of troubleshooting, found out anew now and then while they are shown and the page is seen. */
export function useDiagnosis(connection: string): UseQueryResult<ServiceReply<'getDiagnosis'>, ConsoleError> {
  const input = { params: { connection } }
  return useQuery<ServiceReply<'getDiagnosis'>, ConsoleError>({
    queryKey: toQueryKey('getDiagnosis', input),
    queryFn: () => callService('getDiagnosis', input),
    refetchInterval: lookEveryMs,
  })
}
