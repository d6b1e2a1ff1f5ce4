import ArrowIcon from '@mui/icons-material/ArrowDropDown'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Menu from '@mui/material/Menu'
import MenuItem from '@mui/material/MenuItem'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { memo, useId, useState } from 'react'
import type { Density, ExchangeFilter } from '#contract/exchange.ts'
import { type ConsoleError, callService } from '../../../service.ts'
import { toQueryKey } from '../../../useService.ts'
import { changeFilter } from '../exchangeFilter.ts'
import { densityWindowChosen, useMonitorStore } from '../monitorStore.ts'
import { DensityBars } from './DensityBars.tsx'
import { densityWindows } from './densityWindows.ts'
import { describeDensity } from './stretches.ts'

interface DensityStripProps {
  readonly connection: string
  readonly filter: ExchangeFilter
  readonly onFilter: (filter: ExchangeFilter) => void
}

/** When requests arrived, above the list; the time that is chosen here narrows it. */
export const DensityStrip = memo(function DensityStrip({ connection, filter, onFilter }: DensityStripProps) {
  const windowIndex = useMonitorStore((state) => state.densityWindow)
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const menuId = useId()
  const { label, stretchSeconds, stretches } = densityWindows[windowIndex] ?? densityWindows[0]
  const input = { params: { connection }, query: { stretchSeconds, stretches } }
  const { data } = useQuery<Density, ConsoleError>({
    queryKey: toQueryKey('getDensity', input),
    queryFn: () => callService('getDensity', input),
    placeholderData: keepPreviousData,
    // The window moves on though nothing arrives.
    refetchInterval: stretchSeconds * 1000,
  })

  return (
    <Box sx={{ flex: '1 1 300px', minWidth: 0, display: 'flex', alignItems: 'flex-end', gap: 1, marginInlineStart: 1 }}>
      {data ? (
        <DensityBars
          density={data}
          label={describeDensity(data, label)}
          chosen={filter}
          onChoose={(range) => onFilter(changeFilter(filter, range))}
        />
      ) : (
        <Box sx={{ flex: 1, height: 32, borderBottom: 1, borderColor: 'divider' }} />
      )}
      <Button
        size="small"
        color="inherit"
        endIcon={<ArrowIcon />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-controls={anchor ? menuId : undefined}
        aria-label={`Time shown above the list: ${label}`}
        sx={{ color: 'text.secondary', fontWeight: 400, whiteSpace: 'nowrap', py: 0.25 }}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {label}
      </Button>
      <Menu id={menuId} anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {densityWindows.map((window, index) => (
          <MenuItem
            key={window.label}
            selected={index === windowIndex}
            onClick={() => {
              setAnchor(null)
              densityWindowChosen(index)
            }}
          >
            {window.label}
          </MenuItem>
        ))}
      </Menu>
    </Box>
  )
})
