import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { ProblemCard } from '../../components/ProblemCard.tsx'
import { isFailure } from '../../exchangeOutcome.ts'
import type { ServiceReply } from '../../service.ts'
import { type ConsoleError, callService } from '../../service.ts'
import { toQueryKey, useService } from '../../useService.ts'
import { ChangeList } from './ChangeList.tsx'
import { DetailsSkeleton } from './DetailsSkeleton.tsx'
import { ExchangeGone } from './ExchangeGone.tsx'
import { ExchangeHeading } from './ExchangeHeading.tsx'
import { MessageView } from './MessageView.tsx'
import { MarkBar } from './marks/MarkBar.tsx'
import type { Neighbours } from './neighbours.ts'
import { ToleranceList } from './ToleranceList.tsx'

interface ExchangeDetailsProps {
  readonly connection: string
  readonly exchange: number
  readonly neighbours: Neighbours
  readonly onOpen: (id: number) => void
  readonly onClose: () => void
}

/** All of one exchange: what it meant, why it failed, what it changed, and the bytes of both sides. */
export function ExchangeDetails({ connection, exchange, neighbours, onOpen, onClose }: ExchangeDetailsProps) {
  const input = { params: { connection, exchange } }
  const { data, error, refetch, isPlaceholderData } = useQuery<ServiceReply<'getExchange'>, ConsoleError>({
    queryKey: toQueryKey('getExchange', input),
    queryFn: () => callService('getExchange', input),
    // An exchange never changes, and its mark is shown as it is made; the former one stays until the next is there, so that arrow keys do not flicker.
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  })
  const origin = useOrigin()

  if (error?.name === 'notFound') return <ExchangeGone exchange={exchange} onClose={onClose} />
  if (error) return <ErrorNotice title={`Request ${exchange} could not be read`} error={error} onRetry={() => void refetch()} />
  if (!data) return <DetailsSkeleton />
  return (
    <Box
      aria-busy={isPlaceholderData}
      sx={{ p: 2, display: 'grid', gap: 2.5, gridTemplateColumns: 'minmax(0, 1fr)', containerType: 'inline-size' }}
    >
      <ExchangeHeading
        connection={connection}
        detail={data}
        origin={origin}
        neighbours={neighbours}
        onOpen={onOpen}
        onClose={onClose}
      />
      <MarkBar connection={connection} exchange={data.summary.id} mark={data.mark} />
      {data.explanation && (
        <ProblemCard
          meaning={isFailure(data.summary) ? 'failed' : 'attention'}
          title={data.explanation.title}
          happened={data.explanation.happened}
          consequence={data.explanation.meaning}
          who={data.explanation.who}
          steps={data.explanation.steps}
          documentation={data.explanation.documentation}
        />
      )}
      <ChangeList key={`changes ${data.summary.id}`} connection={connection} detail={data} />
      <ToleranceList tolerances={data.tolerances} />
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: 'minmax(0, 1fr)',
          '@container (min-width: 700px)': { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
        }}
      >
        <MessageView
          key={`request ${data.summary.id}`}
          title="Request"
          message={data.request}
          isLetIn={data.tokenLabel !== null}
        />
        <MessageView
          key={`response ${data.summary.id}`}
          title="Response"
          message={data.response}
          isLetIn={data.tokenLabel !== null}
        />
      </Box>
      {data.summary.status === 0 && data.summary.fault === null && (
        <Alert severity="warning">The caller went away before a reply was sent.</Alert>
      )}
    </Box>
  )
}

/** Scheme and host under which the SCIM listener is reached; undefined while that is not known. */
function useOrigin(): string | undefined {
  const status = useService('getStatus').data
  return status && (status.publicUrl ?? `http://${status.scimAddress}`)
}
