import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { useIgnore } from './useIgnore.ts'

interface IgnoreButtonProps {
  readonly connection: string
  /** Of the cause or of the finding. */
  readonly ignoredKey: string
  readonly title: string
  /** The newest of its exchanges that is shown; 0: none. */
  readonly lastExchangeId: number
  /** Who set something aside last: most likely the same person. */
  readonly lastBy: string
}

/** Sets a cause aside; asks for the reason, since whoever finds it later has to know. */
export function IgnoreButton({ connection, ignoredKey, title, lastExchangeId, lastBy }: IgnoreButtonProps) {
  const [isOpen, setIsOpen] = useState(false)
  const [note, setNote] = useState('')
  const [by, setBy] = useState<string>()
  const { ignore } = useIgnore(connection, ignoredKey)
  const handleConfirm = () => ignore.mutate({ note, by: by ?? lastBy, lastExchangeId }, { onSuccess: () => setIsOpen(false) })
  return (
    <>
      <Button color="inherit" aria-haspopup="dialog" sx={{ color: 'text.secondary' }} onClick={() => setIsOpen(true)}>
        Ignore…
      </Button>
      <ConfirmDialog
        isOpen={isOpen}
        title="Ignore this cause"
        confirmLabel="Ignore"
        isBusy={ignore.isPending || note.trim() === ''}
        onConfirm={handleConfirm}
        onClose={() => setIsOpen(false)}
      >
        <Typography variant="body2" sx={{ mb: 2 }}>
          “{title}” moves to the end and is not counted as open. What happens after this is still recorded, and said there.
        </Typography>
        <TextField
          label="Why"
          value={note}
          onChange={(event) => setNote(event.target.value)}
          multiline
          minRows={2}
          maxRows={6}
          fullWidth
          required
          autoFocus
          slotProps={{ htmlInput: { maxLength: 1000 } }}
        />
        <TextField
          label="Your name"
          helperText="Stands beside the reason."
          value={by ?? lastBy}
          onChange={(event) => setBy(event.target.value)}
          fullWidth
          sx={{ mt: 2 }}
          slotProps={{ htmlInput: { maxLength: 80 } }}
        />
        {ignore.error && <ErrorNotice title="It could not be ignored" error={ignore.error} />}
      </ConfirmDialog>
    </>
  )
}
