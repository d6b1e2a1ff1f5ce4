import Box from '@mui/material/Box'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { useSearchParams } from 'react-router'
import type { StateSnapshot, VirtuosoHandle } from 'react-virtuoso'
import type { ExchangeFilter } from '#contract/exchange.ts'
import { useCommands } from '../../commands/useCommands.ts'
import { useTitle } from '../../components/useTitle.ts'
import { visuallyHidden } from '../../components/visuallyHidden.ts'
import { ActivityToolbar } from './ActivityToolbar.tsx'
import { toActivityCommands } from './activityCommands.ts'
import { DetailPane } from './DetailPane.tsx'
import { ExchangeDetails } from './ExchangeDetails.tsx'
import { ExchangeTable } from './ExchangeTable.tsx'
import { changeFilter, readFilter, toSearchParams } from './exchangeFilter.ts'
import { useMarkUpdates } from './marks/useMark.ts'
import { useTogglePin } from './marks/useTogglePin.ts'
import { cursorMoved, foldOpened, listChanged, useMonitorStore } from './monitorStore.ts'
import { findNeighbours } from './neighbours.ts'
import { UndoClearing } from './UndoClearing.tsx'
import { useHeldExchanges } from './useHeldExchanges.ts'
import { useListFocus } from './useListFocus.ts'
import { useListRows } from './useListRows.ts'
import { useOpenExchange } from './useOpenExchange.ts'
import { usePaneWidth } from './usePaneWidth.ts'

interface MonitorPageProps {
  readonly connection: string
}

/** Activity: every request that reached the connection, live, and one of them in detail. */
export function MonitorPage({ connection }: MonitorPageProps) {
  const [params, setParams] = useSearchParams()
  // The same from one arrival to the next, so that what stands above the list is not drawn anew with each.
  const filter = useMemo(() => readFilter(params), [params])
  const { openId, open: openExchange, close: closeExchange } = useOpenExchange(connection)
  const isWide = useMediaQuery('(min-width:1100px)', { noSsr: true })

  const isPaused = useMonitorStore((state) => state.isPaused)
  const isStill = useMonitorStore((state) => state.isPaused || !state.isAtTop || state.cursorId !== null)
  const held = useHeldExchanges({ connection, filter, mode: isStill || openId !== undefined ? 'held' : 'live' })
  const cursorId = useMonitorStore((state) => state.cursorId)
  const rows = useListRows(held.newest.data?.shown, openId)
  const open = rows.find(({ exchange }) => exchange.id === openId)?.exchange
  useTitle(openId === undefined ? 'Activity' : (open?.sentence ?? `Request ${openId}`))
  const list = useRef<VirtuosoHandle>(null)
  const snapshot = useRef<StateSnapshot>(undefined)
  const searchField = useRef<HTMLInputElement>(null)

  const filterText = toSearchParams(filter).toString()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list is one of another connection or filter
  useEffect(() => {
    listChanged()
    snapshot.current = undefined
  }, [connection, filterText])

  /** A look-up that its address led to stays in sight when another row is opened: nothing moves under the reader. */
  const keepInSight = () => {
    const headId = rows.find(({ exchange }) => exchange.id === openId)?.headId
    if (headId !== undefined) foldOpened(headId)
  }
  const handleOpen = (id: number) => {
    keepInSight()
    list.current?.getState((state) => {
      snapshot.current = state
    })
    cursorMoved(id)
    openExchange(id)
  }
  const handleClose = () => {
    keepInSight()
    closeExchange()
  }
  const handleFilter = useCallback((next: ExchangeFilter) => setParams(toSearchParams(next), { replace: true }), [setParams])
  const handleLetIn = () => {
    held.letWaitingIn()
    cursorMoved(null)
    list.current?.scrollTo({ top: 0 })
  }

  const table = useRef<HTMLDivElement>(null)
  const { stepInto, focus: focusList } = useListFocus(table, { isUsed: openId === undefined })
  /** The keyboard goes on at the row, wherever in the request it was. */
  const handleEscape = () => {
    focusList()
    if (open) cursorMoved(open.id)
    handleClose()
  }

  const pane = usePaneWidth()
  useMarkUpdates(connection)
  const togglePin = useTogglePin(connection, held.newest.data?.shown)

  useCommands(
    toActivityCommands(
      { isPaused, show: filter.show, openId, cursorId },
      {
        search: () => searchField.current?.focus(),
        show: (show) => handleFilter(changeFilter(filter, { show })),
        togglePin,
        close: handleEscape,
      },
    ),
  )

  const details =
    openId === undefined ? null : (
      <ExchangeDetails
        connection={connection}
        exchange={openId}
        neighbours={findNeighbours(rows, openId)}
        onOpen={handleOpen}
        onClose={handleClose}
      />
    )
  if (details && !isWide) {
    return (
      <Box sx={{ minHeight: '100%', bgcolor: 'background.paper' }}>
        <Box component="h1" sx={visuallyHidden}>
          Activity
        </Box>
        {details}
        <UndoClearing connection={connection} />
      </Box>
    )
  }
  return (
    <Box sx={{ height: '100%', minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      <Box component="h1" sx={visuallyHidden}>
        Activity
      </Box>
      <ActivityToolbar
        connection={connection}
        filter={filter}
        total={held.newest.data?.total}
        isSearching={held.isSearching}
        searchField={searchField}
        onFilter={handleFilter}
        onToList={stepInto}
      />
      <Box
        ref={table}
        sx={{ flex: 1, minHeight: 0, display: 'grid', gridTemplateColumns: details ? toColumns(pane.width) : '1fr' }}
      >
        <ExchangeTable
          connection={connection}
          held={held}
          rows={rows}
          filter={filter}
          openId={openId}
          list={list}
          snapshot={snapshot.current}
          onOpen={handleOpen}
          onFilter={handleFilter}
          onLetIn={handleLetIn}
        />
        {details && (
          <DetailPane width={pane.width} onResize={pane.resize}>
            {details}
          </DetailPane>
        )}
      </Box>
      <UndoClearing connection={connection} />
    </Box>
  )
}

/** The list keeps what it needs, however wide the pane was made in a larger window. */
function toColumns(paneWidth: number | null): string {
  return paneWidth === null ? 'minmax(420px, 5fr) 7fr' : `minmax(420px, 1fr) minmax(0, ${paneWidth}px)`
}
