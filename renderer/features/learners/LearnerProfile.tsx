import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import { Link } from 'react-router'
import type { LearnerSummary } from '#contract/learner.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { ScreenHeader } from '../../components/ScreenHeader.tsx'
import { StatusChip } from '../../components/StatusChip.tsx'
import { useService } from '../../useService.ts'
import { statusViews } from './learnerStatus.ts'
import { ProfileFrame } from './ProfileFrame.tsx'
import { ResourceHistory } from './ResourceHistory.tsx'

interface LearnerPageProps {
  readonly connection: string
  /** Its id. */
  readonly learner: string
}

/** One learner: attributes by schema, groups, and everything that touched it, at any moment. */
export function LearnerProfile({ connection, learner }: LearnerPageProps) {
  const { data, error, refetch } = useService('getLearner', { params: { connection, learner } })
  return (
    <ProfileFrame roster={`/${connection}/learners`} label="Learners">
      {error?.name === 'notFound' && (
        <EmptyState title="There is no such learner">
          It may have been removed with the simulated data: nothing else removes one from this list.
        </EmptyState>
      )}
      {error && error.name !== 'notFound' && !data && (
        <ErrorNotice title="The learner could not be read" error={error} onRetry={() => void refetch()} />
      )}
      {!error && !data && <Skeleton width={280} height={32} aria-label="The learner is being read" />}
      {data && <LearnerHeader connection={connection} summary={data.summary} />}
      {data && <ResourceHistory connection={connection} resource={learner} />}
    </ProfileFrame>
  )
}

function LearnerHeader({ connection, summary }: { readonly connection: string; readonly summary: LearnerSummary }) {
  const status = statusViews[summary.status]
  return (
    <ScreenHeader
      title={summary.name}
      action={
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', minHeight: 28 }}>
          {summary.simulated && <StatusChip meaning="rehearsed">simulated</StatusChip>}
          <StatusChip meaning={status.meaning}>{status.label}</StatusChip>
          <Button component={Link} to={`/${connection}/activity?resourceId=${encodeURIComponent(summary.id)}`}>
            Open in the activity
          </Button>
        </Box>
      }
    >
      {summary.userName === summary.name ? summary.email : summary.userName}
    </ScreenHeader>
  )
}
