import { useMutation, useQueryClient } from '@tanstack/react-query'
import { callService, type ServiceInput } from '../../../service.ts'

/** How long the old tokens live on, and when the new one ends. */
export type TokenOrder = ServiceInput<'issueToken'>['body']

/** Makes a token and hands its secret on. The secret stays out of every cache. */
export function useTokenIssue(connection: string, onIssued: (secret: string) => void) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async (body: TokenOrder) => {
      const { secret } = await callService('issueToken', { params: { connection }, body })
      onIssued(secret)
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['getSetup'] }),
  })
}
