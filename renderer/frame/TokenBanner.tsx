import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { Link } from 'react-router'
import { findEndingToken, type TokenInfo } from '#contract/connection.ts'
import { MeaningIcon } from '../components/MeaningIcon.tsx'
import { type Meaning, toColor, toCssColor } from '../components/meaning.ts'
import { Timestamp } from '../components/Timestamp.tsx'
import { formatDaysLeft } from '../time.ts'
import { useNow } from '../useNow.ts'
import { useService } from '../useService.ts'

interface Warning {
  readonly meaning: Meaning
  readonly token: TokenInfo
  readonly word: string
  readonly consequence: string
}

function toWarning(tokens: readonly TokenInfo[], nowMs: number): Warning | undefined {
  const ending = findEndingToken(tokens, nowMs)
  if (ending && ending.leftMs > 0) {
    return {
      meaning: ending.isUrgent ? 'failed' : 'attention',
      token: ending.token,
      word: `ends ${formatDaysLeft(ending.leftMs)}`,
      consequence: 'After that every request of the provider is refused.',
    }
  }
  // What the service said of a token may be a moment old.
  const usable = tokens.filter(({ status, kind, expiresAt }) => {
    const isOver = expiresAt !== null && Date.parse(expiresAt) <= nowMs
    return kind !== 'simulator' && !isOver && (status === 'active' || status === 'ending')
  })
  const newest = tokens.find(({ kind }) => kind === 'screen')
  if (usable.length > 0 || !newest?.expiresAt || newest.revokedAt !== null) return undefined
  return { meaning: 'failed', token: newest, word: 'has ended', consequence: 'Every request of the provider is refused.' }
}

/** Says on every screen that the token ends soon, or has ended, with the way to a new one. Nothing while that is far. */
export function TokenBanner({ connection }: { readonly connection: string }) {
  const tokens = useService('getSetup', { params: { connection } }).data?.tokens
  const warning = toWarning(tokens ?? [], useNow())
  if (!warning) return null
  const { meaning, token, word, consequence } = warning
  return (
    <Box
      component="section"
      aria-label="End of the token"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 2,
        px: { xs: 1.5, sm: 2 },
        py: 0.75,
        borderBottom: 1,
        borderColor: 'divider',
        borderTop: `2px solid ${toCssColor(meaning)}`,
        bgcolor: `color-mix(in srgb, ${toCssColor(meaning)} 10%, var(--mui-palette-background-paper))`,
        fontSize: '0.8125rem',
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.75, fontWeight: 600, color: toColor(meaning) }}>
        <MeaningIcon meaning={meaning} size={14} />
        <span>
          The token …{token.lastFour} {word}
        </span>
      </Box>
      <Box sx={{ flex: '1 1 240px', minWidth: 0 }}>
        {token.expiresAt !== null && <Timestamp at={token.expiresAt} />}. {consequence}
      </Box>
      <Button
        component={Link}
        to={`/${connection}/setup/credentials`}
        color="inherit"
        variant="outlined"
        sx={{ bgcolor: 'background.paper', borderColor: 'divider' }}
      >
        Make a new one in step 1
      </Button>
    </Box>
  )
}
