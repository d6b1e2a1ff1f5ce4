import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import type { ExchangeFilter } from '#contract/exchange.ts'
import type { SavedView } from '#contract/savedView.ts'
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { isNarrowed, toSearchParams } from '../exchangeFilter.ts'
import { useViews } from './useViews.ts'

interface ViewEditorProps {
  readonly connection: string
  readonly view: SavedView
  /** What the list shows at the moment. */
  readonly filter: ExchangeFilter
}

/** One saved view: its name, its filter replaced by the present one, and its end. */
export function ViewEditor({ connection, view, filter }: ViewEditorProps) {
  const [name, setName] = useState(view.name)
  const [isAsking, setIsAsking] = useState(false)
  const { change, remove } = useViews(connection)
  const wanted = name.trim()
  const isRenamed = wanted !== '' && wanted !== view.name
  const isSame = toSearchParams(view.filter).toString() === toSearchParams(filter).toString()
  const isTaken = change.data?.result === 'taken' && change.variables?.change.name === wanted
  const error = change.error ?? remove.error
  const handleRename = () => change.mutate({ id: view.id, change: { name: wanted } })
  return (
    <Box component="li" aria-label={view.name}>
      <TextField
        label="Name"
        value={name}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && isRenamed && handleRename()}
        error={isTaken}
        helperText={isTaken ? 'Another view has this name.' : undefined}
        fullWidth
        slotProps={{ htmlInput: { maxLength: 60 } }}
      />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 0.5 }}>
        <Button disabled={!isRenamed || change.isPending} onClick={handleRename}>
          Rename
        </Button>
        <Button
          disabled={isSame || !isNarrowed(filter) || change.isPending}
          onClick={() => change.mutate({ id: view.id, change: { filter } })}
        >
          {isSame ? 'Has the present filter' : 'Replace by the present filter'}
        </Button>
        <Button color="error" onClick={() => setIsAsking(true)}>
          Delete
        </Button>
      </Box>
      {error && <ErrorNotice title="The view could not be changed" error={error} />}
      <ConfirmDialog
        isOpen={isAsking}
        title={`Delete the view “${view.name}”`}
        confirmLabel="Delete"
        isDangerous
        isBusy={remove.isPending}
        onConfirm={() => remove.mutate(view.id)}
        onClose={() => setIsAsking(false)}
      >
        The requests stay.
      </ConfirmDialog>
    </Box>
  )
}
