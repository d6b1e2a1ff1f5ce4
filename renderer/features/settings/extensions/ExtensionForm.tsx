import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { type SubmitEvent, useState } from 'react'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { AttributeFields } from './AttributeFields.tsx'
import { type AttributeDraft, addAttribute, emptyDraft, toSchema, toUrn } from './extensionDraft.ts'
import { useAddExtension } from './useAddExtension.ts'

interface ExtensionFormProps {
  readonly connection: string
  readonly onClose: () => void
}

/** Builds a custom extension by hand: name, URN and attributes. */
export function ExtensionForm({ connection, onClose }: ExtensionFormProps) {
  const [draft, setDraft] = useState(emptyDraft)
  const add = useAddExtension(connection, { onAdded: onClose })
  const change = (changed: Partial<typeof draft>) => {
    setDraft({ ...draft, ...changed })
    add.reset()
  }
  const changeAttribute = (changed: AttributeDraft) =>
    change({ attributes: draft.attributes.map((one) => (one.key === changed.key ? changed : one)) })
  const handleSubmit = (event: SubmitEvent) => {
    event.preventDefault()
    add.mutate(toSchema(draft))
  }
  return (
    <Box
      component="form"
      aria-label="A new extension"
      onSubmit={handleSubmit}
      sx={{ border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper' }}
    >
      <Box sx={{ display: 'grid', gap: 2, p: 2, borderBottom: 1, borderColor: 'divider' }}>
        <TextField
          label="Name of the extension"
          value={draft.name}
          required
          onChange={(event) => change({ name: event.target.value })}
          slotProps={{ htmlInput: { maxLength: 100 } }}
          sx={{ maxWidth: 480 }}
        />
        <TextField
          label="URN"
          value={draft.urn}
          placeholder={toUrn(draft)}
          helperText="The same as in the identity provider. Empty: the one shown, made from the name."
          onChange={(event) => change({ urn: event.target.value })}
          slotProps={{ htmlInput: { spellCheck: false, autoComplete: 'off' }, inputLabel: { shrink: true } }}
        />
      </Box>
      {draft.attributes.map((attribute, index) => (
        <AttributeFields
          key={attribute.key}
          position={index + 1}
          attribute={attribute}
          onChange={changeAttribute}
          onRemove={
            draft.attributes.length === 1
              ? undefined
              : () => change({ attributes: draft.attributes.filter(({ key }) => key !== attribute.key) })
          }
        />
      ))}
      <Box sx={{ display: 'grid', gap: 1.5, p: 2 }}>
        <Button variant="outlined" onClick={() => setDraft(addAttribute(draft))} sx={{ justifySelf: 'start' }}>
          Add an attribute
        </Button>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          A required attribute is asked of a learner who has any attribute of the extension. An attribute with parts of its own
          (type complex) comes from a file.
        </Typography>
        {add.refusal !== undefined && <Alert severity="error">{toWordsOfTheForm(add.refusal)}</Alert>}
        {add.error && <ErrorNotice title="The extension could not be added" error={add.error} />}
        <Box sx={{ display: 'flex', gap: 1 }}>
          <Button type="submit" variant="contained" disabled={add.isPending}>
            Add the extension
          </Button>
          <Button color="inherit" onClick={onClose}>
            Cancel
          </Button>
        </Box>
      </Box>
    </Box>
  )
}

/** The service counts attributes from 0, as JSON does, and the form from 1. */
function toWordsOfTheForm(refusal: string): string {
  return refusal.replace(
    /attributes\[(\d+)\]\.(\w+)/g,
    (_, index: string, member: string) => `Attribute ${Number(index) + 1}: ${member}`,
  )
}
