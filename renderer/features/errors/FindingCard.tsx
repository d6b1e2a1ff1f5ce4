import Typography from '@mui/material/Typography'
import type { Finding } from '#contract/exchange.ts'
import { DocumentationLink } from '../../components/DocumentationLink.tsx'
import { Words } from '../../components/Words.tsx'
import { ExchangeLinks } from '../../ExchangeLinks.tsx'
import { formatCount } from '../../format.ts'
import { CauseFrame, Folded, NextStep } from './CauseFrame.tsx'

interface FindingCardProps {
  readonly connection: string
  readonly finding: Finding
}

/** What several requests show together: no single one says it, so the text stands in front. */
export function FindingCard({ connection, finding }: FindingCardProps) {
  const { explanation, exchanges, count } = finding
  const page = <DocumentationLink page={explanation.documentation} />
  return (
    <CauseFrame meaning="attention" title={explanation.title}>
      <Typography variant="body2" sx={{ maxWidth: 720 }}>
        <Words>{explanation.happened}</Words> <Words>{explanation.meaning}</Words>
      </Typography>
      <NextStep who={explanation.who} steps={explanation.steps} />
      {exchanges.length === 0 ? (
        page
      ) : (
        <Folded label={toLabel(exchanges.length, count)} beside={page}>
          <ExchangeLinks connection={connection} exchanges={exchanges} label="The newest requests that show it" />
        </Folded>
      )}
    </CauseFrame>
  )
}

function toLabel(shown: number, count: number): string {
  if (shown < count) return `The newest ${shown} of ${formatCount(count, 'request')}`
  return count === 1 ? 'The request' : `The ${formatCount(count, 'request')}`
}
