import Box from '@mui/material/Box'
import type { KeyboardEvent, MouseEvent, RefObject } from 'react'
import { type StateSnapshot, Virtuoso, type VirtuosoHandle } from 'react-virtuoso'
import type { ExchangeFilter } from '#contract/exchange.ts'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { useService } from '../../useService.ts'
import { ActivityEmpty } from './ActivityEmpty.tsx'
import { ExchangeRow, rowHeight } from './ExchangeRow.tsx'
import type { ListRow } from './foldLookUps.ts'
import { type ListContext, listParts } from './listParts.tsx'
import { cursorMoved, foldClosed, foldOpened, topReached, useMonitorStore } from './monitorStore.ts'
import { NewPill } from './NewPill.tsx'
import { RowSkeletons } from './RowSkeletons.tsx'
import { toIndex } from './toIndex.ts'
import type { HeldList } from './useHeldExchanges.ts'

interface ExchangeTableProps {
  readonly connection: string
  readonly held: HeldList
  readonly rows: readonly ListRow[]
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
  const { connection, held, rows, filter, openId, list, snapshot, onOpen, onFilter, onLetIn } = props
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
    const at = Math.max(0, Math.min(index, rows.length - 1))
    const row = rows[at]
    if (!row) return
    list.current?.scrollIntoView({ index: at })
    cursorMoved(row.exchange.id)
    if (openId !== undefined) onOpen(row.exchange.id)
  }
  const handleToggle = ({ exchange, fold }: ListRow) => {
    // The list holds still for who looks into a group.
    cursorMoved(exchange.id)
    if (!fold?.isExpanded) return foldOpened(exchange.id)
    if (rows.some(({ exchange: { id }, headId }) => id === openId && headId === exchange.id)) onOpen(exchange.id)
    foldClosed(exchange.id)
  }
  /** As in a tree. */
  const handleSideways = (key: string, at: number) => {
    const row = rows[at]
    if (!row) return
    if (row.fold && row.fold.isExpanded === (key === 'ArrowLeft')) handleToggle(row)
    else if (row.fold && key === 'ArrowRight') moveTo(at + 1)
    else if (key === 'ArrowLeft' && row.headId !== undefined) moveTo(rows.findIndex(({ exchange }) => exchange.id === row.headId))
  }
  const handleKeyDown = (event: KeyboardEvent) => {
    const at = rows.findIndex(({ exchange }) => exchange.id === (cursorId ?? openId))
    // Who comes to the list by key begins at what is in sight, not at its top.
    const target = at < 0 && arrows.has(event.key) ? findFirstInSight(event.currentTarget) : toIndex(event.key, at, rows.length)
    if (target !== undefined) moveTo(target)
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') handleSideways(event.key, at)
    else if ((event.key === 'Enter' || event.key === ' ') && cursorId !== null) onOpen(cursorId)
    else return
    event.preventDefault()
  }
  const handleClick = (event: MouseEvent) => {
    if (!(event.target instanceof Element)) return
    const id = Number(event.target.closest<HTMLElement>('[data-exchange]')?.dataset['exchange'])
    const row = rows.find(({ exchange }) => exchange.id === id)
    if (row && event.target.closest('[data-fold]')) handleToggle(row)
    else if (row) onOpen(id)
  }
  const context: ListContext = {
    rowCount: rows.length,
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
      <Virtuoso<ListRow, ListContext>
        ref={list}
        data={rows}
        context={context}
        components={listParts}
        computeItemKey={(_, { exchange }) => exchange.id}
        fixedItemHeight={rowHeight}
        increaseViewportBy={rowHeight * 6}
        atTopThreshold={8}
        atTopStateChange={topReached}
        endReached={() => !held.older.isPending && data.hasMore && held.older.mutate()}
        itemContent={renderRow}
        {...(snapshot ? { restoreStateFrom: snapshot } : { initialTopMostItemIndex: toFirstIndex(rows, openId) })}
      />
    </Box>
  )
}

function renderRow(_index: number, { exchange, fold, headId }: ListRow, context: ListContext) {
  return (
    <ExchangeRow
      exchange={exchange}
      reason={exchange.explanationId === null ? undefined : context.reasons.get(exchange.explanationId)}
      isOpen={exchange.id === context.openId}
      hasCursor={exchange.id === context.cursorId}
      fold={fold}
      isInside={headId !== undefined}
    />
  )
}

const arrows = new Set(['ArrowDown', 'ArrowUp'])

const findFirstInSight = (inside: Element): number =>
  Math.ceil((inside.closest('[data-virtuoso-scroller]')?.scrollTop ?? 0) / rowHeight)

/** The first row to show: a little above the open one, so that a link into the list shows where it leads. */
function toFirstIndex(rows: readonly ListRow[], openId: number | undefined): number {
  return Math.max(0, rows.findIndex(({ exchange }) => exchange.id === openId) - 3)
}

/** The headlines of the explanations that the error log knows: a row carries only the name of its explanation. */
function useReasons(connection: string): ReadonlyMap<string, string> {
  const { data } = useService('getErrorLog', { params: { connection } })
  return new Map(data?.groups.map((group) => [group.explanation.id, group.title]))
}
