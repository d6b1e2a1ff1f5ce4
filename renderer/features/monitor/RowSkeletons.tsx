import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import { rowHeight } from './ExchangeRow.tsx'

/** Rows that are on their way, as high as those that will stand there. */
export function RowSkeletons({ count = 12 }: { readonly count?: number }) {
  return (
    <Box
      role="group"
      aria-busy
      aria-label="Requests are being read"
      sx={{ overflow: 'hidden', minWidth: 0, bgcolor: 'background.paper' }}
    >
      {Array.from({ length: count }, (_, index) => (
        <Box
          // biome-ignore lint/suspicious/noArrayIndexKey: all alike, and they never change places
          key={index}
          sx={{
            height: rowHeight,
            px: 2,
            display: 'flex',
            gap: 2,
            alignItems: 'center',
            borderBottom: 1,
            borderColor: 'divider',
          }}
        >
          <Skeleton width={60} />
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <Skeleton width="46%" />
            <Skeleton width="28%" height={14} />
          </Box>
          <Skeleton width={32} />
        </Box>
      ))}
    </Box>
  )
}
