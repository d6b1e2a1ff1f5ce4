import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { type ReactNode, useId } from 'react'
import { monospace } from '../theme.ts'
import { CopyButton } from './CopyButton.tsx'

interface CopyFieldProps {
  /** The name of the value, as it stands where it is pasted. */
  readonly label: ReactNode
  readonly value: string
  /** Spoken name of the copy button; "Copy" and the label where that is text. */
  readonly copyLabel?: string
  /** One line below the value. */
  readonly hint?: ReactNode
  readonly onCopied?: () => void
}

/** A value to be copied: a box in monospace, selectable as a whole, the copy button inside. */
export function CopyField({ label, value, copyLabel, hint, onCopied }: CopyFieldProps) {
  const id = useId()
  const spoken = copyLabel ?? (typeof label === 'string' ? `Copy ${label}` : 'Copy')
  return (
    <Box role="group" aria-labelledby={id}>
      <Typography id={id} variant="body2" component="div" sx={{ color: 'text.secondary', mb: 0.5 }}>
        {label}
      </Typography>
      <Box
        sx={{
          display: 'flex',
          alignItems: 'flex-start',
          gap: 1,
          paddingInlineStart: 1.5,
          paddingInlineEnd: 0.5,
          py: 0.5,
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
          bgcolor: 'background.default',
        }}
      >
        <Box
          component="code"
          sx={{
            flex: 1,
            minWidth: 0,
            py: 0.5,
            fontFamily: monospace,
            fontSize: '0.8125rem',
            overflowWrap: 'anywhere',
            whiteSpace: 'pre-wrap',
            userSelect: 'all',
          }}
        >
          {value}
        </Box>
        <CopyButton value={value} label={spoken} {...(onCopied ? { onCopied } : {})} />
      </Box>
      {hint === undefined ? null : (
        <Typography variant="caption" component="div" sx={{ color: 'text.secondary', mt: 0.5 }}>
          {hint}
        </Typography>
      )}
    </Box>
  )
}
