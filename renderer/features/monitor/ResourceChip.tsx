import Chip from '@mui/material/Chip'
import { useService } from '../../useService.ts'

interface ResourceChipProps {
  readonly connection: string
  /** The id of a learner or group. */
  readonly resource: string
  readonly onDelete: () => void
}

/** The condition "about this learner or group", named as it is called now. */
export function ResourceChip({ connection, resource, onDelete }: ResourceChipProps) {
  const { data } = useService('getHistoryState', { params: { connection, resource }, query: {} })
  return (
    <Chip
      size="medium"
      color="primary"
      label={data === undefined ? 'One learner or group' : <bdi>About: {data.name}</bdi>}
      onDelete={onDelete}
      sx={{ maxWidth: 'min(320px, 100%)' }}
    />
  )
}
