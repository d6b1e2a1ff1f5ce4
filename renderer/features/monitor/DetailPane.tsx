import Box from '@mui/material/Box'
import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react'

/** How narrow the pane may be, and how much of its row stays for the list. */
const minWidth = 360
const minListWidth = 420
/** What an arrow key moves the edge by. */
const stepPx = 24

interface DetailPaneProps {
  /** In pixels; null: as the window gives it. */
  readonly width: number | null
  /** Called while the edge is moved, and at the end of it. */
  readonly onResize: (width: number | null, at: 'moving' | 'end') => void
  readonly children: ReactNode
}

/** One request beside the list. Its edge is moved by the pointer or the arrow keys; a double click puts it back. */
export function DetailPane({ width, onResize, children }: DetailPaneProps) {
  const pane = useRef<HTMLDivElement>(null)
  const measure = () => pane.current?.getBoundingClientRect() ?? new DOMRect()
  const limit = (wanted: number) => {
    const row = pane.current?.parentElement?.clientWidth ?? wanted + minListWidth
    return Math.round(Math.max(minWidth, Math.min(wanted, row - minListWidth)))
  }
  /** The pane ends at the end of the line, which is the left edge where text runs from the right. */
  const isMirrored = () => pane.current !== null && getComputedStyle(pane.current).direction === 'rtl'
  const toWidth = ({ clientX }: PointerEvent) => limit(isMirrored() ? clientX - measure().left : measure().right - clientX)
  const isDragged = (event: PointerEvent) => event.currentTarget.hasPointerCapture(event.pointerId)
  const handleKey = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
    event.preventDefault()
    const isWider = (event.key === 'ArrowLeft') !== isMirrored()
    onResize(limit(measure().width + (isWider ? stepPx : -stepPx)), 'end')
  }
  return (
    <Box
      ref={pane}
      sx={{
        position: 'relative',
        display: 'grid',
        gridTemplateRows: 'minmax(0, 1fr)',
        gridTemplateColumns: 'minmax(0, 1fr)',
        overflow: 'hidden',
        borderInlineStart: 1,
        borderColor: 'divider',
        bgcolor: 'background.paper',
      }}
    >
      <Box
        role="separator"
        tabIndex={0}
        aria-label="Edge of the request"
        aria-orientation="vertical"
        aria-valuenow={width ?? minWidth}
        aria-valuetext={width === null ? 'as the window gives it' : `${width} pixels wide`}
        onKeyDown={handleKey}
        onDoubleClick={() => onResize(null, 'end')}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={(event) => isDragged(event) && onResize(toWidth(event), 'moving')}
        onPointerUp={(event) => isDragged(event) && onResize(toWidth(event), 'end')}
        sx={{
          position: 'absolute',
          insetBlock: 0,
          insetInlineStart: 0,
          width: 8,
          zIndex: 1,
          cursor: 'col-resize',
          touchAction: 'none',
          '&:hover, &:focus-visible': { bgcolor: 'color-mix(in srgb, var(--mui-palette-primary-main) 30%, transparent)' },
          '&:focus-visible': { outlineOffset: -2 },
        }}
      />
      <Box component="section" aria-label="Request in detail" sx={{ minWidth: 0, overflow: 'auto' }}>
        {children}
      </Box>
    </Box>
  )
}
