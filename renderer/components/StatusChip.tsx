import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { MeaningIcon } from './MeaningIcon.tsx'
import { hatching, type Meaning, toColor, toCssColor } from './meaning.ts'

interface StatusChipProps {
  readonly meaning: Meaning
  readonly children: ReactNode
}

/** A state as shape, word and colour; rehearsed states are hatched. */
export function StatusChip({ meaning, children }: StatusChipProps) {
  const color = toCssColor(meaning)
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.5,
        px: 0.75,
        height: 22,
        maxWidth: '100%',
        border: 1,
        borderRadius: 1,
        borderColor: `color-mix(in srgb, ${color} 35%, transparent)`,
        bgcolor: meaning === 'rehearsed' ? undefined : `color-mix(in srgb, ${color} 8%, transparent)`,
        backgroundImage: meaning === 'rehearsed' ? hatching : undefined,
        color: toColor(meaning),
        fontSize: '0.75rem',
        fontWeight: 600,
        lineHeight: 1,
        whiteSpace: 'nowrap',
      }}
    >
      <MeaningIcon meaning={meaning} size={12} />
      <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis', lineHeight: 1.4 }}>
        {children}
      </Box>
    </Box>
  )
}
