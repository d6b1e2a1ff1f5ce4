import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'

interface ScreenHeaderProps {
  readonly title: string
  /** One line below it: what the screen covers. */
  readonly children?: ReactNode
  readonly action?: ReactNode
}

/** The title of a screen and what it covers. */
export function ScreenHeader({ title, children, action }: ScreenHeaderProps) {
  return (
    <Box component="header" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: 2, mb: 2 }}>
      <Box sx={{ flex: '1 1 240px', minWidth: 0 }}>
        <Typography variant="h1" sx={{ overflowWrap: 'anywhere' }}>
          {title}
        </Typography>
        {children !== undefined && (
          <Typography
            component="div"
            variant="body2"
            sx={{ color: 'text.secondary', mt: 0.25, minHeight: 20, overflowWrap: 'anywhere' }}
          >
            {children}
          </Typography>
        )}
      </Box>
      {action}
    </Box>
  )
}
