import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useId, useState } from 'react'
import { listCommands } from './commands.ts'
import { KeyCap, toKeyName } from './KeyCap.tsx'
import { paletteKey } from './paletteKey.ts'
import { SingleKeysSwitch } from './SingleKeysSwitch.tsx'

/** What is no command: it moves, or opens what the keyboard is on. */
const moves = [
  { name: 'From one request to the next, in the list', keys: ['↑', '↓'] },
  { name: 'Fold look-ups, and unfold them', keys: ['←', '→'] },
  { name: 'Open the request', keys: ['Enter'] },
  { name: 'Every command', keys: [paletteKey] },
]

interface KeysDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** The keys that do something here and now, and the switch that silences single ones. */
export function KeysDialog({ isOpen, onClose }: KeysDialogProps) {
  const titleId = useId()
  return (
    <Dialog open={isOpen} onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>Keys</DialogTitle>
      <DialogContent>
        <KeyTable />
        <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1, mt: 2 }}>
          <SingleKeysSwitch />
        </Box>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Close</Button>
      </DialogActions>
    </Dialog>
  )
}

function KeyTable() {
  // As they were when the dialog was opened.
  const [commands] = useState(listCommands)
  const ofCommands = commands.flatMap(({ name, key }) => (key === undefined ? [] : [{ name, keys: [toKeyName(key)] }]))
  return (
    <Box component="table" aria-label="Keys" sx={{ width: '100%', borderCollapse: 'collapse' }}>
      <tbody>
        {[...ofCommands, ...moves].map(({ name, keys }) => (
          <Box component="tr" key={name} sx={{ '& > *': { py: 0.75, borderBottom: 1, borderColor: 'divider' } }}>
            <Box component="th" scope="row" sx={{ textAlign: 'start', fontWeight: 400, overflowWrap: 'anywhere' }}>
              {name}
            </Box>
            <Box component="td" sx={{ textAlign: 'end', whiteSpace: 'nowrap', paddingInlineStart: 2 }}>
              {keys.map((key) => (
                <Box component="span" key={key} sx={{ marginInlineStart: 0.5 }}>
                  <KeyCap of={key} />
                </Box>
              ))}
            </Box>
          </Box>
        ))}
      </tbody>
    </Box>
  )
}
