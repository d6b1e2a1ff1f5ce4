import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { type SubmitEvent, useState } from 'react'
import type { Extension } from '#contract/extension.ts'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { AttributeList } from './AttributeList.tsx'
import { type ExtensionDraft, emptyDraft, toDraft, toSchema, toUrn } from './extensionDraft.ts'
import { useSaveExtension } from './useSaveExtension.ts'

interface ExtensionFormProps {
  readonly connection: string
  /** The one that is edited; absent for a new one. */
  readonly extension?: Extension
  readonly onClose: () => void
}

/** Builds a custom extension by hand, or edits one: name, URN and attributes. */
export function ExtensionForm({ connection, extension, onClose }: ExtensionFormProps) {
  const [draft, setDraft] = useState(() => (extension ? toDraft(extension) : emptyDraft))
  const save = useSaveExtension(connection, { onSaved: onClose })
  const change = (changed: Partial<ExtensionDraft>) => {
    setDraft({ ...draft, ...changed })
    save.reset()
  }
  const handleSubmit = (event: SubmitEvent) => {
    event.preventDefault()
    save.mutate({ schema: toSchema(draft), urn: extension?.id })
  }
  return (
    <Box
      component="form"
      aria-label={extension ? `Edit ${extension.name}` : 'A new extension'}
      onSubmit={handleSubmit}
      sx={{ border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper' }}
    >
      <NameFields draft={draft} isEdited={extension !== undefined} onChange={change} />
      <AttributeList attributes={draft.attributes} onChange={(attributes) => change({ attributes })} />
      <Box sx={{ display: 'grid', gap: 1.5, p: 2 }}>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          A required attribute is asked of a learner who has any attribute of the extension. Suggested values are shown to the
          identity provider, and others are taken too.
          {extension &&
            ' What learners have of an attribute that you take out stays stored out of sight, and is there again once the attribute is. A change that stored values do not fit is refused.'}
        </Typography>
        {save.refusal !== undefined && <Alert severity="error">{toWordsOfTheForm(save.refusal)}</Alert>}
        {save.error && <ErrorNotice title="The extension could not be saved" error={save.error} />}
        <Box sx={{ display: 'flex', gap: 1 }}>
          <Button type="submit" variant="contained" disabled={save.isPending}>
            {extension ? 'Save the extension' : 'Add the extension'}
          </Button>
          <Button color="inherit" onClick={onClose}>
            Cancel
          </Button>
        </Box>
      </Box>
    </Box>
  )
}

interface NameFieldsProps {
  readonly draft: ExtensionDraft
  readonly isEdited: boolean
  readonly onChange: (changed: Partial<ExtensionDraft>) => void
}

function NameFields({ draft, isEdited, onChange }: NameFieldsProps) {
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' },
        p: 2,
        borderBottom: 1,
        borderColor: 'divider',
      }}
    >
      <TextField
        label="Name of the extension"
        value={draft.name}
        required
        // The button that opened the form is gone, and the focus with it.
        autoFocus
        onChange={(event) => onChange({ name: event.target.value })}
        slotProps={{ htmlInput: { maxLength: 100 } }}
      />
      <TextField
        label="Description of the extension"
        value={draft.description}
        onChange={(event) => onChange({ description: event.target.value })}
        slotProps={{ htmlInput: { maxLength: 1000 } }}
      />
      <TextField
        label="URN"
        value={draft.urn}
        placeholder={toUrn(draft)}
        helperText={
          isEdited
            ? "Stays as it is: the learners' values are stored under it."
            : 'The same as in the identity provider. Empty: the one shown, made from the name.'
        }
        onChange={(event) => onChange({ urn: event.target.value })}
        slotProps={{
          htmlInput: { spellCheck: false, autoComplete: 'off', readOnly: isEdited },
          inputLabel: { shrink: true },
        }}
        sx={{ gridColumn: '1 / -1' }}
      />
    </Box>
  )
}

/** The service counts attributes from 0, as JSON does, and the form from 1. */
function toWordsOfTheForm(refusal: string): string {
  return refusal.replace(/attributes\[(\d+)\](?:\.subAttributes\[(\d+)\])?\.(\w+)/g, (_, index, part, member) => {
    const attribute = `ttribute ${Number(index) + 1}`
    return part === undefined ? `A${attribute}: ${member}` : `Sub-attribute ${Number(part) + 1} of a${attribute}: ${member}`
  })
}
