import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import type { ReactNode } from 'react'

interface TickFieldProps {
  readonly isTicked: boolean
  readonly isBusy: boolean
  readonly onChange: (isTicked: boolean) => void
  readonly children: ReactNode
}

/** What only the user can say is done. */
export function TickField({ isTicked, isBusy, onChange, children }: TickFieldProps) {
  return (
    <Box
      sx={{
        border: 1,
        borderColor: isTicked ? 'primary.main' : 'divider',
        borderRadius: 1,
        bgcolor: 'background.paper',
        px: 1.5,
        py: 0.5,
      }}
    >
      <FormControlLabel
        control={<Checkbox size="small" checked={isTicked} disabled={isBusy} onChange={(_, checked) => onChange(checked)} />}
        label={<span>{children}</span>}
      />
    </Box>
  )
}
