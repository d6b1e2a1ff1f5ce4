import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'

interface ChoiceFieldProps<Value extends string> {
  readonly label: string
  readonly choices: readonly Value[]
  readonly value: Value
  readonly onChange: (value: Value) => void
}

/** One of a few words of the RFC. */
export function ChoiceField<Value extends string>({ label, choices, value, onChange }: ChoiceFieldProps<Value>) {
  const handleChange = (chosen: string) => {
    const known = choices.find((choice) => choice === chosen)
    if (known !== undefined) onChange(known)
  }
  return (
    <TextField select label={label} value={value} onChange={(event) => handleChange(event.target.value)}>
      {choices.map((choice) => (
        <MenuItem key={choice} value={choice}>
          {choice}
        </MenuItem>
      ))}
    </TextField>
  )
}
