import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ArmedFault, FaultOrder } from '#contract/fault.ts'
import { type ConsoleError, callService } from './service.ts'
import { toQueryKey, useService } from './useService.ts'

/** The faults that are armed on a connection, which the live stream keeps fresh; arming and disarming them. */
export function useFaults(connection: string) {
  const client = useQueryClient()
  const params = { connection }
  const onSuccess = (faults: ArmedFault[]) => client.setQueryData(toQueryKey('listFaults', { params }), faults)
  return {
    faults: useService('listFaults', { params }).data ?? [],
    arm: useMutation<ArmedFault[], ConsoleError, FaultOrder>({
      mutationFn: (body) => callService('armFault', { params, body }),
      onSuccess,
    }),
    disarm: useMutation<ArmedFault[], ConsoleError, number>({
      mutationFn: (fault) => callService('disarmFault', { params: { connection, fault } }),
      onSuccess,
      // It may have been met or have grown old at the same moment.
      onError: () => client.invalidateQueries({ queryKey: ['listFaults'] }),
    }),
    disarmAll: useMutation<ArmedFault[], ConsoleError>({
      mutationFn: () => callService('disarmAllFaults', { params }),
      onSuccess,
    }),
  }
}
