import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableContainer from '@mui/material/TableContainer'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import type { LearnerSummary } from '#contract/learner.ts'
import { RowLink } from '../../components/RowLink.tsx'
import { StatusChip } from '../../components/StatusChip.tsx'
import { Timestamp } from '../../components/Timestamp.tsx'
import { statusViews } from './learnerStatus.ts'

interface LearnerTableProps {
  readonly connection: string
  /** undefined while they are read. */
  readonly learners: readonly LearnerSummary[] | undefined
}

const fromSm = { display: { xs: 'none', sm: 'table-cell' } }
const fromLg = { display: { xs: 'none', lg: 'table-cell' } }
const ellipsis = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }
const rowHeight = 44

/** The roster as a table; each row opens its learner. */
export function LearnerTable({ connection, learners }: LearnerTableProps) {
  return (
    <TableContainer sx={{ border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper' }}>
      <Table
        size="small"
        aria-label="Learners"
        aria-busy={learners === undefined}
        sx={{ tableLayout: 'fixed', '& tbody tr:last-child td, & tbody tr:last-child th': { borderBottom: 0 } }}
      >
        <TableHead>
          <TableRow>
            <TableCell>Name</TableCell>
            <TableCell sx={fromSm}>userName</TableCell>
            <TableCell sx={{ width: 128 }}>Status</TableCell>
            <TableCell sx={fromLg}>E-mail</TableCell>
            <TableCell sx={{ ...fromLg, width: '14%' }}>Department</TableCell>
            <TableCell align="right" sx={{ ...fromLg, width: 76 }}>
              Groups
            </TableCell>
            <TableCell sx={{ ...fromSm, width: 136 }}>Last change</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {learners === undefined
            ? Array.from({ length: 8 }, (_, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: all alike, and they never change places
                <TableRow key={index} sx={{ height: rowHeight }}>
                  {[undefined, fromSm, undefined, fromLg, fromLg, fromLg, fromSm].map((shownFrom, column) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the columns of the head, which never change places
                    <TableCell key={column} {...(shownFrom ? { sx: shownFrom } : {})}>
                      <Skeleton />
                    </TableCell>
                  ))}
                </TableRow>
              ))
            : learners.map((learner) => <LearnerRow key={learner.id} connection={connection} learner={learner} />)}
        </TableBody>
      </Table>
    </TableContainer>
  )
}

function LearnerRow({ connection, learner }: { readonly connection: string; readonly learner: LearnerSummary }) {
  const { label, meaning } = statusViews[learner.status]
  return (
    <TableRow hover sx={{ height: rowHeight, position: 'relative' }}>
      <TableCell component="th" scope="row">
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, minWidth: 0 }}>
          <RowLink to={`/${connection}/learners/${encodeURIComponent(learner.id)}`}>{learner.name}</RowLink>
          {learner.simulated && <StatusChip meaning="rehearsed">simulated</StatusChip>}
        </Box>
        <Box sx={{ ...ellipsis, display: { sm: 'none' }, color: 'text.secondary', fontWeight: 400, fontSize: '0.75rem' }}>
          {learner.userName}
        </Box>
      </TableCell>
      <TableCell sx={{ ...fromSm, ...ellipsis }} title={learner.userName}>
        {learner.userName}
      </TableCell>
      <TableCell>
        <StatusChip meaning={meaning}>{label}</StatusChip>
      </TableCell>
      <TableCell sx={{ ...fromLg, ...ellipsis }} title={learner.email ?? undefined}>
        {learner.email ?? <None />}
      </TableCell>
      <TableCell sx={{ ...fromLg, ...ellipsis }} title={learner.department ?? undefined}>
        {learner.department ?? <None />}
      </TableCell>
      <TableCell align="right" sx={{ ...fromLg, fontVariantNumeric: 'tabular-nums' }}>
        {learner.groupCount}
      </TableCell>
      <TableCell sx={fromSm}>
        <Timestamp at={learner.lastModified} />
      </TableCell>
    </TableRow>
  )
}

function None() {
  return (
    <Box component="span" sx={{ color: 'text.secondary' }}>
      none
    </Box>
  )
}
