import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import TablePagination from '@mui/material/TablePagination'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { SearchField } from '../../components/SearchField.tsx'
import { formatCount, formatNumber } from '../../format.ts'
import { type ConsoleError, callService, type ServiceReply } from '../../service.ts'
import { toQueryKey } from '../../useService.ts'
import { LearnerTable } from './LearnerTable.tsx'
import type { RosterProps } from './RosterProps.ts'
import { firstOrder, pageSize } from './rosterQuery.ts'
import { StatusFilter } from './StatusFilter.tsx'

/** The learners of a connection: search, status, table, pages. */
export function LearnerRoster({ connection, query, searchField, onChange }: RosterProps) {
  const { search, status, sort, order, page } = query
  const input = {
    params: { connection },
    query: { search, ...(status ? { status } : {}), sort, order, offset: page * pageSize, limit: pageSize },
  }
  const { data, error, refetch } = useQuery<ServiceReply<'listLearners'>, ConsoleError>({
    queryKey: toQueryKey('listLearners', input),
    queryFn: () => callService('listLearners', input),
    // The table stays until the next page is there.
    placeholderData: keepPreviousData,
  })
  const all = data && data.counts.active + data.counts.archived + data.counts.deleted
  return (
    <>
      <Box
        role="search"
        aria-label="Narrow the roster"
        sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mb: 1.5 }}
      >
        <SearchField
          label="Name, userName, e-mail or id"
          value={search}
          onChange={(text) => onChange({ search: text })}
          inputRef={searchField}
        />
        <StatusFilter counts={data?.counts} status={status} onChange={(next) => onChange({ status: next })} />
      </Box>
      {error && !data && <ErrorNotice title="The learners could not be read" error={error} onRetry={() => void refetch()} />}
      {!error && (!data || data.learners.length > 0) && (
        <LearnerTable
          connection={connection}
          learners={data?.learners}
          order={{ sort, order }}
          onSort={(next) =>
            onChange({ sort: next, order: next === sort ? (order === 'asc' ? 'desc' : 'asc') : firstOrder(next) })
          }
        />
      )}
      {data && data.total > pageSize && (
        <TablePagination
          component="div"
          count={data.total}
          page={Math.min(page, Math.ceil(data.total / pageSize) - 1)}
          rowsPerPage={pageSize}
          rowsPerPageOptions={[pageSize]}
          labelDisplayedRows={({ from, to, count }) => `${formatNumber(from)}–${formatNumber(to)} of ${formatNumber(count)}`}
          onPageChange={(_, next) => onChange({ page: next })}
        />
      )}
      {data && data.learners.length === 0 && all === 0 && (
        <EmptyState
          title="No learners yet"
          action={
            <Button variant="outlined" component={Link} to={`/${connection}/setup`}>
              Open the setup
            </Button>
          }
        >
          A learner appears when the identity provider creates a user here. Archived and deleted ones stay in the list.
        </EmptyState>
      )}
      {data && data.learners.length === 0 && all !== undefined && all > 0 && (
        <EmptyState
          title={`0 of ${formatNumber(all)}`}
          action={
            <Button variant="outlined" onClick={() => onChange({ search: '', status: undefined })}>
              Clear the filter
            </Button>
          }
        >
          No learner matches. Without the filter there {all === 1 ? 'is' : 'are'} {formatCount(all, 'learner')}.
        </EmptyState>
      )}
    </>
  )
}
