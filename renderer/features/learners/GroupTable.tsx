import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableContainer from '@mui/material/TableContainer'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import type { GroupQuery, GroupSort, GroupSummary } from '#contract/learner.ts'
import { RowLink } from '../../components/RowLink.tsx'
import { StatusChip } from '../../components/StatusChip.tsx'
import { Timestamp } from '../../components/Timestamp.tsx'
import { formatNumber } from '../../format.ts'
import { HeadCell } from './HeadCell.tsx'

interface GroupTableProps {
  readonly connection: string
  /** undefined while they are read. */
  readonly groups: readonly GroupSummary[] | undefined
  readonly order: Pick<GroupQuery, 'sort' | 'order'>
  readonly onSort: (sort: GroupSort) => void
}

const columns = [
  { label: 'Name', sort: 'name', sx: {} },
  { label: 'Members', sort: 'members', align: 'right', sx: { width: 120 } },
  { label: 'Last change', sort: 'lastChange', sx: { width: 148 } },
] as const

/** Groups with how many members each has; a row opens its group. */
export function GroupTable({ connection, groups, order, onSort }: GroupTableProps) {
  return (
    <TableContainer sx={{ border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper' }}>
      <Table
        size="small"
        aria-label="Groups"
        aria-busy={groups === undefined}
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
          {groups === undefined
            ? Array.from({ length: 6 }, (_, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: all alike, and they never change places
                <TableRow key={index} sx={{ height: 44 }}>
                  <TableCell colSpan={3}>
                    <Skeleton />
                  </TableCell>
                </TableRow>
              ))
            : groups.map((group) => <GroupRow key={group.id} connection={connection} group={group} />)}
        </TableBody>
      </Table>
    </TableContainer>
  )
}

function GroupRow({ connection, group }: { readonly connection: string; readonly group: GroupSummary }) {
  return (
    <TableRow hover sx={{ height: 44, position: 'relative' }}>
      <TableCell component="th" scope="row">
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, minWidth: 0 }}>
          <RowLink to={`/${connection}/learners/groups/${encodeURIComponent(group.id)}`}>{group.displayName}</RowLink>
          {group.simulated && <StatusChip meaning="rehearsed">simulated</StatusChip>}
        </Box>
      </TableCell>
      <TableCell align="right" sx={{ fontVariantNumeric: 'tabular-nums' }}>
        {formatNumber(group.memberCount)}
      </TableCell>
      <TableCell>
        <Timestamp at={group.lastModified} />
      </TableCell>
    </TableRow>
  )
}
