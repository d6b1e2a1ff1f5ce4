import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import FormControlLabel from '@mui/material/FormControlLabel'
import Switch from '@mui/material/Switch'
import Typography from '@mui/material/Typography'
import { useId, useState } from 'react'
import type { ExchangeFilter } from '#contract/exchange.ts'
import type { ExportFormat } from '#contract/exchangeExport.ts'
import { formatCount } from '../../format.ts'
import { toExportUrl } from '../../service.ts'
import { ExportFormatChoice } from './ExportFormatChoice.tsx'
import { isNarrowed } from './exchangeFilter.ts'

interface ExportDialogProps {
  readonly connection: string
  readonly filter: ExchangeFilter
  /** How many match; undefined while that is not known. */
  readonly total: number | undefined
  readonly onClose: () => void
}

/** Asks how the requests in the list are to leave; the browser then takes the file as a download. */
export function ExportDialog({ connection, filter, total, onClose }: ExportDialogProps) {
  const titleId = useId()
  const [format, setFormat] = useState<ExportFormat>('har')
  const [hasPersons, setHasPersons] = useState(false)
  const url = toExportUrl(connection, { ...filter, format, persons: hasPersons ? 'asTheyAre' : 'aliases' })
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="xs" fullWidth>
      <DialogTitle id={titleId}>Export requests</DialogTitle>
      <DialogContent>
        <Typography sx={{ mb: 2 }}>
          {toCountText(total, isNarrowed(filter))} Tokens and passwords are never in the file: they are not stored.
        </Typography>
        <ExportFormatChoice format={format} onChange={setFormat} />
        <FormControlLabel
          sx={{ mt: 2, ml: -0.75 }}
          control={<Switch size="small" checked={hasPersons} onChange={(_, checked) => setHasPersons(checked)} />}
          label="With persons’ data"
          slotProps={{ typography: { sx: { ml: 1 } } }}
        />
        {hasPersons ? (
          <Alert severity="warning" sx={{ mt: 1 }}>
            The file will hold names, e-mail addresses and whatever else was sent about people. Give it only to those who may see
            that.
          </Alert>
        ) : (
          <Typography variant="body2" sx={{ mt: 0.5, color: 'text.secondary' }}>
            Each person has one alias in the whole file, such as Person 7 and person-7@example.invalid. Names of groups and ids
            made here stay. A body that is not JSON is left out, and so are your notes.
          </Typography>
        )}
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button color="inherit" onClick={onClose}>
          Cancel
        </Button>
        <Button variant="contained" href={url} download disabled={total === 0} onClick={onClose}>
          Download
        </Button>
      </DialogActions>
    </Dialog>
  )
}

function toCountText(total: number | undefined, hasFilter: boolean): string {
  if (total === undefined) return 'What the list holds is being counted.'
  if (total === 0) return hasFilter ? 'No request matches the filter.' : 'Nothing has arrived yet.'
  const count = formatCount(total, 'request')
  return hasFilter
    ? `${count} ${total === 1 ? 'matches' : 'match'} the filter and will be in the file.`
    : `All requests of the list will be in the file: ${count}.`
}
