import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { ExchangeDetail, ExchangeMark } from '#contract/exchange.ts'
import { type ConsoleError, callService, subscribeToStream } from '../../../service.ts'
import { addMark, type HeldExchanges } from '../heldExchanges.ts'

interface MarkChange {
  readonly exchange: number
  readonly change: Partial<ExchangeMark>
}

/** Pins exchanges, gives them colours and notes. */
export function useMark(connection: string) {
  const client = useQueryClient()
  return useMutation<ExchangeMark, ConsoleError, MarkChange>({
    mutationFn: ({ exchange, change }) => callService('markExchange', { params: { connection, exchange }, body: change }),
    onSuccess: (mark, { exchange }) => showMark(client, exchange, mark),
  })
}

/** Shows marks that are made in other tabs, and reads the list anew where one cleared it. */
export function useMarkUpdates(connection: string): void {
  const client = useQueryClient()
  useEffect(
    () =>
      subscribeToStream((event) => {
        if (event.type === 'exchangeMarked') showMark(client, event.exchange, event.mark)
        if (event.type === 'listCleared' && event.connection === connection) void rereadList(client, connection)
      }),
    [client, connection],
  )
}

/** Reads the list from its beginning, since what was cleared is gone from its midst, or is back there. */
export async function rereadList(client: QueryClient, connection: string): Promise<void> {
  await Promise.all([
    client.resetQueries({ queryKey: ['heldExchanges', connection] }),
    client.invalidateQueries({ queryKey: ['exchangeTotal', connection] }),
    client.invalidateQueries({ queryKey: ['getDensity'] }),
  ])
}

function showMark(client: QueryClient, exchange: number, mark: ExchangeMark): void {
  client.setQueriesData<HeldExchanges>({ queryKey: ['heldExchanges'] }, (held) => held && addMark(held, exchange, mark))
  client.setQueriesData<ExchangeDetail>(
    { queryKey: ['getExchange'] },
    (detail) => detail && (detail.summary.id === exchange ? { ...detail, mark } : detail),
  )
}
