import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import type { ErrorGroup, ErrorLog, Finding } from '#contract/exchange.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { ScreenHeader } from '../../components/ScreenHeader.tsx'
import { Timestamp } from '../../components/Timestamp.tsx'
import { formatCount } from '../../format.ts'
import { useService } from '../../useService.ts'
import { CauseCard } from './CauseCard.tsx'
import { CauseList } from './CauseList.tsx'
import { FindingCard } from './FindingCard.tsx'
import { IgnoredSection } from './IgnoredSection.tsx'
import { useFindings } from './useFindings.ts'
import { useTrends } from './useTrends.ts'

interface ErrorLogPageProps {
  readonly connection: string
}

/** Errors: what several requests show together, then a card for each cause of failures, open ones first. */
export function ErrorLogPage({ connection }: ErrorLogPageProps) {
  const { data, error, refetch } = useService('getErrorLog', { params: { connection } })
  const findings = useFindings(connection)
  const trends = useTrends(connection)
  const noticed = (findings.data ?? []).filter(({ ignored }) => ignored === null)
  const ignoredFindings = (findings.data ?? []).filter(({ ignored }) => ignored !== null)
  const ignoredGroups = (data?.groups ?? []).filter(({ ignored }) => ignored !== null)
  const lastBy = findLastBy([...ignoredFindings, ...ignoredGroups])
  return (
    <Box sx={{ p: { xs: 2, sm: 3 }, maxWidth: 960 }}>
      <ScreenHeader title="Errors">{data && <Coverage log={data} />}</ScreenHeader>
      {error && !data && <ErrorNotice title="The error log could not be read" error={error} onRetry={() => void refetch()} />}
      {!error && !data && <CardSkeletons />}
      {findings.error && !findings.data && (
        <ErrorNotice
          title="What several requests show could not be read"
          error={findings.error}
          onRetry={() => void findings.refetch()}
        />
      )}
      {noticed.length > 0 && (
        <Section label="Noticed across requests" title="Noticed across requests" count={noticed.length}>
          {noticed.map((finding) => (
            <FindingCard key={finding.key} connection={connection} finding={finding} lastBy={lastBy} />
          ))}
        </Section>
      )}
      {data?.groups.length === 0 && (data.since !== null || noticed.length === 0) && <NothingFailed log={data} />}
      {data &&
        toSections(data.groups).map(({ title, groups }) => (
          <Section key={title} label={`${title} causes`} title={title} count={groups.length}>
            {groups.map((group) => (
              <CauseCard key={group.key} connection={connection} group={group} trend={trends?.[group.key]} lastBy={lastBy} />
            ))}
          </Section>
        ))}
      <IgnoredSection connection={connection} groups={ignoredGroups} findings={ignoredFindings} />
    </Box>
  )
}

/** Open ones first, then those that recovered; what was only simulated comes last, since nobody waits for it. Ignored ones stand elsewhere. */
function toSections(groups: readonly ErrorGroup[]) {
  const heeded = groups.filter(({ ignored }) => ignored === null)
  const real = heeded.filter((group) => !group.simulated)
  return [
    { title: 'Open', groups: real.filter((group) => group.recoveredAt === null) },
    { title: 'Recovered', groups: real.filter((group) => group.recoveredAt !== null) },
    { title: 'Simulated', groups: heeded.filter((group) => group.simulated) },
  ].filter((section) => section.groups.length > 0)
}

function Coverage({ log }: { readonly log: ErrorLog }) {
  if (log.since === null) return 'No request has arrived yet.'
  return (
    <>
      Covers {formatCount(log.exchangeCount, 'request')} since <Timestamp at={log.since} />.
    </>
  )
}

function NothingFailed({ log }: { readonly log: ErrorLog }) {
  if (log.since === null) {
    return (
      <EmptyState title="Nothing can have failed yet">
        No request has reached this connection. Failures show here, one card a cause.
      </EmptyState>
    )
  }
  return (
    <EmptyState title="Nothing has failed">
      All {formatCount(log.exchangeCount, 'request')} since <Timestamp at={log.since} /> were answered as they were meant to be.
    </EmptyState>
  )
}

/** Who set something aside last, as they called themselves. */
function findLastBy(all: readonly Pick<Finding, 'ignored'>[]): string {
  const newest = all.flatMap(({ ignored }) => ignored ?? []).sort((one, other) => other.at.localeCompare(one.at))
  return newest[0]?.by ?? ''
}

interface SectionProps {
  readonly label: string
  readonly title: string
  readonly count: number
  readonly children: ReactNode
}

function Section({ label, title, count, children }: SectionProps) {
  return (
    <Box component="section" aria-label={label} sx={{ mb: 3 }}>
      <Typography variant="h2" sx={{ mb: 1 }}>
        {title}{' '}
        <Box component="span" sx={{ color: 'text.secondary', fontWeight: 400 }}>
          {count}
        </Box>
      </Typography>
      <CauseList>{children}</CauseList>
    </Box>
  )
}

function CardSkeletons() {
  return (
    <Box role="group" aria-busy aria-label="The error log is being read" sx={{ display: 'grid', gap: 1.5 }}>
      <Skeleton width={80} height={24} />
      <Skeleton variant="rounded" height={172} />
      <Skeleton variant="rounded" height={172} />
    </Box>
  )
}
