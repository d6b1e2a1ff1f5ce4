import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { SetupChange } from '#contract/setup.ts'
import { callService, type ServiceInput } from '../../service.ts'
import { toQueryKey } from '../../useService.ts'

type ConnectionChange = ServiceInput<'changeConnection'>['body']

/** Tells the service what the user did in the wizard; the answer is the new state. */
export function useSetupChange(connection: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (change: SetupChange) => callService('changeSetup', { params: { connection }, body: change }),
    onSuccess: (state) => queryClient.setQueryData(toQueryKey('getSetup', { params: { connection } }), state),
  })
}

/** Changes the connection's provider or switches, and reads the state of the setup anew. */
export function useConnectionChange(connection: string) {
  const queryClient = useQueryClient()
  return useMutation({
    // One after the other, so that the last one holds.
    scope: { id: `connection ${connection}` },
    mutationFn: (change: ConnectionChange) => callService('changeConnection', { params: { connection }, body: change }),
    onSuccess: async () => {
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: ['getSetup'] }),
        queryClient.invalidateQueries({ queryKey: ['listConnections'] }),
      ])
    },
  })
}
