import ArrowIcon from '@mui/icons-material/ExpandMore'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Collapse from '@mui/material/Collapse'
import Typography from '@mui/material/Typography'
import { useId, useState } from 'react'
import type { ErrorGroup, Finding } from '#contract/exchange.ts'
import { StatusChip } from '../../components/StatusChip.tsx'
import { formatCount, formatNumber } from '../../format.ts'
import { toSearchOfCause, toSearchOfFinding } from './activityLinks.ts'
import { CauseList } from './CauseList.tsx'
import { CauseRoute } from './CauseRoute.tsx'
import { IgnoredCard } from './IgnoredCard.tsx'

interface IgnoredSectionProps {
  readonly connection: string
  readonly groups: readonly ErrorGroup[]
  readonly findings: readonly Finding[]
}

/** What was set aside, folded; what is new of it is said all the same. */
export function IgnoredSection({ connection, groups, findings }: IgnoredSectionProps) {
  const [isOpen, setIsOpen] = useState(false)
  const listId = useId()
  const all = [...findings, ...groups]
  const newCount = all.reduce((sum, { ignored }) => sum + (ignored?.newCount ?? 0), 0)
  if (all.length === 0) return null
  return (
    <Box component="section" aria-label="Ignored causes" sx={{ mb: 3 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 1 }}>
        <Typography variant="h2">
          Ignored{' '}
          <Box component="span" sx={{ color: 'text.secondary', fontWeight: 400 }}>
            {all.length}
          </Box>
        </Typography>
        {newCount > 0 && <StatusChip meaning="attention">{`${formatNumber(newCount)} new since`}</StatusChip>}
        <Button
          color="inherit"
          aria-expanded={isOpen}
          aria-controls={listId}
          endIcon={<ArrowIcon sx={{ transform: isOpen ? 'rotate(180deg)' : 'none', transition: 'transform 150ms' }} />}
          onClick={() => setIsOpen(!isOpen)}
        >
          {isOpen ? 'Fold' : `Show ${formatCount(all.length, 'ignored cause')}`}
        </Button>
      </Box>
      <Collapse in={isOpen} id={listId} unmountOnExit>
        <CauseList>
          {findings.map((finding) =>
            finding.ignored === null ? null : (
              <IgnoredCard
                key={finding.key}
                connection={connection}
                ignoredKey={finding.key}
                title={finding.explanation.title}
                ignored={finding.ignored}
                count={finding.count}
                to={finding.exchangeIds.length === 0 ? undefined : `/${connection}/activity${toSearchOfFinding(finding)}`}
              />
            ),
          )}
          {groups.map((group) =>
            group.ignored === null ? null : (
              <IgnoredCard
                key={group.key}
                connection={connection}
                ignoredKey={group.key}
                title={group.title}
                ignored={group.ignored}
                count={group.count}
                to={`/${connection}/activity${toSearchOfCause(group)}`}
                route={<CauseRoute group={group} />}
              />
            ),
          )}
        </CauseList>
      </Collapse>
    </Box>
  )
}
