import BackIcon from '@mui/icons-material/ArrowBack'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { Link, useNavigate } from 'react-router'
import { useCommands } from '../../commands/useCommands.ts'

interface ProfileFrameProps {
  /** Where the way back leads; Escape goes there, too. */
  readonly roster: string
  readonly label: string
  readonly children: ReactNode
}

/** The page of one learner or group, with the way back to the roster. */
export function ProfileFrame({ roster, label, children }: ProfileFrameProps) {
  const navigate = useNavigate()
  useCommands([{ name: `Back: ${label}`, group: 'This screen', key: 'escape', run: () => void navigate(roster) }])
  return (
    <Box sx={{ p: { xs: 2, sm: 3 }, maxWidth: 1400 }}>
      <Button component={Link} to={roster} startIcon={<BackIcon />} color="inherit" sx={{ mb: 1, marginInlineStart: -1 }}>
        {label}
      </Button>
      {children}
    </Box>
  )
}
