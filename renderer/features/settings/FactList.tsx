import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import type { ReactNode } from 'react'
import { monospace } from '../../theme.ts'

interface FactListProps {
  /** An undefined value is on its way. */
  readonly facts: readonly { readonly name: string; readonly value: ReactNode | undefined }[]
}

/** Names and values to be read, not changed. */
export function FactList({ facts }: FactListProps) {
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: 'grid',
        gridTemplateColumns: 'minmax(120px, 160px) minmax(0, 1fr)',
        columnGap: 2,
        rowGap: 0.75,
        fontSize: '0.8125rem',
      }}
    >
      {facts.map(({ name, value }) => (
        <Box key={name} sx={{ display: 'contents' }}>
          <Box component="dt" sx={{ color: 'text.secondary' }}>
            {name}
          </Box>
          <Box component="dd" sx={{ m: 0, fontFamily: monospace, overflowWrap: 'anywhere' }}>
            {value ?? <Skeleton width={120} />}
          </Box>
        </Box>
      ))}
    </Box>
  )
}
