import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { Link } from 'react-router'
import type { ErrorGroup } from '#contract/exchange.ts'
import type { FailureTrend } from '#contract/failureTrend.ts'
import { DocumentationLink } from '../../components/DocumentationLink.tsx'
import { NextStep } from '../../components/NextStep.tsx'
import { StatusChip } from '../../components/StatusChip.tsx'
import { Words } from '../../components/Words.tsx'
import { formatCount } from '../../format.ts'
import { toSearchOfCause } from './activityLinks.ts'
import { CauseExchanges } from './CauseExchanges.tsx'
import { CauseFacts } from './CauseFacts.tsx'
import { CauseFrame, Folded } from './CauseFrame.tsx'
import { CauseRoute } from './CauseRoute.tsx'
import { IgnoreButton } from './IgnoreButton.tsx'

interface CauseCardProps {
  readonly connection: string
  readonly group: ErrorGroup
  /** undefined: not known yet. */
  readonly trend: FailureTrend | undefined
  /** Who set something aside last. */
  readonly lastBy: string
}

/** One cause: what it is, who must act, what to click, how often it happened; opens to its exchanges. */
export function CauseCard({ connection, group, trend, lastBy }: CauseCardProps) {
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
      <CauseFacts group={group} trend={trend} />
      <Folded
        label="Meaning and requests"
        beside={
          <>
            <Button component={Link} to={`/${connection}/activity${toSearchOfCause(group)}`}>
              Show {group.count === 1 ? 'the request' : `all ${formatCount(group.count, 'request')}`}
            </Button>
            <IgnoreButton
              connection={connection}
              ignoredKey={group.key}
              title={group.title}
              lastExchangeId={group.lastExchangeId}
              lastBy={lastBy}
            />
            <CauseRoute group={group} />
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
