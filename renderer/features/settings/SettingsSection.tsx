import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { type ReactNode, useId } from 'react'

interface SettingsSectionProps {
  readonly title: string
  /** What these settings are about. */
  readonly about?: ReactNode
  readonly children: ReactNode
}

/** A part of the settings: what it is about at the start, the settings beside it, below it where the window is narrow. */
export function SettingsSection({ title, about, children }: SettingsSectionProps) {
  const id = useId()
  return (
    <Box
      component="section"
      aria-labelledby={id}
      sx={{
        display: 'grid',
        gap: { xs: 1.5, md: 4 },
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '216px minmax(0, 1fr)' },
        py: 3,
        borderTop: 1,
        borderColor: 'divider',
      }}
    >
      <Box>
        <Typography id={id} variant="h2">
          {title}
        </Typography>
        {about !== undefined && (
          <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5 }}>
            {about}
          </Typography>
        )}
      </Box>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)', alignContent: 'start' }}>{children}</Box>
    </Box>
  )
}
