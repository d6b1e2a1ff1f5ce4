import Typography from '@mui/material/Typography'
import { Timestamp } from '../../../components/Timestamp.tsx'
import { formatCount, formatNumber, formatSize } from '../../../format.ts'
import { useService } from '../../../useService.ts'

/** How much is stored of a connection. */
export function StoredNow({ connection }: { readonly connection: string }) {
  const { data, error } = useService('getStoredAmount', { params: { connection } })
  if (error) return <Typography color="text.secondary">What is stored could not be measured: {error.message}</Typography>
  if (!data) return <Typography color="text.secondary">Measuring what is stored…</Typography>
  if (data.oldestAt === null) return <Typography>Nothing is stored yet.</Typography>
  return (
    <Typography>
      Stored now: {formatCount(data.count, 'request')}, about {formatSize(data.sizeBytes)}, the oldest from{' '}
      <Timestamp at={data.oldestAt} />
      {data.pinnedCount > 0 && `; ${formatNumber(data.pinnedCount)} pinned`}. The file does not shrink: new requests take the
      place of removed ones.
    </Typography>
  )
}
