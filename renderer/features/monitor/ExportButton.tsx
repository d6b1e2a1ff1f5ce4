import DownloadIcon from '@mui/icons-material/FileDownloadOutlined'
import Button from '@mui/material/Button'
import { useState } from 'react'
import type { ExchangeFilter } from '#contract/exchange.ts'
import { useCommands } from '../../commands/useCommands.ts'
import { ExportDialog } from './ExportDialog.tsx'

interface ExportButtonProps {
  readonly connection: string
  readonly filter: ExchangeFilter
  readonly total: number | undefined
}

/** Opens the dialog that takes what the list holds out as a file. */
export function ExportButton(props: ExportButtonProps) {
  const [isOpen, setIsOpen] = useState(false)
  useCommands([{ name: 'Export what is listed…', group: 'This screen', key: 'e', run: () => setIsOpen(true) }])
  return (
    <>
      <Button
        variant="outlined"
        color="inherit"
        aria-haspopup="dialog"
        aria-keyshortcuts="E"
        title="E"
        sx={{ borderColor: 'divider', bgcolor: 'background.paper' }}
        startIcon={<DownloadIcon />}
        onClick={() => setIsOpen(true)}
      >
        Export
      </Button>
      {/* Made anew each time, so that persons' data never leave because they once did. */}
      {isOpen && <ExportDialog {...props} onClose={() => setIsOpen(false)} />}
    </>
  )
}
