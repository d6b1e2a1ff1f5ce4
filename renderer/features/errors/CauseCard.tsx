import ArrowIcon from '@mui/icons-material/ExpandMore'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Collapse from '@mui/material/Collapse'
import Typography from '@mui/material/Typography'
import { useId, useState } from 'react'
import { Link } from 'react-router'
import type { ErrorGroup } from '#contract/exchange.ts'
import { DocumentationLink } from '../../components/DocumentationLink.tsx'
import { MeaningIcon } from '../../components/MeaningIcon.tsx'
import { type Meaning, toCssColor } from '../../components/meaning.ts'
import { StatusChip } from '../../components/StatusChip.tsx'
import { Words } from '../../components/Words.tsx'
import { formatStatus } from '../../exchangeOutcome.ts'
import { formatCount } from '../../format.ts'
import { monospace } from '../../theme.ts'
import { CauseExchanges } from './CauseExchanges.tsx'
import { CauseFacts } from './CauseFacts.tsx'

interface CauseCardProps {
  readonly connection: string
  readonly group: ErrorGroup
}

/** One cause: what it is, who must act, what to click, how often it happened; opens to its exchanges. */
export function CauseCard({ connection, group }: CauseCardProps) {
  const [isOpen, setIsOpen] = useState(false)
  const titleId = useId()
  const partId = useId()
  const { explanation } = group
  const meaning: Meaning = group.recoveredAt === null ? 'failed' : 'neutral'
  return (
    <Box
      component="li"
      aria-labelledby={titleId}
      sx={{
        border: 1,
        borderColor: 'divider',
        borderInlineStart: `3px solid ${toCssColor(meaning)}`,
        borderRadius: 1,
        bgcolor: 'background.paper',
        px: 2,
        py: 1.5,
        display: 'grid',
        gap: 1.25,
        gridTemplateColumns: 'minmax(0, 1fr)',
      }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, rowGap: 0.5, alignItems: 'flex-start' }}>
        <Box sx={{ flex: '1 1 260px', minWidth: 0, display: 'flex', gap: 1 }}>
          <Box sx={{ pt: '3px' }}>
            <MeaningIcon meaning={meaning} />
          </Box>
          <Typography id={titleId} variant="h3" sx={{ fontSize: '1rem', minWidth: 0, overflowWrap: 'anywhere' }}>
            <Words>{group.title}</Words>
          </Typography>
        </Box>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75 }}>
          {group.simulated && <StatusChip meaning="rehearsed">simulated</StatusChip>}
          {group.recoveredAt !== null && <StatusChip meaning="proven">recovered</StatusChip>}
        </Box>
      </Box>
      <Box>
        <Typography variant="subtitle2" component="p">
          {explanation.who}
        </Typography>
        <Box component="ol" sx={{ m: 0, mt: 0.25, paddingInlineStart: 2.5, fontSize: '0.8125rem', display: 'grid', gap: 0.25 }}>
          {explanation.steps.map((step) => (
            <li key={step}>
              <Words>{step}</Words>
            </li>
          ))}
        </Box>
      </Box>
      <CauseFacts group={group} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <Button
          variant="outlined"
          color="inherit"
          sx={{ borderColor: 'divider' }}
          aria-expanded={isOpen}
          aria-controls={partId}
          endIcon={<ArrowIcon sx={{ transform: isOpen ? 'rotate(180deg)' : 'none', transition: 'transform 150ms' }} />}
          onClick={() => setIsOpen(!isOpen)}
        >
          {isOpen ? 'Less' : 'Meaning and requests'}
        </Button>
        <Button component={Link} to={`/${connection}/activity?${toQuery(group)}`}>
          Show {group.count === 1 ? 'the request' : `all ${formatCount(group.count, 'request')}`}
        </Button>
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
      </Box>
      <Collapse in={isOpen} id={partId} unmountOnExit>
        <Typography variant="body2" sx={{ mb: 1.5, maxWidth: 720 }}>
          <Words>{explanation.happened}</Words> <Words>{explanation.meaning}</Words>
        </Typography>
        <Box sx={{ mb: 1.5 }}>
          <DocumentationLink page={explanation.documentation} />
        </Box>
        <CauseExchanges connection={connection} group={group} />
      </Collapse>
    </Box>
  )
}

/** The same exchanges in the activity; a simulated cause and a real one may have the same key. */
function toQuery(group: ErrorGroup): string {
  return new URLSearchParams({ simulated: group.simulated ? 'yes' : 'no', group: group.key }).toString()
}
