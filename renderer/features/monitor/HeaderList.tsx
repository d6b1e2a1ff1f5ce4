import Box from '@mui/material/Box'
import type { HttpMessage } from '#contract/exchange.ts'
import { monospace } from '../../theme.ts'

/** The headers of a message, as they were sent. */
export function HeaderList({ headers }: { readonly headers: HttpMessage['headers'] }) {
  if (headers.length === 0) return null
  return (
    <Box
      component="dl"
      aria-label="Headers"
      sx={{
        m: 0,
        px: 1.5,
        py: 1,
        borderTop: 1,
        borderColor: 'divider',
        display: 'grid',
        gridTemplateColumns: 'fit-content(45%) minmax(0, 1fr)',
        columnGap: 1.5,
        rowGap: 0.25,
        fontFamily: monospace,
        fontSize: '0.75rem',
      }}
    >
      {headers.map(([name, value], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a header may repeat, and the list never changes
        <Box key={index} sx={{ display: 'contents' }}>
          <Box component="dt" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
            {name}
          </Box>
          <Box component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>
            {value}
          </Box>
        </Box>
      ))}
    </Box>
  )
}
