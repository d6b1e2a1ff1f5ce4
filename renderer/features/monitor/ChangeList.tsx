import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ExchangeDetail } from '#contract/exchange.ts'
import { ChangeLines } from '../../ChangeLines.tsx'
import { Section } from '../../components/Section.tsx'
import { monospace } from '../../theme.ts'
import { MoveLines } from './MoveLines.tsx'

interface ChangeListProps {
  readonly connection: string
  readonly detail: Pick<ExchangeDetail, 'summary' | 'changes' | 'changedNothing' | 'moves' | 'notKept'>
}

/** What a write changed, attribute by attribute, and what of it was not kept. Nothing for an exchange that is no write. */
export function ChangeList({ connection, detail }: ChangeListProps) {
  const { summary, changes, changedNothing, moves, notKept } = detail
  const hasMoves = moves.joinedCount + moves.leftCount > 0
  if (changes.length === 0 && !hasMoves && !changedNothing && notKept.length === 0) return null
  return (
    <Section level={3} title="Changed">
      <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1, overflow: 'hidden' }}>
        {changedNothing && <Note>It changed nothing: every attribute already had the value that was sent.</Note>}
        {changes.length > 0 && <ChangeLines changes={changes} />}
        {hasMoves && <MoveLines connection={connection} moves={moves} resourceType={summary.resourceType} />}
        {notKept.length > 0 && (
          <Note>
            not kept:{' '}
            <Box component="span" sx={{ fontFamily: monospace, fontSize: '0.75rem', overflowWrap: 'anywhere' }}>
              {notKept.join(', ')}
            </Box>
          </Note>
        )}
      </Box>
    </Section>
  )
}

function Note({ children }: { readonly children: React.ReactNode }) {
  return (
    <Typography variant="body2" sx={{ px: 1.5, py: 0.75, color: 'text.secondary' }}>
      {children}
    </Typography>
  )
}
