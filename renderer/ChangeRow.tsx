import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import type { Change } from '#contract/exchange.ts'
import { monospace } from './theme.ts'

interface ChangeRowProps {
  readonly kind: Change['kind']
  readonly attribute: string
  readonly children: ReactNode
}

const signs = {
  added: { sign: '+', color: 'success.main' },
  removed: { sign: '−', color: 'error.main' },
  replaced: { sign: '~', color: 'info.main' },
} as const

/** One line of what differs: how, in which attribute, and the values. */
export function ChangeRow({ kind, attribute, children }: ChangeRowProps) {
  const { sign, color } = signs[kind]
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: '12px minmax(120px, 2fr) 3fr',
        columnGap: 1,
        px: 1.5,
        py: 0.75,
        borderBottom: 1,
        borderColor: 'divider',
        '&:last-child': { borderBottom: 0 },
        fontFamily: monospace,
        fontSize: '0.75rem',
        lineHeight: 1.5,
        '@container (max-width: 420px)': { gridTemplateColumns: '12px minmax(0, 1fr)' },
      }}
    >
      <Box component="span" role="img" aria-label={kind} title={kind} sx={{ color, fontWeight: 700 }}>
        {sign}
      </Box>
      <Box component="span" sx={{ overflowWrap: 'anywhere' }}>
        {attribute}
      </Box>
      <Box component="span" sx={{ overflowWrap: 'anywhere', minWidth: 0, '@container (max-width: 420px)': { gridColumn: 2 } }}>
        {children}
      </Box>
    </Box>
  )
}
