import TextField from '@mui/material/TextField'
import { formatNumber } from '../format.ts'

interface NumberFieldProps {
  readonly label: string
  readonly value: string
  readonly range: { readonly min: number; readonly max: number }
  readonly isWrong: boolean
  readonly onChange: (value: string) => void
}

/** A whole number within a range, which is named where it is left. */
export function NumberField({ label, value, range, isWrong, onChange }: NumberFieldProps) {
  return (
    <TextField
      fullWidth
      type="number"
      label={label}
      value={value}
      error={isWrong}
      helperText={isWrong ? `${formatNumber(range.min)} to ${formatNumber(range.max)}` : undefined}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{ htmlInput: range }}
    />
  )
}
