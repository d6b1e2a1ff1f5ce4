import { useMutation, useQueryClient } from '@tanstack/react-query'
import { callService } from '../../../service.ts'

/** Makes a token and hands its secret on. The secret stays out of every cache. */
export function useTokenIssue(connection: string, onIssued: (secret: string) => void) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async (overlapMinutes: number) => {
      const { secret } = await callService('issueToken', { params: { connection }, body: { overlapMinutes } })
      onIssued(secret)
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['getSetup'] }),
  })
}
