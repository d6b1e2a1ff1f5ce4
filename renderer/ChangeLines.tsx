import Box from '@mui/material/Box'
import type { Change } from '#contract/exchange.ts'
import { monospace } from './theme.ts'

interface ChangeLinesProps {
  readonly changes: readonly Change[]
  /** Spoken name of the list, where its heading does not say it. */
  readonly label?: string
}

/** What differs between two states of a resource, attribute by attribute. */
export function ChangeLines({ changes, label }: ChangeLinesProps) {
  return (
    <Box component="ul" aria-label={label} sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {changes.map((change, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two values of one attribute may have the same path
        <ChangeLine key={index} change={change} />
      ))}
    </Box>
  )
}

const signs = {
  added: { sign: '+', color: 'success.main' },
  removed: { sign: '−', color: 'error.main' },
  replaced: { sign: '~', color: 'info.main' },
} as const

function ChangeLine({ change }: { readonly change: Change }) {
  const { sign, color } = signs[change.kind]
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
      <Box component="span" role="img" aria-label={change.kind} title={change.kind} sx={{ color, fontWeight: 700 }}>
        {sign}
      </Box>
      <Box component="span" sx={{ overflowWrap: 'anywhere' }}>
        {change.attribute}
      </Box>
      <Box component="span" sx={{ overflowWrap: 'anywhere', minWidth: 0, '@container (max-width: 420px)': { gridColumn: 2 } }}>
        {change.kind !== 'added' && (
          <Box component="del" sx={{ color: 'text.secondary' }}>
            {toText(change.before)}
          </Box>
        )}
        {change.kind === 'replaced' && ' → '}
        {change.kind !== 'removed' && (
          <Box component="ins" sx={{ textDecoration: 'none', fontWeight: 600 }}>
            {toText(change.after)}
          </Box>
        )}
      </Box>
    </Box>
  )
}

/** A value on one line; a very long one is cut, since the bytes stand below. */
function toText(value: Change['before']): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value ?? null)
  return text.length > 300 ? `${text.slice(0, 300)}…` : text
}
