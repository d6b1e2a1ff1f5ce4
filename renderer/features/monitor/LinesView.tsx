import Box from '@mui/material/Box'
import { Virtuoso } from 'react-virtuoso'

const lineHeight = 18

interface LinesViewProps {
  readonly lines: readonly string[]
  readonly label: string
}

/** Very many lines of text, of which only those in sight are in the page. */
export function LinesView({ lines, label }: LinesViewProps) {
  return (
    <Virtuoso
      aria-label={label}
      data={lines}
      fixedItemHeight={lineHeight}
      style={{ height: Math.min(480, lines.length * lineHeight), overflowX: 'auto' }}
      itemContent={(_, line) => (
        <Box component="div" sx={{ height: lineHeight, px: 1.5, whiteSpace: 'pre' }}>
          {line}
        </Box>
      )}
    />
  )
}
