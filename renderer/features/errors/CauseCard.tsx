import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { Link } from 'react-router'
import type { ErrorGroup } from '#contract/exchange.ts'
import { DocumentationLink } from '../../components/DocumentationLink.tsx'
import { StatusChip } from '../../components/StatusChip.tsx'
import { Words } from '../../components/Words.tsx'
import { formatStatus } from '../../exchangeOutcome.ts'
import { formatCount } from '../../format.ts'
import { monospace } from '../../theme.ts'
import { CauseExchanges } from './CauseExchanges.tsx'
import { CauseFacts } from './CauseFacts.tsx'
import { CauseFrame, Folded, NextStep } from './CauseFrame.tsx'

interface CauseCardProps {
  readonly connection: string
  readonly group: ErrorGroup
}

/** One cause: what it is, who must act, what to click, how often it happened; opens to its exchanges. */
export function CauseCard({ connection, group }: CauseCardProps) {
  const { explanation } = group
  return (
    <CauseFrame
      meaning={group.recoveredAt === null ? 'failed' : 'neutral'}
      title={group.title}
      chips={
        <>
          {group.simulated && <StatusChip meaning="rehearsed">simulated</StatusChip>}
          {group.recoveredAt !== null && <StatusChip meaning="proven">recovered</StatusChip>}
        </>
      }
    >
      <NextStep who={explanation.who} steps={explanation.steps} />
      <CauseFacts group={group} />
      <Folded
        label="Meaning and requests"
        beside={
          <>
            <Button component={Link} to={`/${connection}/activity?${toQuery(group)}`}>
              Show {group.count === 1 ? 'the request' : `all ${formatCount(group.count, 'request')}`}
            </Button>
            <Route group={group} />
          </>
        }
      >
        <Box sx={{ display: 'grid', gap: 1.25, gridTemplateColumns: 'minmax(0, 1fr)' }}>
          <Typography variant="body2" sx={{ maxWidth: 720 }}>
            <Words>{explanation.happened}</Words> <Words>{explanation.meaning}</Words>
          </Typography>
          <DocumentationLink page={explanation.documentation} />
          <CauseExchanges connection={connection} group={group} />
        </Box>
      </Folded>
    </CauseFrame>
  )
}

function Route({ group }: { readonly group: ErrorGroup }) {
  return (
    <Box
      component="code"
      sx={{
        marginInlineStart: 'auto',
        fontFamily: monospace,
        fontSize: '0.75rem',
        color: 'text.secondary',
        overflowWrap: 'anywhere',
      }}
    >
      {group.method} {group.route} · {formatStatus(group.status)}
      {group.scimType && ` · ${group.scimType}`}
    </Box>
  )
}

/** The same exchanges in the activity; a simulated cause and a real one may have the same key. */
function toQuery(group: ErrorGroup): string {
  return new URLSearchParams({ simulated: group.simulated ? 'yes' : 'no', group: group.key }).toString()
}
