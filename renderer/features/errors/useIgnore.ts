import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { IgnoreOrder } from '#contract/ignoredCause.ts'
import { type ConsoleError, callService } from '../../service.ts'

/** Sets a cause or a finding aside, and takes that back. */
export function useIgnore(connection: string, key: string) {
  const client = useQueryClient()
  const onSuccess = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['getErrorLog', { connection }] }),
      client.invalidateQueries({ queryKey: ['listFindings', { connection }] }),
    ])
  return {
    ignore: useMutation<unknown, ConsoleError, IgnoreOrder>({
      mutationFn: (body) => callService('ignoreCause', { params: { connection, key }, body }),
      onSuccess,
    }),
    heed: useMutation<unknown, ConsoleError>({
      mutationFn: () => callService('heedCause', { params: { connection, key } }),
      onSuccess,
    }),
  }
}
