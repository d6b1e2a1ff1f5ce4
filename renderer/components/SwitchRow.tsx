import Box from '@mui/material/Box'
import Switch from '@mui/material/Switch'
import Typography from '@mui/material/Typography'
import { useId } from 'react'

interface SwitchRowProps {
  readonly label: string
  /** What it does, and what happens otherwise. */
  readonly description: string
  readonly isOn: boolean
  readonly isDisabled?: boolean
  readonly onChange: (isOn: boolean) => void
}

/** A switch with what it does; the whole line is its label. */
export function SwitchRow({ label, description, isOn, isDisabled = false, onChange }: SwitchRowProps) {
  const id = useId()
  const descriptionId = useId()
  return (
    <Box
      sx={{
        display: 'flex',
        gap: 2,
        alignItems: 'flex-start',
        px: 2,
        py: 1.25,
        borderBottom: 1,
        borderColor: 'divider',
        '&:last-child': { borderBottom: 0 },
      }}
    >
      <Box component="label" htmlFor={id} sx={{ flex: 1, minWidth: 0, cursor: 'pointer' }}>
        <Typography component="span" sx={{ display: 'block', fontWeight: 600 }}>
          {label}
        </Typography>
        <Typography id={descriptionId} component="span" variant="body2" sx={{ display: 'block', color: 'text.secondary' }}>
          {description}
        </Typography>
      </Box>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5, flex: 'none' }}>
        <Typography component="span" variant="caption" aria-hidden sx={{ color: 'text.secondary' }}>
          {isOn ? 'on' : 'off'}
        </Typography>
        <Switch
          checked={isOn}
          disabled={isDisabled}
          onChange={(_, next) => onChange(next)}
          slotProps={{ input: { id, 'aria-label': label, 'aria-describedby': descriptionId, role: 'switch' } }}
        />
      </Box>
    </Box>
  )
}
