import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import { type ReactNode, useState } from 'react'

interface TickFieldProps {
  readonly isTicked: boolean
  /** Tells the service; what it says then is `isTicked`. */
  readonly onChange: (isTicked: boolean) => Promise<unknown>
  readonly children: ReactNode
}

/** What only the user can say is done. */
export function TickField({ isTicked, onChange, children }: TickFieldProps) {
  // What was asked for and is on its way is shown at once.
  const [wanted, setWanted] = useState<boolean>()
  const isChecked = wanted ?? isTicked
  const handleChange = async (checked: boolean) => {
    setWanted(checked)
    try {
      await onChange(checked)
    } catch {
      // The step says why it was not saved.
    } finally {
      setWanted(undefined)
    }
  }
  return (
    <Box
      sx={{
        border: 1,
        borderColor: isChecked ? 'primary.main' : 'divider',
        borderRadius: 1,
        bgcolor: 'background.paper',
        px: 1.5,
        py: 0.5,
      }}
    >
      <FormControlLabel
        control={<Checkbox size="small" checked={isChecked} onChange={(_, checked) => void handleChange(checked)} />}
        label={<span>{children}</span>}
      />
    </Box>
  )
}
