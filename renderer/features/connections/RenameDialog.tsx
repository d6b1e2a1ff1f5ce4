import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { type Connection, maxNameLength } from '#contract/connection.ts'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { useChangeConnection } from './useConnections.ts'

interface RenameDialogProps {
  readonly connection: Connection
  readonly onClose: () => void
}

/** Gives a connection another name. */
export function RenameDialog({ connection, onClose }: RenameDialogProps) {
  const [name, setName] = useState(connection.name)
  const change = useChangeConnection(connection.slug)
  const isReady = name.trim() !== '' && !change.isPending
  const handleRename = () => isReady && change.mutate({ name: name.trim() }, { onSuccess: onClose })
  return (
    <ConfirmDialog
      isOpen
      title={`Rename ${connection.name}`}
      confirmLabel="Rename"
      isBusy={!isReady}
      onConfirm={handleRename}
      onClose={onClose}
    >
      <TextField
        label="Name"
        value={name}
        autoFocus
        fullWidth
        error={name.trim() === ''}
        helperText={
          name.trim() === ''
            ? 'A connection needs a name.'
            : `Its address keeps /${connection.slug}, because that stands in your identity provider.`
        }
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && handleRename()}
        sx={{ mt: 1 }}
        slotProps={{ htmlInput: { maxLength: maxNameLength } }}
      />
      {change.error && <ErrorNotice title="The connection could not be renamed" error={change.error} />}
    </ConfirmDialog>
  )
}
