import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { Link } from 'react-router'
import type { Finding } from '#contract/exchange.ts'
import { DocumentationLink } from '../../components/DocumentationLink.tsx'
import { NextStep } from '../../components/NextStep.tsx'
import { StatusChip } from '../../components/StatusChip.tsx'
import { Words } from '../../components/Words.tsx'
import { ExchangeLinks } from '../../ExchangeLinks.tsx'
import { formatCount } from '../../format.ts'
import { toSearchOfFinding } from './activityLinks.ts'
import { CauseFrame, Folded } from './CauseFrame.tsx'
import { IgnoreButton } from './IgnoreButton.tsx'

interface FindingCardProps {
  readonly connection: string
  readonly finding: Finding
  /** Who set something aside last. */
  readonly lastBy: string
}

/** What several requests show together: no single one says it, so the text stands in front. */
export function FindingCard({ connection, finding, lastBy }: FindingCardProps) {
  const { explanation, exchanges, count, simulated } = finding
  const search = toSearchOfFinding(finding)
  const beside = (
    <>
      {finding.exchangeIds.length > 0 && (
        <Button component={Link} to={`/${connection}/activity${search}`}>
          Show in activity
        </Button>
      )}
      <IgnoreButton
        connection={connection}
        ignoredKey={finding.key}
        title={explanation.title}
        lastExchangeId={finding.exchangeIds[0] ?? 0}
        lastBy={lastBy}
      />
      <DocumentationLink page={explanation.documentation} />
    </>
  )
  return (
    <CauseFrame
      meaning="attention"
      title={explanation.title}
      chips={simulated ? <StatusChip meaning="rehearsed">simulated</StatusChip> : null}
    >
      <Typography variant="body2" sx={{ maxWidth: 720 }}>
        <Words>{explanation.happened}</Words> <Words>{explanation.meaning}</Words>
      </Typography>
      <NextStep who={explanation.who} steps={explanation.steps} />
      {exchanges.length === 0 ? (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>{beside}</Box>
      ) : (
        <Folded label={toLabel(exchanges.length, count)} beside={beside}>
          <ExchangeLinks connection={connection} exchanges={exchanges} search={search} label="The newest requests that show it" />
        </Folded>
      )}
    </CauseFrame>
  )
}

function toLabel(shown: number, count: number): string {
  if (shown < count) return `The newest ${shown} of ${formatCount(count, 'request')}`
  return count === 1 ? 'The request' : `The ${formatCount(count, 'request')}`
}
