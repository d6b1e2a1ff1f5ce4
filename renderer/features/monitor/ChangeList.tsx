import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { Change, ExchangeDetail } from '#contract/exchange.ts'
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
        {changes.length > 0 && (
          <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
            {changes.map((change) => (
              <ChangeLine key={`${change.kind} ${change.attribute}`} change={change} />
            ))}
          </Box>
        )}
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

const signs = {
  added: { sign: '+', color: 'success.main' },
  removed: { sign: '−', color: 'error.main' },
  replaced: { sign: '~', color: 'info.main' },
} as const

function ChangeLine({ change }: { readonly change: Change }) {
  const { sign, color } = signs[change.kind]
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: '12px minmax(120px, 2fr) 3fr',
        columnGap: 1,
        px: 1.5,
        py: 0.75,
        borderBottom: 1,
        borderColor: 'divider',
        '&:last-child': { borderBottom: 0 },
        fontFamily: monospace,
        fontSize: '0.75rem',
        lineHeight: 1.5,
        '@container (max-width: 420px)': { gridTemplateColumns: '12px minmax(0, 1fr)' },
      }}
    >
      <Box component="span" role="img" aria-label={change.kind} title={change.kind} sx={{ color, fontWeight: 700 }}>
        {sign}
      </Box>
      <Box component="span" sx={{ overflowWrap: 'anywhere' }}>
        {change.attribute}
      </Box>
      <Box component="span" sx={{ overflowWrap: 'anywhere', minWidth: 0, '@container (max-width: 420px)': { gridColumn: 2 } }}>
        {change.kind !== 'added' && (
          <Box component="del" sx={{ color: 'text.secondary' }}>
            {toText(change.before)}
          </Box>
        )}
        {change.kind === 'replaced' && ' → '}
        {change.kind !== 'removed' && (
          <Box component="ins" sx={{ textDecoration: 'none', fontWeight: 600 }}>
            {toText(change.after)}
          </Box>
        )}
      </Box>
    </Box>
  )
}

/** A value on one line; a very long one is cut, since the bytes stand below. */
function toText(value: Change['before']): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value ?? null)
  return text.length > 300 ? `${text.slice(0, 300)}…` : text
}
