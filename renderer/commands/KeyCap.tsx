import Box from '@mui/material/Box'
import { monospace } from '../theme.ts'

const names: Readonly<Record<string, string>> = {
  escape: 'Esc',
  enter: 'Enter',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
}

/** A key as it stands on the keyboard. */
export const toKeyName = (key: string): string => names[key] ?? key.toUpperCase()

/** A key to press. */
export function KeyCap({ of }: { readonly of: string }) {
  return (
    <Box
      component="kbd"
      sx={{
        fontFamily: monospace,
        fontSize: '0.75rem',
        lineHeight: '18px',
        minWidth: 20,
        px: 0.5,
        textAlign: 'center',
        border: 1,
        borderColor: 'divider',
        borderRadius: 0.5,
        color: 'text.secondary',
        bgcolor: 'background.default',
        whiteSpace: 'nowrap',
      }}
    >
      {of}
    </Box>
  )
}
