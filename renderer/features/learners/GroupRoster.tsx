import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import TablePagination from '@mui/material/TablePagination'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { SearchField } from '../../components/SearchField.tsx'
import { formatNumber } from '../../format.ts'
import { useService } from '../../useService.ts'
import { GroupTable } from './GroupTable.tsx'
import type { RosterProps } from './RosterProps.ts'
import { pageSize } from './rosterQuery.ts'

/** The groups of a connection. */
export function GroupRoster({ connection, query, searchField, onChange }: RosterProps) {
  const { data, error, refetch } = useService('listGroups', { params: { connection } })
  const wanted = query.search.toLowerCase()
  const found = data?.filter((group) => group.displayName.toLowerCase().includes(wanted))
  const page = Math.min(query.page, Math.max(0, Math.ceil((found?.length ?? 0) / pageSize) - 1))

  if (error && !data) return <ErrorNotice title="The groups could not be read" error={error} onRetry={() => void refetch()} />
  if (data?.length === 0) {
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
          label="Name of a group"
          value={query.search}
          onChange={(search) => onChange({ search })}
          inputRef={searchField}
        />
      </Box>
      {found?.length === 0 ? (
        <EmptyState
          title={`0 of ${formatNumber(data?.length ?? 0)}`}
          action={
            <Button variant="outlined" onClick={() => onChange({ search: '' })}>
              Clear the search
            </Button>
          }
        >
          No group has this in its name.
        </EmptyState>
      ) : (
        <GroupTable connection={connection} groups={found?.slice(page * pageSize, (page + 1) * pageSize)} />
      )}
      {found && found.length > pageSize && (
        <TablePagination
          component="div"
          count={found.length}
          page={page}
          rowsPerPage={pageSize}
          rowsPerPageOptions={[pageSize]}
          onPageChange={(_, next) => onChange({ page: next })}
        />
      )}
    </>
  )
}
