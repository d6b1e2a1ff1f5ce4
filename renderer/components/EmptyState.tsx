import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'

interface EmptyStateProps {
  /** What is not there: "No learners yet". */
  readonly title: string
  /** Why, and what would change it. */
  readonly children?: ReactNode
  readonly action?: ReactNode
}

/** Says what is missing, why, and what to do; never a blank page that could mean two things. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <Box sx={{ px: 3, py: 6, display: 'grid', justifyItems: 'center', gap: 1, textAlign: 'center' }}>
      <Typography variant="h2" component="p">
        {title}
      </Typography>
      {children === undefined ? null : (
        <Typography component="div" sx={{ color: 'text.secondary', maxWidth: 480 }}>
          {children}
        </Typography>
      )}
      {action === undefined ? null : <Box sx={{ mt: 1 }}>{action}</Box>}
    </Box>
  )
}
