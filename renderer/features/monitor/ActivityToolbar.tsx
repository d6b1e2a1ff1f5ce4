import PauseIcon from '@mui/icons-material/Pause'
import PlayIcon from '@mui/icons-material/PlayArrow'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import type { RefObject } from 'react'
import type { ExchangeFilter } from '#contract/exchange.ts'
import { SearchField } from '../../components/SearchField.tsx'
import { ClearMenu } from './ClearMenu.tsx'
import { DensityStrip } from './density/DensityStrip.tsx'
import { ExportButton } from './ExportButton.tsx'
import { changeFilter, type FilterChange, isNarrowed } from './exchangeFilter.ts'
import { FilterChips } from './FilterChips.tsx'
import { FilterCount } from './FilterCount.tsx'
import { togglePause, useMonitorStore } from './monitorStore.ts'
import { SearchingSign } from './SearchingSign.tsx'
import { ViewsMenu } from './views/ViewsMenu.tsx'

interface ActivityToolbarProps {
  readonly connection: string
  readonly filter: ExchangeFilter
  /** How many match; undefined while that is not known. */
  readonly total: number | undefined
  /** The list of this filter is being read. */
  readonly isSearching: boolean
  readonly searchField: RefObject<HTMLInputElement | null>
  readonly onFilter: (filter: ExchangeFilter) => void
  /** From the search field to the list. */
  readonly onToList: () => void
}

const shows = [
  { value: 'all', label: 'All' },
  { value: 'writes', label: 'Writes' },
  { value: 'failures', label: 'Failures' },
] as const
const row = { display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', minWidth: 0 }

/** What the list shows: the filter, when its requests arrived, how much it leaves, the way out to a file, the pause button and the menu. */
export function ActivityToolbar(props: ActivityToolbarProps) {
  const { connection, filter, total, isSearching, searchField, onFilter, onToList } = props
  const isPaused = useMonitorStore((state) => state.isPaused)
  const change = (by: FilterChange) => onFilter(changeFilter(filter, by))
  return (
    <Box
      role="search"
      aria-label="Narrow the list"
      sx={{ position: 'relative', display: 'grid', gap: 1, px: 2, py: 1.5, borderBottom: 1, borderColor: 'divider' }}
    >
      <Box sx={row}>
        <ToggleButtonGroup
          exclusive
          size="small"
          value={filter.show}
          aria-label="Which requests"
          onChange={(_, show: ExchangeFilter['show'] | null) => show && change({ show })}
          sx={{ height: 34 }}
        >
          {shows.map(({ value, label }) => (
            <ToggleButton key={value} value={value} sx={{ px: 1.5, fontSize: '0.8125rem' }}>
              {label}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <SearchField
          label="Person, text or path"
          value={filter.text ?? ''}
          onChange={(text) => change({ text })}
          inputRef={searchField}
          onDown={onToList}
        />
        <ViewsMenu connection={connection} filter={filter} onFilter={onFilter} />
        <Box sx={{ marginInlineStart: 'auto', display: 'flex', flexWrap: 'wrap', gap: { xs: 1, sm: 1.5 }, alignItems: 'center' }}>
          <FilterCount connection={connection} filter={filter} total={total} onFilter={onFilter} />
          <ExportButton connection={connection} filter={filter} total={total} />
          <Button
            variant="outlined"
            color={isPaused ? 'warning' : 'inherit'}
            aria-pressed={isPaused}
            aria-keyshortcuts="P"
            title="P"
            sx={isPaused ? {} : { borderColor: 'divider', bgcolor: 'background.paper' }}
            startIcon={isPaused ? <PlayIcon /> : <PauseIcon />}
            onClick={togglePause}
          >
            {isPaused ? 'Paused' : 'Pause'}
          </Button>
          <ClearMenu connection={connection} isNarrowed={isNarrowed(filter)} />
        </Box>
      </Box>
      <Box sx={row}>
        <FilterChips connection={connection} filter={filter} onChange={change} />
        <DensityStrip connection={connection} filter={filter} onFilter={onFilter} />
      </Box>
      {isSearching && <SearchingSign />}
    </Box>
  )
}
