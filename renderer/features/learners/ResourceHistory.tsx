import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import { useSearchParams } from 'react-router'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { AttributeTable } from './AttributeTable.tsx'
import { GroupLinks } from './GroupLinks.tsx'
import { HistoryDifference } from './HistoryDifference.tsx'
import { HistoryList } from './HistoryList.tsx'
import { MemberLinks } from './MemberLinks.tsx'
import { MomentBar } from './MomentBar.tsx'
import { type Moments, type ResourceRef, useHistory, useHistoryState } from './useHistory.ts'

/** A learner or group at any moment: its attributes, and everything that touched it. The address tells which moment. */
export function ResourceHistory({ connection, resource }: ResourceRef) {
  const [params, setParams] = useSearchParams()
  const moments: Moments = { at: readId(params.get('at')), against: readId(params.get('against')) }
  const history = useHistory({ connection, resource })
  const state = useHistoryState({ connection, resource }, moments)
  const events = history.data?.pages.flatMap((page) => page.events)

  const change = (by: Moments) => {
    const next = new URLSearchParams()
    for (const [name, value] of Object.entries({ ...moments, ...by })) if (value !== undefined) next.set(name, String(value))
    setParams(next, { replace: true })
  }

  const failed = state.error ?? history.error
  if (failed && !(state.data && events)) {
    const retry = () => void Promise.all([state.refetch(), history.refetch()])
    return <ErrorNotice title="The history could not be read" error={failed} onRetry={retry} />
  }
  if (!state.data || !events) return <HistorySkeleton />
  const props = { connection, resource, events, moments, resourceType: state.data.resourceType, onChange: change }
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <MomentBar {...props} state={state.data} />
      <Box
        sx={{
          display: 'grid',
          gap: 3,
          alignItems: 'start',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' },
        }}
      >
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)', containerType: 'inline-size' }}>
          <HistoryDifference {...props} state={state.data} />
          {state.data.schemas.map((schema) => (
            <AttributeTable key={schema.urn ?? ''} connection={connection} schema={schema} />
          ))}
          {state.data.resourceType === 'User' ? (
            <GroupLinks connection={connection} groups={state.data.groups} />
          ) : (
            <MemberLinks connection={connection} resource={resource} at={moments.at} total={state.data.relatedCount} />
          )}
        </Box>
        <HistoryList
          {...props}
          isLoading={history.isFetchingNextPage}
          onMore={history.hasNextPage ? () => void history.fetchNextPage() : undefined}
        />
      </Box>
    </Box>
  )
}

function readId(text: string | null): number | undefined {
  const id = Number(text ?? '')
  return Number.isSafeInteger(id) && id > 0 ? id : undefined
}

function HistorySkeleton() {
  return (
    <Box role="group" aria-busy aria-label="The history is being read" sx={{ display: 'grid', gap: 2 }}>
      <Skeleton variant="rounded" height={96} />
      <Skeleton variant="rounded" height={320} sx={{ maxWidth: 640 }} />
    </Box>
  )
}
