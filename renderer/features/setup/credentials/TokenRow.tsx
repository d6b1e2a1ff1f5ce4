import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { findEndingToken, type TokenInfo } from '#contract/connection.ts'
import { StatusChip } from '../../../components/StatusChip.tsx'
import { Timestamp } from '../../../components/Timestamp.tsx'
import { monospace } from '../../../theme.ts'

/** A token that is accepted: its last four characters, when it was made, when it was last used, how long it lives. */
export function TokenRow({ token }: { readonly token: TokenInfo }) {
  const isNear = findEndingToken([token], Date.now()) !== undefined
  return (
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 2,
        rowGap: 0.5,
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        bgcolor: 'background.paper',
        px: 1.5,
        py: 1,
      }}
    >
      <Box component="span" sx={{ fontFamily: monospace, fontSize: '0.8125rem' }}>
        <span aria-hidden="true">••••••••</span>
        <Box component="span" aria-label={`Token ending in ${token.lastFour}`}>
          {token.lastFour}
        </Box>
      </Box>
      <Typography variant="body2" component="div" sx={{ flex: 1, minWidth: 180, color: 'text.secondary' }}>
        {token.kind === 'environment' ? 'From ROLLCALL_TOKEN. ' : null}
        Created <Timestamp at={token.createdAt} />,{' '}
        {token.lastUsedAt === null ? (
          'not used yet'
        ) : (
          <>
            last used <Timestamp at={token.lastUsedAt} />
          </>
        )}
      </Typography>
      {token.expiresAt === null ? (
        <StatusChip meaning="proven">Accepted</StatusChip>
      ) : (
        <StatusChip meaning={token.status === 'ending' || isNear ? 'attention' : 'proven'}>
          Accepted until <Timestamp at={token.expiresAt} />
        </StatusChip>
      )}
    </Box>
  )
}
