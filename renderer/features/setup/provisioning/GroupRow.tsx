import Box from '@mui/material/Box'
import TableCell from '@mui/material/TableCell'
import TableRow from '@mui/material/TableRow'
import { code } from './code.ts'

interface GroupRowProps {
  readonly title: string
  /** Below it: the URN that its attributes stand behind. */
  readonly note: string | null
}

/** Heads the rows of one schema. */
export function GroupRow({ title, note }: GroupRowProps) {
  return (
    <TableRow>
      <TableCell component="th" scope="rowgroup" colSpan={3} sx={{ pl: 2, pt: 1.5, fontWeight: 600 }}>
        {title}
        {note === null ? null : (
          <Box component="span" sx={{ ...code, display: 'block', fontWeight: 400, color: 'text.secondary' }}>
            {note}
          </Box>
        )}
      </TableCell>
    </TableRow>
  )
}
