import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import type { ReactNode } from 'react'

interface StepLayoutProps {
  /** Left: what to do. */
  readonly task: ReactNode
  /** Right: what really happened. */
  readonly evidence: ReactNode
}

/** The two halves of a step, side by side from 1100 px. */
export function StepLayout({ task, evidence }: StepLayoutProps) {
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) minmax(0, 1fr)' },
        alignItems: 'start',
        gap: 3,
        maxWidth: 1360,
      }}
    >
      <Box sx={{ display: 'grid', gap: 3, minWidth: 0 }}>
        <Link href="#evidence" variant="body2" sx={{ display: { lg: 'none' }, justifySelf: 'start', py: '3px' }}>
          Go down to what has arrived
        </Link>
        {task}
      </Box>
      <Box id="evidence" sx={{ minWidth: 0, scrollMarginTop: 16, position: { lg: 'sticky' }, top: { lg: 16 } }}>
        {evidence}
      </Box>
    </Box>
  )
}
