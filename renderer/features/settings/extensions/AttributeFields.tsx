import CloseIcon from '@mui/icons-material/Close'
import Box from '@mui/material/Box'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import IconButton from '@mui/material/IconButton'
import TextField from '@mui/material/TextField'
import type { ReactNode } from 'react'
import { ChoiceField } from './ChoiceField.tsx'
import { type AttributeDraft, isText, withType } from './extensionDraft.ts'

interface AttributeFieldsProps {
  /** Where it stands: "Attribute 1". Spoken with each field. */
  readonly label: string
  readonly attribute: AttributeDraft
  readonly types: readonly AttributeDraft['type'][]
  readonly onChange: (attribute: AttributeDraft) => void
  /** Absent for the only one. */
  readonly onRemove?: (() => void) | undefined
  /** Its sub-attributes. */
  readonly children?: ReactNode
}

const mutabilities: readonly AttributeDraft['mutability'][] = ['readWrite', 'readOnly', 'immutable', 'writeOnly']
const returneds: readonly AttributeDraft['returned'][] = ['default', 'always', 'request', 'never']

/** The fields of one attribute of a custom extension, or of one sub-attribute. */
export function AttributeFields({ label, attribute, types, onChange, onRemove, children }: AttributeFieldsProps) {
  const change = (changed: Partial<AttributeDraft>) => onChange({ ...attribute, ...changed })
  const { type, mutability } = attribute
  // Of another type a file may have brought some along.
  const hasSuggestions = type === 'string' || (type !== 'complex' && attribute.canonicalValues !== '')
  return (
    <Box role="group" aria-label={label} sx={{ display: 'grid', gap: 1, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Box
        sx={{
          display: 'grid',
          gap: 1,
          gridTemplateColumns: {
            xs: '1fr 1fr',
            sm: 'minmax(120px, 1.6fr) minmax(112px, 1fr) minmax(124px, 1fr) minmax(112px, 1fr) auto',
          },
          alignItems: 'start',
        }}
      >
        <TextField
          label="Name"
          value={attribute.name}
          required
          onChange={(event) => change({ name: event.target.value })}
          slotProps={{ htmlInput: { spellCheck: false, autoComplete: 'off', maxLength: 100 } }}
        />
        <ChoiceField label="Type" choices={types} value={type} onChange={(chosen) => onChange(withType(attribute, chosen))} />
        <ChoiceField
          label="Mutability"
          choices={mutabilities}
          value={mutability}
          onChange={(chosen) => change({ mutability: chosen, ...(chosen === 'writeOnly' && { returned: 'never' as const }) })}
        />
        <ChoiceField
          label="Returned"
          choices={mutability === 'writeOnly' ? ['never'] : returneds}
          value={attribute.returned}
          onChange={(returned) => change({ returned })}
        />
        <IconButton
          aria-label={`Remove ${label.charAt(0).toLowerCase()}${label.slice(1)}`}
          disabled={onRemove === undefined}
          onClick={onRemove}
          sx={{ mt: 0.5, justifySelf: 'start' }}
        >
          <CloseIcon fontSize="small" />
        </IconButton>
      </Box>
      <AttributeFlags attribute={attribute} onChange={onChange} />
      <Box
        sx={{ display: 'grid', gap: 1, gridTemplateColumns: { xs: '1fr', sm: 'repeat(2, minmax(0, 1fr))' }, alignItems: 'start' }}
      >
        <TextField
          label="Description"
          value={attribute.description}
          onChange={(event) => change({ description: event.target.value })}
          slotProps={{ htmlInput: { maxLength: 1000 } }}
          sx={{ ...(!hasSuggestions && { gridColumn: '1 / -1' }) }}
        />
        {hasSuggestions && (
          <TextField
            label="Suggested values, one a line"
            value={attribute.canonicalValues}
            multiline
            maxRows={6}
            onChange={(event) => change({ canonicalValues: event.target.value })}
          />
        )}
      </Box>
      {children}
    </Box>
  )
}

function AttributeFlags({ attribute, onChange }: Pick<AttributeFieldsProps, 'attribute' | 'onChange'>) {
  const { type, uniqueness } = attribute
  const flags = [
    { label: 'Several values', isOn: attribute.multiValued, change: (isOn: boolean) => ({ multiValued: isOn }) },
    { label: 'Required', isOn: attribute.required, change: (isOn: boolean) => ({ required: isOn }) },
    // Of a complex attribute, one of its parts is.
    type !== 'complex' && {
      label: 'Unique',
      isOn: uniqueness !== 'none',
      change: (isOn: boolean) => ({ uniqueness: isOn ? ('server' as const) : ('none' as const) }),
    },
    isText(type) && { label: 'Exact case', isOn: attribute.caseExact, change: (isOn: boolean) => ({ caseExact: isOn }) },
  ].filter((flag) => flag !== false)
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2 }}>
      {flags.map(({ label, isOn, change }) => (
        <FormControlLabel
          key={label}
          label={label}
          control={
            <Checkbox size="small" checked={isOn} onChange={(_, isChecked) => onChange({ ...attribute, ...change(isChecked) })} />
          }
        />
      ))}
    </Box>
  )
}
