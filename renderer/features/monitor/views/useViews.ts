import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ExchangeFilter } from '#contract/exchange.ts'
import type { SavedView, ViewChange, ViewReply } from '#contract/savedView.ts'
import { type ConsoleError, callService } from '../../../service.ts'
import { useService } from '../../../useService.ts'

/** The saved views of a connection, and how they are changed. */
export function useViews(connection: string) {
  const client = useQueryClient()
  const onSuccess = () => client.invalidateQueries({ queryKey: ['listViews', { connection }] })
  return {
    list: useService('listViews', { params: { connection } }),
    add: useMutation<ViewReply, ConsoleError, { name: string; filter: ExchangeFilter }>({
      mutationFn: (body) => callService('addView', { params: { connection }, body }),
      onSuccess,
    }),
    change: useMutation<ViewReply, ConsoleError, { id: number; change: ViewChange }>({
      mutationFn: ({ id, change }) => callService('changeView', { params: { connection, view: id }, body: change }),
      onSuccess,
    }),
    remove: useMutation<SavedView[], ConsoleError, number>({
      mutationFn: (id) => callService('removeView', { params: { connection, view: id } }),
      onSuccess,
    }),
  }
}
