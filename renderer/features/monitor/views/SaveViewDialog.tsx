import TextField from '@mui/material/TextField'
import { useState } from 'react'
import type { ExchangeFilter } from '#contract/exchange.ts'
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { useViews } from './useViews.ts'

interface SaveViewDialogProps {
  readonly connection: string
  readonly filter: ExchangeFilter
  readonly onClose: () => void
}

/** Saves the present filter under a name; under one that is there, in the place of its filter. */
export function SaveViewDialog({ connection, filter, onClose }: SaveViewDialogProps) {
  const [name, setName] = useState('')
  const { list, add, change } = useViews(connection)
  const wanted = name.trim()
  const namesake = list.data?.find((view) => view.name.toLowerCase() === wanted.toLowerCase())
  const error = add.error ?? change.error
  // The name may have been given elsewhere a moment ago: then the list, read anew, shows it.
  const handleReply = ({ result }: { readonly result: string }) => (result === 'saved' ? onClose() : void list.refetch())
  const handleSave = () =>
    namesake
      ? change.mutate({ id: namesake.id, change: { filter } }, { onSuccess: handleReply })
      : add.mutate({ name: wanted, filter }, { onSuccess: handleReply })
  return (
    <ConfirmDialog
      isOpen
      title="Save this filter as a view"
      confirmLabel={namesake ? 'Replace' : 'Save'}
      isBusy={wanted === '' || add.isPending || change.isPending}
      onConfirm={handleSave}
      onClose={onClose}
    >
      <TextField
        label="Name"
        value={name}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && wanted !== '' && handleSave()}
        helperText={namesake ? `“${namesake.name}” is there. Its filter is replaced by this one.` : ' '}
        fullWidth
        autoFocus
        sx={{ mt: 1 }}
        slotProps={{ htmlInput: { maxLength: 60 } }}
      />
      {error && <ErrorNotice title="The view could not be saved" error={error} />}
    </ConfirmDialog>
  )
}
