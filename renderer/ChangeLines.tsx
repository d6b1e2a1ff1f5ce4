import Box from '@mui/material/Box'
import type { Change } from '#contract/exchange.ts'
import { ChangeRow } from './ChangeRow.tsx'

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

function ChangeLine({ change }: { readonly change: Change }) {
  return (
    <ChangeRow kind={change.kind} attribute={change.attribute}>
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
    </ChangeRow>
  )
}

/** A value on one line; a very long one is cut, since the bytes stand below. */
function toText(value: Change['before']): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value ?? null)
  return text.length > 300 ? `${text.slice(0, 300)}…` : text
}
