import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { MeaningIcon } from '../../../components/MeaningIcon.tsx'
import { hatching, type Meaning, toColor } from '../../../components/meaning.ts'

interface EvidenceItemProps {
  readonly meaning: Meaning
  /** The state in a word. */
  readonly word: string
  readonly title: ReactNode
  readonly children?: ReactNode
}

/** One thing that is waited for, was seen, or is proven. */
export function EvidenceItem({ meaning, word, title, children }: EvidenceItemProps) {
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        gap: 1.25,
        px: 2,
        py: 1.5,
        borderTop: 1,
        borderColor: 'divider',
        '&:first-of-type': { borderTop: 0 },
        ...(meaning === 'rehearsed'
          ? { backgroundImage: hatching, backgroundSize: '8px 100%', backgroundRepeat: 'no-repeat' }
          : {}),
      }}
    >
      <Box sx={{ pt: '2px' }}>
        <MeaningIcon meaning={meaning} />
      </Box>
      <Box sx={{ flex: 1, minWidth: 0, display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 0.5 }}>
        <Box sx={{ display: 'flex', gap: 1, alignItems: 'baseline' }}>
          <Typography variant="subtitle1" component="h3" sx={{ flex: 1, minWidth: 0 }}>
            {title}
          </Typography>
          <Typography variant="caption" component="span" sx={{ fontWeight: 600, color: toColor(meaning), flex: 'none' }}>
            {word}
          </Typography>
        </Box>
        {children === undefined ? null : (
          <Typography variant="body2" component="div" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
            {children}
          </Typography>
        )}
      </Box>
    </Box>
  )
}
