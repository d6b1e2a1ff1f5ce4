import CheckIcon from '@mui/icons-material/Check'
import CopyIcon from '@mui/icons-material/ContentCopy'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import Tooltip from '@mui/material/Tooltip'
import { useEffect, useState } from 'react'

interface CopyButtonProps {
  readonly value: string
  /** What is copied: "Copy token". */
  readonly label: string
  /** With the label in words beside the icon. */
  readonly withText?: boolean
  readonly onCopied?: () => void
}

/** Copies a value and says for two seconds that it did. */
export function CopyButton({ value, label, withText = false, onCopied }: CopyButtonProps) {
  const [state, setState] = useState<'ready' | 'copied' | 'refused'>('ready')
  useEffect(() => {
    if (state === 'ready') return
    const timer = setTimeout(() => setState('ready'), 2000)
    return () => clearTimeout(timer)
  }, [state])

  const handleClick = async () => {
    try {
      await navigator.clipboard.writeText(value)
      setState('copied')
      onCopied?.()
    } catch {
      // The browser forbids it; the value can still be selected by hand, and the button says so.
      setState('refused')
    }
  }
  const told = { ready: label, copied: 'Copied', refused: 'Not allowed: select it by hand' }[state]
  const icon = state === 'copied' ? <CheckIcon fontSize="inherit" color="success" /> : <CopyIcon fontSize="inherit" />

  if (withText) {
    return (
      <Button
        size="small"
        variant="outlined"
        color="inherit"
        startIcon={icon}
        onClick={() => void handleClick()}
        sx={{ borderColor: 'divider' }}
      >
        {told}
      </Button>
    )
  }
  return (
    <Tooltip title={told}>
      <IconButton aria-label={told} onClick={() => void handleClick()} sx={{ fontSize: 16, borderRadius: 1 }}>
        {icon}
      </IconButton>
    </Tooltip>
  )
}
