import Box from '@mui/material/Box'
import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import type { Density, ExchangeFilter } from '#contract/exchange.ts'
import { describeStretch, toHeight, toTimeRange } from './stretches.ts'

interface DensityBarsProps {
  readonly density: Density
  readonly label: string
  /** The time that the list is narrowed to. */
  readonly chosen: Pick<ExchangeFilter, 'since' | 'until'>
  readonly onChoose: (range: { since: string; until: string }) => void
}

/** One bar a stretch of time; a click or a pull over some of them, or arrow keys and Enter, chooses their time. */
export function DensityBars({ density, label, chosen, onChoose }: DensityBarsProps) {
  const { stretches } = density
  const [cursor, setCursor] = useState(stretches.length - 1)
  const [pulledFrom, setPulledFrom] = useState<number | null>(null)
  const most = Math.max(1, ...stretches.map(({ count }) => count))

  const toIndex = (event: PointerEvent<HTMLElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect()
    return Math.min(stretches.length - 1, Math.max(0, Math.floor(((event.clientX - left) / width) * stretches.length)))
  }
  const handleDown = (event: PointerEvent<HTMLElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    setPulledFrom(toIndex(event))
  }
  const handleUp = (event: PointerEvent<HTMLElement>) => {
    if (pulledFrom !== null) onChoose(toTimeRange(density, pulledFrom, toIndex(event)))
    setPulledFrom(null)
  }
  const handleKey = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1, Home: -stretches.length, End: stretches.length }[event.key]
    if (step !== undefined) setCursor(Math.min(stretches.length - 1, Math.max(0, cursor + step)))
    else if (event.key === 'Enter' || event.key === ' ') onChoose(toTimeRange(density, cursor, cursor))
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const isChosen = (index: number) => {
    const { since } = toTimeRange(density, index, index)
    return (
      (chosen.since !== undefined && since >= chosen.since && (chosen.until === undefined || since < chosen.until)) ||
      (pulledFrom !== null && (index - pulledFrom) * (index - cursor) <= 0)
    )
  }

  return (
    <Box
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={stretches.length - 1}
      aria-valuenow={cursor}
      aria-valuetext={describeStretch(density, cursor)}
      title={describeStretch(density, cursor)}
      onKeyDown={handleKey}
      onPointerDown={handleDown}
      onPointerMove={(event) => setCursor(toIndex(event))}
      onPointerUp={handleUp}
      onPointerCancel={() => setPulledFrom(null)}
      sx={{
        flex: 1,
        minWidth: 0,
        height: 32,
        display: 'flex',
        alignItems: 'flex-end',
        cursor: 'pointer',
        touchAction: 'none',
        borderBottom: 1,
        borderColor: 'divider',
        '&:focus-visible [data-cursor=true], &:hover [data-cursor=true]': { bgcolor: 'action.hover' },
      }}
    >
      {stretches.map(({ count, failed }, index) => (
        <Box
          // biome-ignore lint/suspicious/noArrayIndexKey: a stretch is its place
          key={index}
          data-cursor={index === cursor}
          sx={{
            flex: 1,
            height: '100%',
            px: '0.5px',
            display: 'flex',
            flexDirection: 'column',
            justifyContent: 'flex-end',
            ...(isChosen(index) && { bgcolor: 'action.selected' }),
          }}
        >
          <Box
            sx={{
              height: `${toHeight(count, most) * 100}%`,
              minHeight: count === 0 ? 0 : 2,
              display: 'flex',
              flexDirection: 'column',
            }}
          >
            <Box sx={{ flex: failed, bgcolor: 'error.main' }} />
            <Box sx={{ flex: count - failed, bgcolor: 'primary.main', opacity: 0.7 }} />
          </Box>
        </Box>
      ))}
    </Box>
  )
}
