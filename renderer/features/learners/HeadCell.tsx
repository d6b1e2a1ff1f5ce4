import Box from '@mui/material/Box'
import TableCell from '@mui/material/TableCell'
import TableSortLabel from '@mui/material/TableSortLabel'

interface HeadCellProps<Sort extends string> {
  readonly label: string
  /** What a click sorts by; undefined: nothing. */
  readonly sort?: Sort | undefined
  readonly align?: 'left' | 'right' | undefined
  readonly sx: object
  readonly order: { readonly sort: Sort; readonly order: 'asc' | 'desc' }
  readonly onSort: (sort: Sort) => void
}

/** The head of a column. One that sorts shows so before the pointer is over it. */
export function HeadCell<Sort extends string>({ label, sort, align = 'left', sx, order, onSort }: HeadCellProps<Sort>) {
  if (sort === undefined) {
    return (
      <TableCell align={align} sx={sx}>
        {label}
      </TableCell>
    )
  }
  const isActive = order.sort === sort
  return (
    <TableCell align={align} sx={sx} sortDirection={isActive ? order.order : false}>
      <TableSortLabel
        active={isActive}
        direction={isActive ? order.order : 'asc'}
        onClick={() => onSort(sort)}
        sx={{ verticalAlign: 'bottom', ...(!isActive && { '& .MuiTableSortLabel-icon': { opacity: 0.4 } }) }}
      >
        <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
          {label}
        </Box>
      </TableSortLabel>
    </TableCell>
  )
}
