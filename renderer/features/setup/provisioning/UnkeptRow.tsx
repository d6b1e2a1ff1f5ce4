import Box from '@mui/material/Box'
import TableCell from '@mui/material/TableCell'
import TableRow from '@mui/material/TableRow'
import type { UnkeptAttribute } from '#contract/setup.ts'
import { Words } from '../../../components/Words.tsx'
import { ArrivedValue } from './ArrivedValue.tsx'
import { code } from './code.ts'

interface UnkeptRowProps {
  readonly connection: string
  readonly unkept: UnkeptAttribute
}

/** An attribute that arrived and is not kept: why, with what it was, and what to click if anything. */
export function UnkeptRow({ connection, unkept }: UnkeptRowProps) {
  const { attribute, why, example, exchangeId, fix } = unkept
  return (
    <TableRow sx={{ '& td, & th': { verticalAlign: 'top' } }}>
      <TableCell component="th" scope="row" sx={{ pl: 2, ...code, fontWeight: 400 }}>
        {attribute}
      </TableCell>
      <TableCell colSpan={2}>
        <Box sx={{ display: 'grid', gap: 0.5, overflowWrap: 'anywhere' }}>
          <span>
            {why} {fix === null ? 'Nothing to do.' : <Words>{fix}</Words>}
          </span>
          {example === null ? null : (
            <ArrivedValue connection={connection} attribute={attribute} example={example} exchangeId={exchangeId} />
          )}
        </Box>
      </TableCell>
    </TableRow>
  )
}
