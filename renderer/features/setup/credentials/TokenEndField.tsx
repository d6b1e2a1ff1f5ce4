import Box from '@mui/material/Box'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { type TokenEnd, toExpiresAt } from './tokenEnd.ts'

interface TokenEndFieldProps {
  readonly label: string
  readonly value: TokenEnd
  readonly onChange: (end: TokenEnd) => void
}

const choices: readonly { readonly choice: TokenEnd['choice']; readonly label: string }[] = [
  { choice: 'never', label: 'Never' },
  { choice: '90', label: 'In 90 days' },
  { choice: '365', label: 'In 1 year' },
  { choice: 'date', label: 'On a date…' },
]

/** Asks when a new token is to end by itself. */
export function TokenEndField({ label, value, onChange }: TokenEndFieldProps) {
  const isMissing = toExpiresAt(value) === undefined
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'flex-start' }}>
      <TextField
        select
        label={label}
        value={value.choice}
        sx={{ width: 180 }}
        onChange={(event) => {
          const chosen = choices.find(({ choice }) => choice === event.target.value)
          if (chosen) onChange({ ...value, choice: chosen.choice })
        }}
      >
        {choices.map(({ choice, label: name }) => (
          <MenuItem key={choice} value={choice}>
            {name}
          </MenuItem>
        ))}
      </TextField>
      {value.choice === 'date' && (
        <TextField
          type="date"
          label="Last day"
          value={value.date}
          sx={{ width: 180 }}
          helperText={isMissing ? 'Choose a day to come.' : ' '}
          onChange={(event) => onChange({ ...value, date: event.target.value })}
          slotProps={{ inputLabel: { shrink: true } }}
        />
      )}
    </Box>
  )
}
