import PauseIcon from '@mui/icons-material/Pause'
import PlayIcon from '@mui/icons-material/PlayArrow'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Chip from '@mui/material/Chip'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import type { RefObject } from 'react'
import { Action, ExchangeFilter } from '#contract/exchange.ts'
import { ChoiceChip } from '../../components/ChoiceChip.tsx'
import { SearchField } from '../../components/SearchField.tsx'
import { actionNames, formatStatus } from '../../exchangeOutcome.ts'
import { CauseChip } from './CauseChip.tsx'
import { ExportButton } from './ExportButton.tsx'
import { changeFilter, type FilterChange } from './exchangeFilter.ts'
import { FilterCount } from './FilterCount.tsx'
import { togglePause, useMonitorStore } from './monitorStore.ts'
import { TimeChip } from './TimeChip.tsx'
import { TokenChip } from './TokenChip.tsx'

interface ActivityToolbarProps {
  readonly connection: string
  readonly filter: ExchangeFilter
  /** How many match; undefined while that is not known. */
  readonly total: number | undefined
  readonly searchField: RefObject<HTMLInputElement | null>
  readonly onFilter: (filter: ExchangeFilter) => void
}

const shows = [
  { value: 'all', label: 'All' },
  { value: 'writes', label: 'Writes' },
  { value: 'failures', label: 'Failures' },
] as const
const actions = Action.options.map((action) => ({ value: action, label: actionNames[action] }))
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].map((method) => ({ value: method, label: method }))
const statuses = [200, 201, 204, 400, 401, 403, 404, 405, 409, 412, 413, 415, 429, 500, 501, 503, 0].map((status) => ({
  value: String(status),
  label: formatStatus(status),
}))
const origins = [
  { value: 'no', label: 'no' },
  { value: 'yes', label: 'yes' },
] as const

/** What the list shows: the filter, how much it leaves, the way out to a file, and the pause button. */
export function ActivityToolbar({ connection, filter, total, searchField, onFilter }: ActivityToolbarProps) {
  const isPaused = useMonitorStore((state) => state.isPaused)
  const change = (by: FilterChange) => onFilter(changeFilter(filter, by))
  return (
    <Box
      role="search"
      aria-label="Narrow the list"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        gap: 1,
        alignItems: 'center',
        px: 2,
        py: 1.5,
        borderBottom: 1,
        borderColor: 'divider',
      }}
    >
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
      />
      <ChoiceChip
        label="Action"
        choices={actions}
        value={filter.action}
        onChange={(action) => change({ action: Action.optional().parse(action) })}
      />
      <ChoiceChip label="Method" choices={methods} value={filter.method} onChange={(method) => change({ method })} />
      <ChoiceChip
        label="Status"
        choices={statuses}
        value={filter.status === undefined ? undefined : String(filter.status)}
        onChange={(status) => change({ status: status === undefined ? undefined : Number(status) })}
      />
      <ChoiceChip
        label="Simulated"
        choices={origins}
        value={filter.simulated}
        onChange={(simulated) => change({ simulated: ExchangeFilter.shape.simulated.parse(simulated) })}
      />
      <TokenChip connection={connection} token={filter.token} onChange={(token) => change({ token })} />
      <TimeChip filter={filter} onChange={change} />
      {filter.resourceId !== undefined && (
        <Chip size="medium" color="primary" label="One learner or group" onDelete={() => change({ resourceId: undefined })} />
      )}
      {filter.group !== undefined && (
        <CauseChip connection={connection} group={filter.group} onDelete={() => change({ group: undefined })} />
      )}
      <Box sx={{ marginInlineStart: 'auto', display: 'flex', gap: 1.5, alignItems: 'center' }}>
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
      </Box>
    </Box>
  )
}
