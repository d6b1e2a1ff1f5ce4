import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ExchangeDetail } from '#contract/exchange.ts'
import { ChangeLines } from '../../ChangeLines.tsx'
import { Section } from '../../components/Section.tsx'
import { monospace } from '../../theme.ts'

/** What a write changed, attribute by attribute, and what of it was not kept. Nothing for an exchange that is no write. */
export function ChangeList({ detail }: { readonly detail: Pick<ExchangeDetail, 'changes' | 'changedNothing' | 'notKept'> }) {
  const { changes, changedNothing, notKept } = detail
  if (changes.length === 0 && !changedNothing && notKept.length === 0) return null
  return (
    <Section level={3} title="Changed">
      <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1, overflow: 'hidden' }}>
        {changedNothing && <Note>It changed nothing: every attribute already had the value that was sent.</Note>}
        {changes.length > 0 && <ChangeLines changes={changes} />}
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
