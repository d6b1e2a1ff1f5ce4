import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import type { ExchangeFilter } from '#contract/exchange.ts'
import { useViews } from './useViews.ts'
import { ViewEditor } from './ViewEditor.tsx'

interface EditViewsDialogProps {
  readonly connection: string
  readonly filter: ExchangeFilter
  readonly onClose: () => void
}

/** Names, replaces and deletes saved views. */
export function EditViewsDialog({ connection, filter, onClose }: EditViewsDialogProps) {
  const titleId = useId()
  const views = useViews(connection).list.data ?? []
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="sm" fullWidth>
      <DialogTitle id={titleId}>Views</DialogTitle>
      <DialogContent>
        {views.length === 0 && <Typography sx={{ color: 'text.secondary' }}>No view is saved.</Typography>}
        <Box component="ul" sx={{ m: 0, p: 0, pt: 1, listStyle: 'none', display: 'grid', gap: 2 }}>
          {views.map((view) => (
            <ViewEditor key={view.id} connection={connection} view={view} filter={filter} />
          ))}
        </Box>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button variant="contained" onClick={onClose}>
          Done
        </Button>
      </DialogActions>
    </Dialog>
  )
}
