import CommandsIcon from '@mui/icons-material/KeyboardCommandKey'
import IconButton from '@mui/material/IconButton'
import Tooltip from '@mui/material/Tooltip'
import { useEffect, useState } from 'react'
import { CommandPalette } from '../commands/CommandPalette.tsx'
import { KeysDialog } from '../commands/KeysDialog.tsx'
import { isPaletteKey, paletteKey, paletteShortcut } from '../commands/paletteKey.ts'
import { useCommands } from '../commands/useCommands.ts'
import { useFrameCommands } from './useFrameCommands.ts'

/** Opens the list of every command, and by `?` that of the keys. */
export function CommandsButton({ connection }: { readonly connection: string }) {
  const [open, setOpen] = useState<'commands' | 'keys' | null>(null)
  const close = () => setOpen(null)
  useCommands(useFrameCommands(connection))
  useCommands([{ name: 'Which keys there are', group: 'Help', key: '?', run: () => setOpen('keys') }])
  useEffect(() => {
    const handleKey = (event: KeyboardEvent) => {
      if (!isPaletteKey(event)) return
      event.preventDefault()
      // Whatever is being asked in another dialog has to be answered first.
      if (document.querySelector('[role=dialog]')) return
      setOpen('commands')
    }
    window.addEventListener('keydown', handleKey)
    return () => window.removeEventListener('keydown', handleKey)
  }, [])
  return (
    <>
      <Tooltip title={`Commands (${paletteKey})`}>
        <IconButton
          aria-label="Commands"
          aria-haspopup="dialog"
          aria-keyshortcuts={paletteShortcut}
          onClick={() => setOpen('commands')}
        >
          <CommandsIcon fontSize="small" />
        </IconButton>
      </Tooltip>
      <CommandPalette isOpen={open === 'commands'} onClose={close} />
      <KeysDialog isOpen={open === 'keys'} onClose={close} />
    </>
  )
}
