import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import type { HistoryState } from '#contract/history.ts'
import { ChangeLines } from '../../ChangeLines.tsx'
import { Section } from '../../components/Section.tsx'
import { formatTime } from '../../time.ts'
import type { HistoryProps } from './HistoryProps.ts'

/** What differs between the moment that is shown and the one before it, or any other. Nothing where no moment was chosen. */
export function HistoryDifference({ events, moments, onChange, state }: HistoryProps & { readonly state: HistoryState }) {
  const { at, against } = moments
  if (at === undefined && against === undefined) return null
  const find = (id: number | undefined) => events.find(({ exchange }) => exchange.id === id)
  const nameOf = (id: number | undefined) =>
    id === undefined ? 'now' : formatTimeOf(find(id)?.exchange.receivedAt, `request ${id}`)
  const changes = against === undefined ? (find(at)?.changes ?? []) : state.changes
  const title = against === undefined ? `Changed at ${nameOf(at)}` : `From ${nameOf(against)} to ${nameOf(at)}`
  return (
    <Section
      title={title}
      aside={against !== undefined && <Button onClick={() => onChange({ against: undefined })}>Compare no more</Button>}
    >
      <Box
        sx={{
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
          bgcolor: 'background.paper',
          overflow: 'hidden',
          containerType: 'inline-size',
        }}
      >
        {changes.length > 0 ? (
          <ChangeLines changes={changes} label={title} />
        ) : (
          <Typography variant="body2" sx={{ px: 1.5, py: 1, color: 'text.secondary' }}>
            {state.status === 'unknown' ? 'The difference cannot be told.' : 'No attribute differs.'}
          </Typography>
        )}
      </Box>
    </Section>
  )
}

const formatTimeOf = (at: string | undefined, otherwise: string) => (at === undefined ? otherwise : formatTime(at))
