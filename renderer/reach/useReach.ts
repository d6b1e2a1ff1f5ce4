import { type UseMutationResult, type UseQueryResult, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type ConsoleError, callService, type ServiceReply } from '../service.ts'
import { toQueryKey } from '../useService.ts'

/** Nobody says when a tunnel starts or stops, so it is looked for now and then. */
const lookEveryMs = 10_000

/** The tunnels of this machine and the last check from outside, read anew while they are shown and the page is seen. */
export function useReach(connection: string): UseQueryResult<ServiceReply<'getReach'>, ConsoleError> {
  const input = { params: { connection } }
  return useQuery<ServiceReply<'getReach'>, ConsoleError>({
    queryKey: toQueryKey('getReach', input),
    queryFn: () => callService('getReach', input),
    refetchInterval: lookEveryMs,
    staleTime: 0,
  })
}

/** Sets the public URL, or takes it away by null. */
export function usePublicUrl(): UseMutationResult<ServiceReply<'setPublicUrl'>, ConsoleError, string | null> {
  const client = useQueryClient()
  return useMutation<ServiceReply<'setPublicUrl'>, ConsoleError, string | null>({
    mutationFn: (publicUrl) => callService('setPublicUrl', { body: { publicUrl } }),
    onSuccess: async () => {
      for (const route of ['getStatus', 'getSetup', 'getReach', 'getDiagnosis'])
        await client.invalidateQueries({ queryKey: [route] })
    },
  })
}

/** Calls the public URL from this machine: on a click, and only then. */
export function useOutsideCheck(connection: string): UseMutationResult<ServiceReply<'checkOutside'>, ConsoleError, void> {
  const client = useQueryClient()
  return useMutation<ServiceReply<'checkOutside'>, ConsoleError, void>({
    mutationFn: () => callService('checkOutside', { params: { connection } }),
    onSuccess: async () => {
      for (const route of ['getReach', 'getDiagnosis']) await client.invalidateQueries({ queryKey: [route] })
    },
  })
}
