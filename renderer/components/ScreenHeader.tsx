import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { useTitle } from './useTitle.ts'

interface ScreenHeaderProps {
  readonly title: string
  /** One line below it: what the screen covers. */
  readonly children?: ReactNode
  readonly action?: ReactNode
}

/** The title of a screen, which is that of the page, too, and what it covers. */
export function ScreenHeader({ title, children, action }: ScreenHeaderProps) {
  useTitle(title)
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
