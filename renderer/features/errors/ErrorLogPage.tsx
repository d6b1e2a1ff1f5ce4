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
import { FindingCard } from './FindingCard.tsx'
import { useFindings } from './useFindings.ts'

interface ErrorLogPageProps {
  readonly connection: string
}

/** Errors: what several requests show together, then a card for each cause of failures, open ones first. */
export function ErrorLogPage({ connection }: ErrorLogPageProps) {
  const { data, error, refetch } = useService('getErrorLog', { params: { connection } })
  const findings = useFindings(connection)
  const noticed = findings.data ?? []
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
            <FindingCard key={toKey(finding)} connection={connection} finding={finding} />
          ))}
        </Section>
      )}
      {data?.groups.length === 0 && (data.since !== null || noticed.length === 0) && <NothingFailed log={data} />}
      {data &&
        toSections(data.groups).map(({ title, groups }) => (
          <Section key={title} label={`${title} causes`} title={title} count={groups.length}>
            {groups.map((group) => (
              <CauseCard key={`${group.key} ${group.simulated}`} connection={connection} group={group} />
            ))}
          </Section>
        ))}
    </Box>
  )
}

/** Open ones first, then those that recovered; what was only simulated comes last, since nobody waits for it. */
function toSections(groups: readonly ErrorGroup[]) {
  const real = groups.filter((group) => !group.simulated)
  return [
    { title: 'Open', groups: real.filter((group) => group.recoveredAt === null) },
    { title: 'Recovered', groups: real.filter((group) => group.recoveredAt !== null) },
    { title: 'Simulated', groups: groups.filter((group) => group.simulated) },
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

/** Two providers may show the same thing. */
function toKey({ explanation, exchanges }: Finding): string {
  return `${explanation.id} ${exchanges[0]?.caller}`
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
      <Box
        component="ul"
        sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1.5, gridTemplateColumns: 'minmax(0, 1fr)' }}
      >
        {children}
      </Box>
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
