import Box from '@mui/material/Box'
import type { KeyboardEvent, MouseEvent, RefObject } from 'react'
import { type StateSnapshot, Virtuoso, type VirtuosoHandle } from 'react-virtuoso'
import type { ExchangeFilter, ExchangeSummary } from '#contract/exchange.ts'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { useService } from '../../useService.ts'
import { ActivityEmpty } from './ActivityEmpty.tsx'
import { ExchangeRow, rowHeight } from './ExchangeRow.tsx'
import { type ListContext, listParts } from './listParts.tsx'
import { cursorMoved, topReached, useMonitorStore } from './monitorStore.ts'
import { NewPill } from './NewPill.tsx'
import { RowSkeletons } from './RowSkeletons.tsx'
import type { HeldList } from './useHeldExchanges.ts'

interface ExchangeTableProps {
  readonly connection: string
  readonly held: HeldList
  readonly filter: ExchangeFilter
  readonly openId: number | undefined
  readonly list: RefObject<VirtuosoHandle | null>
  /** Where the list stood when a row was opened as a page of its own. */
  readonly snapshot: StateSnapshot | undefined
  readonly onOpen: (id: number) => void
  readonly onFilter: (filter: ExchangeFilter) => void
  readonly onLetIn: () => void
}

/** The activity list: only the rows in sight are in the page; arrow keys and Enter move through it. */
export function ExchangeTable(props: ExchangeTableProps) {
  const { connection, held, filter, openId, list, snapshot, onOpen, onFilter, onLetIn } = props
  const cursorId = useMonitorStore((state) => state.cursorId)
  const reasons = useReasons(connection)
  const { data, error, refetch } = held.newest

  if (error && !data) {
    return (
      <Box sx={{ minWidth: 0 }}>
        <ErrorNotice title="The requests could not be read" error={error} onRetry={() => void refetch()} />
      </Box>
    )
  }
  if (!data) return <RowSkeletons />
  if (data.shown.length === 0 && data.waitingCount === 0) {
    return (
      <Box sx={{ minWidth: 0, overflow: 'auto' }}>
        <ActivityEmpty connection={connection} filter={filter} onFilter={onFilter} />
      </Box>
    )
  }

  const moveTo = (index: number) => {
    const exchange = data.shown[Math.max(0, Math.min(index, data.shown.length - 1))]
    if (!exchange) return
    list.current?.scrollIntoView({ index: data.shown.indexOf(exchange) })
    cursorMoved(exchange.id)
    if (openId !== undefined) onOpen(exchange.id)
  }
  const handleKeyDown = (event: KeyboardEvent) => {
    const at = data.shown.findIndex((exchange) => exchange.id === cursorId)
    const target = toIndex(event.key, at, data.shown.length)
    if (target !== undefined) moveTo(target)
    else if ((event.key === 'Enter' || event.key === ' ') && cursorId !== null) onOpen(cursorId)
    else return
    event.preventDefault()
  }
  const handleClick = (event: MouseEvent) => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-exchange]') : null
    if (row) onOpen(Number(row.dataset['exchange']))
  }
  const context: ListContext = {
    total: data.total,
    openId,
    cursorId,
    reasons,
    hasMore: data.hasMore,
    older: held.older,
    onKeyDown: handleKeyDown,
    onClick: handleClick,
  }
  return (
    <Box sx={{ position: 'relative', minWidth: 0, minHeight: 0, containerType: 'inline-size', bgcolor: 'background.paper' }}>
      {data.waitingCount > 0 && <NewPill count={data.waitingCount} onClick={onLetIn} />}
      <Virtuoso<ExchangeSummary, ListContext>
        ref={list}
        data={data.shown}
        context={context}
        components={listParts}
        computeItemKey={(_, exchange) => exchange.id}
        fixedItemHeight={rowHeight}
        increaseViewportBy={rowHeight * 6}
        atTopThreshold={8}
        atTopStateChange={topReached}
        endReached={() => !held.older.isPending && data.hasMore && held.older.mutate()}
        itemContent={renderRow}
        {...(snapshot ? { restoreStateFrom: snapshot } : { initialTopMostItemIndex: toFirstIndex(data.shown, openId) })}
      />
    </Box>
  )
}

function renderRow(_index: number, exchange: ExchangeSummary, context: ListContext) {
  return (
    <ExchangeRow
      exchange={exchange}
      reason={exchange.explanationId === null ? undefined : context.reasons.get(exchange.explanationId)}
      isOpen={exchange.id === context.openId}
      hasCursor={exchange.id === context.cursorId}
    />
  )
}

/** The first row to show: a little above the open one, so that a link into the list shows where it leads. */
function toFirstIndex(rows: readonly ExchangeSummary[], openId: number | undefined): number {
  return Math.max(0, rows.findIndex((row) => row.id === openId) - 3)
}

/** Where a key leads from row `at`; undefined for other keys. */
function toIndex(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return at + 1
    case 'ArrowUp':
      return at - 1
    case 'PageDown':
      return at + 10
    case 'PageUp':
      return at - 10
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return undefined
  }
}

/** The headlines of the explanations that the error log knows: a row carries only the name of its explanation. */
function useReasons(connection: string): ReadonlyMap<string, string> {
  const { data } = useService('getErrorLog', { params: { connection } })
  return new Map(data?.groups.map((group) => [group.explanation.id, group.title]))
}
