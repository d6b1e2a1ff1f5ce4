import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { type KeyboardEvent, useState } from 'react'

const maxNoteLength = 500

interface NoteFieldProps {
  readonly note: string | null
  readonly onSave: (note: string | null) => void
}

/** A note as it stands, or in the making; saved by Ctrl+Enter as well, left by Escape. */
export function NoteField({ note, onSave }: NoteFieldProps) {
  const [draft, setDraft] = useState<string>()
  if (draft === undefined) {
    return (
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start', minWidth: 0, flex: note === null ? undefined : '1 1 240px' }}>
        {note !== null && (
          <Typography sx={{ fontStyle: 'italic', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', minWidth: 0, py: 0.75 }}>
            {note}
          </Typography>
        )}
        <Button color="inherit" sx={{ flex: 'none' }} onClick={() => setDraft(note ?? '')}>
          {note === null ? 'Add a note' : 'Edit the note'}
        </Button>
      </Box>
    )
  }
  const save = () => {
    onSave(draft.trim() === '' ? null : draft.trim())
    setDraft(undefined)
  }
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setDraft(undefined)
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save()
  }
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'flex-start', flex: '1 1 240px' }}>
      <TextField
        label="Note"
        multiline
        maxRows={6}
        autoFocus
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={handleKeyDown}
        slotProps={{ htmlInput: { maxLength: maxNoteLength } }}
        sx={{ flex: '1 1 200px' }}
      />
      <Button variant="outlined" onClick={save}>
        Save
      </Button>
      <Button color="inherit" onClick={() => setDraft(undefined)}>
        Cancel
      </Button>
    </Box>
  )
}
