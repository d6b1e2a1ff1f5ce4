import Box from '@mui/material/Box'
import type { ReactNode } from 'react'

/** Cards of causes, one below the other. */
export function CauseList({ children }: { readonly children: ReactNode }) {
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1.5, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      {children}
    </Box>
  )
}
