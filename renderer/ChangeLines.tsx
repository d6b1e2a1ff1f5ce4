import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import type { Change } from '#contract/exchange.ts'
import { ChangeRow } from './ChangeRow.tsx'
import { formatNumber } from './format.ts'

interface ChangeLinesProps {
  readonly changes: readonly Change[]
  /** Spoken name of the list, where its heading does not say it. */
  readonly label?: string
}

/** As many are shown at first, and each time that more are asked for: a resource may have thousands of values. */
const linesAtOnce = 50

/** What differs between two states of a resource, attribute by attribute. */
export function ChangeLines({ changes, label }: ChangeLinesProps) {
  const [limit, setLimit] = useState(linesAtOnce)
  const more = Math.min(linesAtOnce, changes.length - limit)
  return (
    <>
      <Box component="ul" aria-label={label} sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {changes.slice(0, limit).map((change, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two values of one attribute may have the same path
          <ChangeLine key={index} change={change} />
        ))}
      </Box>
      {more > 0 && (
        <Box sx={{ px: 0.5, py: 0.5, borderTop: 1, borderColor: 'divider' }}>
          <Button size="small" onClick={() => setLimit(limit + linesAtOnce)}>
            Show {formatNumber(more)} more, {formatNumber(limit)} of {formatNumber(changes.length)} shown
          </Button>
        </Box>
      )}
    </>
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
