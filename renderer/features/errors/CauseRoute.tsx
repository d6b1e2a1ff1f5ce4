import Box from '@mui/material/Box'
import type { ErrorGroup } from '#contract/exchange.ts'
import { formatStatus } from '../../exchangeOutcome.ts'
import { monospace } from '../../theme.ts'

/** What failed how, as an engineer says it, at the end of its line. */
export function CauseRoute({ group }: { readonly group: ErrorGroup }) {
  return (
    <Box
      component="code"
      sx={{
        marginInlineStart: 'auto',
        fontFamily: monospace,
        fontSize: '0.75rem',
        color: 'text.secondary',
        overflowWrap: 'anywhere',
      }}
    >
      {group.method} {group.route} · {formatStatus(group.status)}
      {group.scimType && ` · ${group.scimType}`}
    </Box>
  )
}
