import CloseIcon from '@mui/icons-material/Close'
import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import IconButton from '@mui/material/IconButton'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import type { AttributeDraft, DraftType } from './extensionDraft.ts'

interface AttributeFieldsProps {
  /** Where it stands, from 1: spoken with each field. */
  readonly position: number
  readonly attribute: AttributeDraft
  readonly onChange: (attribute: AttributeDraft) => void
  /** Absent for the only one. */
  readonly onRemove?: (() => void) | undefined
}

const types: readonly DraftType[] = ['string', 'boolean', 'integer', 'decimal', 'dateTime', 'reference', 'binary']
const mutabilities: readonly AttributeDraft['mutability'][] = ['readWrite', 'readOnly', 'immutable', 'writeOnly']
const returneds: readonly AttributeDraft['returned'][] = ['default', 'always', 'request', 'never']

const flags = [
  { name: 'multiValued', label: 'Several values' },
  { name: 'required', label: 'Required' },
  { name: 'unique', label: 'Unique' },
  { name: 'caseExact', label: 'Exact case' },
] as const

/** The fields of one attribute of a custom extension. */
export function AttributeFields({ position, attribute, onChange, onRemove }: AttributeFieldsProps) {
  const isSecret = attribute.mutability === 'writeOnly'
  return (
    <Box
      role="group"
      aria-label={`Attribute ${position}`}
      sx={{ display: 'grid', gap: 1, px: 2, py: 1.5, borderBottom: 1, borderColor: 'divider' }}
    >
      <Box
        sx={{
          display: 'grid',
          gap: 1,
          gridTemplateColumns: { xs: '1fr 1fr', sm: 'minmax(160px, 2fr) 1fr 1fr 1fr auto' },
          alignItems: 'start',
        }}
      >
        <TextField
          label="Name"
          value={attribute.name}
          required
          onChange={(event) => onChange({ ...attribute, name: event.target.value })}
          slotProps={{ htmlInput: { spellCheck: false, autoComplete: 'off', maxLength: 100 } }}
        />
        <Choice label="Type" choices={types} value={attribute.type} onChange={(type) => onChange({ ...attribute, type })} />
        <Choice
          label="Mutability"
          choices={mutabilities}
          value={attribute.mutability}
          onChange={(mutability) =>
            onChange({ ...attribute, mutability, ...(mutability === 'writeOnly' && { returned: 'never' as const }) })
          }
        />
        <Choice
          label="Returned"
          choices={isSecret ? ['never'] : returneds}
          value={attribute.returned}
          onChange={(returned) => onChange({ ...attribute, returned })}
        />
        <IconButton
          aria-label={`Remove attribute ${position}`}
          disabled={onRemove === undefined}
          onClick={onRemove}
          sx={{ mt: 0.5, justifySelf: 'start' }}
        >
          <CloseIcon fontSize="small" />
        </IconButton>
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2 }}>
        {flags.map(({ name, label }) => (
          <FormControlLabel
            key={name}
            label={label}
            control={
              <Checkbox size="small" checked={attribute[name]} onChange={(_, isOn) => onChange({ ...attribute, [name]: isOn })} />
            }
          />
        ))}
      </Box>
    </Box>
  )
}

interface ChoiceProps<Value extends string> {
  readonly label: string
  readonly choices: readonly Value[]
  readonly value: Value
  readonly onChange: (value: Value) => void
}

function Choice<Value extends string>({ label, choices, value, onChange }: ChoiceProps<Value>) {
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
