import Button from '@mui/material/Button'
import { Link, useParams } from 'react-router'
import { EmptyState } from '../../components/EmptyState.tsx'
import { ScreenHeader } from '../../components/ScreenHeader.tsx'
import { ProfileFrame } from './ProfileFrame.tsx'
import { ResourceHistory } from './ResourceHistory.tsx'
import { useHistoryState } from './useHistory.ts'

/** One group: attributes, and everything that touched it, members who joined and left included, at any moment; a deleted one, too. */
export function GroupProfile({ connection }: { readonly connection: string }) {
  const { group = '' } = useParams<'group'>()
  const { data, error } = useHistoryState({ connection, resource: group }, {})
  return (
    <ProfileFrame roster={`/${connection}/learners?tab=groups`} label="Groups">
      {error?.name === 'notFound' ? (
        <EmptyState title="There is no such group">It was deleted, and no request that touched it is kept.</EmptyState>
      ) : (
        <>
          {data && (
            <ScreenHeader
              title={data.name}
              action={
                <Button component={Link} to={`/${connection}/activity?resourceId=${encodeURIComponent(group)}`}>
                  Open in the activity
                </Button>
              }
            />
          )}
          <ResourceHistory key={group} connection={connection} resource={group} />
        </>
      )}
    </ProfileFrame>
  )
}
