import Skeleton from '@mui/material/Skeleton'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableContainer from '@mui/material/TableContainer'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import type { LearnerSort, LearnerSummary } from '#contract/learner.ts'
import { HeadCell } from './HeadCell.tsx'
import { LearnerRow } from './LearnerRow.tsx'
import { columns } from './learnerColumns.ts'
import type { RosterQuery } from './rosterQuery.ts'

interface LearnerTableProps {
  readonly connection: string
  /** undefined while they are read. */
  readonly learners: readonly LearnerSummary[] | undefined
  readonly order: Pick<RosterQuery, 'sort' | 'order'>
  readonly onSort: (sort: LearnerSort) => void
}

/** The roster as a table; each row opens its learner, each head of a column sorts by it. */
export function LearnerTable({ connection, learners, order, onSort }: LearnerTableProps) {
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
            {columns.map((column) => (
              <HeadCell key={column.label} {...column} order={order} onSort={onSort} />
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {learners === undefined
            ? Array.from({ length: 8 }, (_, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: all alike, and they never change places
                <TableRow key={index} sx={{ height: 44 }}>
                  {columns.map(({ label, sx }) => (
                    <TableCell key={label} sx={sx}>
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
