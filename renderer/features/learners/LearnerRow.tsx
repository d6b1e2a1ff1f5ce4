import Box from '@mui/material/Box'
import { styled } from '@mui/material/styles'
import TableCell from '@mui/material/TableCell'
import TableRow from '@mui/material/TableRow'
import { Link } from 'react-router'
import type { LastExchange, LearnerSummary } from '#contract/learner.ts'
import { RowLink } from '../../components/RowLink.tsx'
import { StatusChip } from '../../components/StatusChip.tsx'
import { Timestamp } from '../../components/Timestamp.tsx'
import { formatTime } from '../../time.ts'
import { columns } from './learnerColumns.ts'
import { statusViews } from './learnerStatus.ts'

const [, userName, , department, groups, lastChange, lastSuccess, lastFailure] = columns
const ellipsis = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }

/** A learner in the roster. */
export function LearnerRow({ connection, learner }: { readonly connection: string; readonly learner: LearnerSummary }) {
  const { label, meaning } = statusViews[learner.status]
  return (
    <TableRow hover sx={{ height: 44, position: 'relative' }}>
      <TableCell component="th" scope="row">
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, minWidth: 0 }}>
          <RowLink to={`/${connection}/learners/${encodeURIComponent(learner.id)}`}>{learner.name}</RowLink>
          {learner.simulated && <StatusChip meaning="rehearsed">simulated</StatusChip>}
        </Box>
        <Box sx={{ ...ellipsis, display: { sm: 'none' }, color: 'text.secondary', fontWeight: 400, fontSize: '0.75rem' }}>
          {learner.userName}
        </Box>
      </TableCell>
      <TableCell sx={{ ...userName.sx, ...ellipsis }} title={learner.userName}>
        {learner.userName}
      </TableCell>
      <TableCell>
        <StatusChip meaning={meaning}>{label}</StatusChip>
      </TableCell>
      <TableCell sx={{ ...department.sx, ...ellipsis }} title={learner.department ?? undefined}>
        {learner.department ?? <None />}
      </TableCell>
      <TableCell align="right" sx={{ ...groups.sx, fontVariantNumeric: 'tabular-nums' }}>
        {learner.groupCount}
      </TableCell>
      <TableCell sx={lastChange.sx}>
        <Timestamp at={learner.lastModified} />
      </TableCell>
      <TableCell sx={lastSuccess.sx}>
        <LastLink connection={connection} last={learner.lastSuccess} what="Last success" />
      </TableCell>
      <TableCell sx={lastFailure.sx}>
        <LastLink connection={connection} last={learner.lastFailure} what="Last failure" isFailure />
      </TableCell>
    </TableRow>
  )
}

interface LastLinkProps {
  readonly connection: string
  readonly last: LastExchange | null
  /** What the link says before the time. */
  readonly what: string
  readonly isFailure?: boolean
}

function LastLink({ connection, last, what, isFailure = false }: LastLinkProps) {
  if (!last) return <None />
  return (
    <AboveRow to={`/${connection}/activity/${last.exchange}`} aria-label={`${what} ${formatTime(last.at)}: open the request`}>
      <Box component="span" sx={isFailure ? { color: 'error.main' } : {}}>
        <Timestamp at={last.at} />
      </Box>
    </AboveRow>
  )
}

/** Stands above the link that covers the row. */
const AboveRow = styled(Link)(({ theme }) => ({
  position: 'relative',
  zIndex: 1,
  display: 'inline-block',
  paddingBlock: 4,
  color: (theme.vars ?? theme).palette.text.primary,
  textDecorationColor: 'color-mix(in srgb, currentColor 35%, transparent)',
}))

function None() {
  return (
    <Box component="span" sx={{ color: 'text.secondary' }}>
      none
    </Box>
  )
}
