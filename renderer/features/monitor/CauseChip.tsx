import Chip from '@mui/material/Chip'
import { useService } from '../../useService.ts'

interface CauseChipProps {
  readonly connection: string
  /** The key of the cause. */
  readonly group: string
  readonly onDelete: () => void
}

/** The condition "only this cause", named as the error log names it. */
export function CauseChip({ connection, group, onDelete }: CauseChipProps) {
  const { data } = useService('getErrorLog', { params: { connection } })
  const title = data?.groups.find(({ key }) => key === group)?.title
  return (
    <Chip
      size="medium"
      color="primary"
      label={title === undefined ? 'One cause' : `Cause: ${title}`}
      onDelete={onDelete}
      sx={{ maxWidth: 'min(320px, 100%)' }}
    />
  )
}
