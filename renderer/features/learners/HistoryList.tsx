import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { Section } from '../../components/Section.tsx'
import { HistoryMoment } from './HistoryMoment.tsx'
import type { HistoryProps } from './HistoryProps.ts'

interface HistoryListProps extends HistoryProps {
  /** Reads older ones; undefined where there are none. */
  readonly onMore: (() => void) | undefined
  readonly isLoading: boolean
}

/** Everything that touched a learner or group, newest first. */
export function HistoryList(props: HistoryListProps) {
  const { connection, resource, events, isLoading, moments, onChange, onMore, resourceType } = props
  const { at, against } = moments
  return (
    <Section title="History">
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {resourceType === 'User'
          ? 'Every request about this learner, each membership that began or ended, and look-ups and refused creates by any name it has or had. Lists that merely held it are not counted.'
          : 'Every request about this group, and each deletion of a member.'}
      </Typography>
      {events.length === 0 ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          No request that touched it is kept.
        </Typography>
      ) : (
        <Box
          component="ol"
          aria-label="History, newest first"
          sx={{
            m: 0,
            p: 0,
            listStyle: 'none',
            border: 1,
            borderColor: 'divider',
            borderRadius: 1,
            overflow: 'hidden',
            bgcolor: 'background.paper',
          }}
        >
          {events.map((event) => {
            const { id } = event.exchange
            return (
              <HistoryMoment
                key={id}
                connection={connection}
                resource={resource}
                event={event}
                resourceType={resourceType}
                isShown={id === at}
                isCompared={id === against}
                onShow={() => onChange({ at: id === at ? undefined : id })}
                onCompare={() => onChange({ against: id === against ? undefined : id })}
              />
            )
          })}
        </Box>
      )}
      {onMore && (
        <Button variant="outlined" loading={isLoading} onClick={onMore} sx={{ justifySelf: 'start' }}>
          Older requests
        </Button>
      )}
    </Section>
  )
}
