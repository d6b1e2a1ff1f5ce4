import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { type ReactNode, useId } from 'react'

interface SectionProps {
  readonly title: string
  /** Of its heading: 3 stands below a screen's parts, closer to its content. */
  readonly level?: 2 | 3
  /** Beside the title, at the end of its line. */
  readonly aside?: ReactNode
  readonly children: ReactNode
}

/** A titled part of a screen. */
export function Section({ title, level = 2, aside, children }: SectionProps) {
  const id = useId()
  return (
    <Box
      component="section"
      aria-labelledby={id}
      sx={{ display: 'grid', alignContent: 'start', gap: level === 2 ? 1.5 : 0.5, minWidth: 0 }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, ...(level === 3 && { minHeight: 32 }) }}>
        <Typography id={id} variant={level === 2 ? 'h2' : 'h3'} sx={{ flex: 1, minWidth: 0 }}>
          {title}
        </Typography>
        {aside}
      </Box>
      {children}
    </Box>
  )
}
