import { useQueryClient } from '@tanstack/react-query'
import type { ExchangeDetail, ExchangeSummary } from '#contract/exchange.ts'
import { toQueryKey } from '../../../useService.ts'
import { noticed } from '../monitorStore.ts'
import { useMark } from './useMark.ts'

/** Pins a row, or the open exchange that is in no row, by key; unpins it the next time. */
export function useTogglePin(
  connection: string,
  exchanges: readonly ExchangeSummary[] | undefined,
): (exchange: number | null) => void {
  const client = useQueryClient()
  const { mutate } = useMark(connection)
  return (exchange) => {
    if (exchange === null) return
    const detail = client.getQueryData<ExchangeDetail>(toQueryKey('getExchange', { params: { connection, exchange } }))
    const mark = detail ? detail.mark : exchanges?.find(({ id }) => id === exchange)?.mark
    const onError = ({ message }: Error) => noticed({ kind: 'failed', message: `The mark was not saved: ${message}` })
    mutate({ exchange, change: { pinned: !(mark?.pinned ?? false) } }, { onError })
  }
}
