import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import TablePagination from '@mui/material/TablePagination'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { SearchField } from '../../components/SearchField.tsx'
import { formatNumber } from '../../format.ts'
import { type ConsoleError, callService, type ServiceReply } from '../../service.ts'
import { toQueryKey } from '../../useService.ts'
import { GroupTable } from './GroupTable.tsx'
import type { RosterProps } from './RosterProps.ts'
import { firstGroupOrder, pageSize } from './rosterQuery.ts'

/** The groups of a connection. */
export function GroupRoster({ connection, query, searchField, onChange }: RosterProps) {
  const { search, page, groups: order } = query
  const input = { params: { connection }, query: { search, ...order, offset: page * pageSize, limit: pageSize } }
  const { data, error, refetch } = useQuery<ServiceReply<'listGroups'>, ConsoleError>({
    queryKey: toQueryKey('listGroups', input),
    queryFn: () => callService('listGroups', input),
    // The table stays until the next page is there.
    placeholderData: keepPreviousData,
  })

  if (error && !data) return <ErrorNotice title="The groups could not be read" error={error} onRetry={() => void refetch()} />
  if (data?.counts.all === 0) {
    return (
      <EmptyState title="No groups yet">
        A group appears when the identity provider pushes one here; its members are learners of this connection.
      </EmptyState>
    )
  }
  return (
    <>
      <Box role="search" aria-label="Narrow the groups" sx={{ display: 'flex', mb: 1.5 }}>
        <SearchField
          label="Name, externalId or id of a group"
          value={search}
          onChange={(text) => onChange({ search: text })}
          inputRef={searchField}
        />
      </Box>
      {data?.total === 0 ? (
        <EmptyState
          title={`0 of ${formatNumber(data.counts.all)}`}
          action={
            <Button variant="outlined" onClick={() => onChange({ search: '' })}>
              Show all groups
            </Button>
          }
        >
          No group has this in its name, or as its externalId or id.
        </EmptyState>
      ) : (
        <GroupTable
          connection={connection}
          groups={data?.groups}
          order={order}
          onSort={(sort) =>
            onChange({
              groups: { sort, order: sort === order.sort ? (order.order === 'asc' ? 'desc' : 'asc') : firstGroupOrder(sort) },
            })
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
    </>
  )
}
