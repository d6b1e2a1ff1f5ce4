import BackIcon from '@mui/icons-material/ArrowBack'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { Link, useNavigate } from 'react-router'
import type { LearnerDetail } from '#contract/learner.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { ScreenHeader } from '../../components/ScreenHeader.tsx'
import { StatusChip } from '../../components/StatusChip.tsx'
import { ExchangeLinks } from '../../ExchangeLinks.tsx'
import { useKeys } from '../../useKeys.ts'
import { useService } from '../../useService.ts'
import { AttributeTable } from './AttributeTable.tsx'
import { toAttributeGroups } from './attributeGroups.ts'
import { statusViews } from './learnerStatus.ts'

interface LearnerPageProps {
  readonly connection: string
  /** Its id. */
  readonly learner: string
}

/** One learner: attributes by schema, groups, and everything that touched it. */
export function LearnerProfile({ connection, learner }: LearnerPageProps) {
  const navigate = useNavigate()
  const { data, error, refetch } = useService('getLearner', { params: { connection, learner } })
  const roster = `/${connection}/learners`
  useKeys({ escape: () => void navigate(roster) })
  return (
    <Box sx={{ p: { xs: 2, sm: 3 }, maxWidth: 1400 }}>
      <Button component={Link} to={roster} startIcon={<BackIcon />} color="inherit" sx={{ mb: 1, marginInlineStart: -1 }}>
        Learners
      </Button>
      {error?.name === 'notFound' && (
        <EmptyState title="There is no such learner">
          It may have been removed with the simulated data: nothing else removes one from this list.
        </EmptyState>
      )}
      {error && error.name !== 'notFound' && !data && (
        <ErrorNotice title="The learner could not be read" error={error} onRetry={() => void refetch()} />
      )}
      {!error && !data && <LearnerSkeleton />}
      {data && <Learner connection={connection} detail={data} />}
    </Box>
  )
}

function Learner({ connection, detail }: { readonly connection: string; readonly detail: LearnerDetail }) {
  const { summary, groups, history } = detail
  const status = statusViews[summary.status]
  return (
    <>
      <ScreenHeader
        title={summary.name}
        action={
          <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', minHeight: 28 }}>
            {summary.simulated && <StatusChip meaning="rehearsed">simulated</StatusChip>}
            <StatusChip meaning={status.meaning}>{status.label}</StatusChip>
          </Box>
        }
      >
        {summary.userName === summary.name ? summary.email : summary.userName}
      </ScreenHeader>
      <Box
        sx={{
          display: 'grid',
          gap: 3,
          alignItems: 'start',
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' },
        }}
      >
        <Box sx={{ display: 'grid', gap: 2, containerType: 'inline-size' }}>
          {toAttributeGroups(detail).map((group) => (
            <AttributeTable key={group.urn ?? group.title} group={group} />
          ))}
        </Box>
        <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)' }}>
          <section aria-labelledby="learner-groups">
            <Typography id="learner-groups" variant="h2" sx={{ mb: 1 }}>
              Groups
            </Typography>
            <GroupList connection={connection} groups={groups} />
          </section>
          <section aria-labelledby="learner-history">
            <Box sx={{ display: 'flex', alignItems: 'center', mb: 1 }}>
              <Typography id="learner-history" variant="h2" sx={{ flex: 1 }}>
                History
              </Typography>
              <Button component={Link} to={`/${connection}/activity?resourceId=${encodeURIComponent(summary.id)}`}>
                Open in the activity
              </Button>
            </Box>
            {history.length === 0 ? (
              <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                No request that touched this learner is kept.
              </Typography>
            ) : (
              <ExchangeLinks connection={connection} exchanges={history} label="History, newest first" />
            )}
          </section>
        </Box>
      </Box>
    </>
  )
}

function GroupList({ connection, groups }: { readonly connection: string; readonly groups: LearnerDetail['groups'] }) {
  if (groups.length === 0) {
    return (
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        In no group.
      </Typography>
    )
  }
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      {groups.map((group) => (
        <Box component="li" key={group.id} sx={{ maxWidth: '100%' }}>
          <Button
            component={Link}
            to={`/${connection}/activity?resourceId=${encodeURIComponent(group.id)}`}
            variant="outlined"
            color="inherit"
            sx={{ borderColor: 'divider', maxWidth: '100%', fontWeight: 400, overflowWrap: 'anywhere', textAlign: 'start' }}
          >
            {group.displayName}
          </Button>
        </Box>
      ))}
    </Box>
  )
}

function LearnerSkeleton() {
  return (
    <Box role="group" aria-busy aria-label="The learner is being read" sx={{ display: 'grid', gap: 2 }}>
      <Skeleton width={280} height={32} />
      <Skeleton variant="rounded" height={320} sx={{ maxWidth: 640 }} />
    </Box>
  )
}
