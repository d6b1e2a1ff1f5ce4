import { useMemo } from 'react'
import type { ExchangeSummary } from '#contract/exchange.ts'
import { foldLookUps, type ListRow, toRows } from './foldLookUps.ts'
import { useMonitorStore } from './monitorStore.ts'

const none: readonly ExchangeSummary[] = []

/** The rows that the list shows of its exchanges. */
export function useListRows(exchanges: readonly ExchangeSummary[] = none, openId: number | undefined): readonly ListRow[] {
  const expandedIds = useMonitorStore((state) => state.expandedIds)
  const folds = useMemo(() => foldLookUps(exchanges), [exchanges])
  return useMemo(() => toRows(exchanges, { folds, expandedIds, openId }), [exchanges, folds, expandedIds, openId])
}
