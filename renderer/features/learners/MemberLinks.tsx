import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { Section } from '../../components/Section.tsx'
import { formatNumber } from '../../format.ts'
import { toResourcePath } from '../../resourcePath.ts'
import { RelatedLinks } from './RelatedLinks.tsx'
import { type ResourceRef, useMembers } from './useHistory.ts'

interface MemberLinksProps extends ResourceRef {
  /** undefined: now. */
  readonly at: number | undefined
  /** How many there were. */
  readonly total: number
}

/** The members of a group at a moment, a page at a time, each a link to itself. */
export function MemberLinks({ connection, resource, at, total }: MemberLinksProps) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useMembers({ connection, resource }, at)
  const members = data?.pages.flat() ?? []
  if (error && !data) return <ErrorNotice title="The members could not be read" error={error} onRetry={() => void refetch()} />
  return (
    <Section title={total === 0 ? 'Members' : `Members: ${formatNumber(total)}`} level={3}>
      {total === 0 ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          No members.
        </Typography>
      ) : (
        <RelatedLinks related={members.map((member) => ({ ...member, to: toResourcePath(connection, member) }))} />
      )}
      {hasNextPage && total > members.length && (
        <Button
          variant="outlined"
          loading={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
          sx={{ justifySelf: 'start', mt: 1 }}
        >
          Show more members, {formatNumber(members.length)} of {formatNumber(total)} shown
        </Button>
      )}
    </Section>
  )
}
