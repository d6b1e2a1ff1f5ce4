import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import TableCell from '@mui/material/TableCell'
import TableRow from '@mui/material/TableRow'
import { findEndingToken, type TokenInfo } from '#contract/connection.ts'
import type { Meaning } from '../../components/meaning.ts'
import { StatusChip } from '../../components/StatusChip.tsx'
import { Timestamp } from '../../components/Timestamp.tsx'
import { monospace } from '../../theme.ts'

interface TokenRowProps {
  readonly token: TokenInfo
  readonly onRevoke: () => void
}

const meanings: Readonly<Record<TokenInfo['status'], Meaning>> = {
  active: 'proven',
  ending: 'attention',
  expired: 'neutral',
  revoked: 'neutral',
}

const fromSm = { display: { xs: 'none', sm: 'table-cell' } }

/** What is known of one token. */
export function TokenRow({ token, onRevoke }: TokenRowProps) {
  const isAccepted = token.status === 'active' || token.status === 'ending'
  const isNear = findEndingToken([token], Date.now()) !== undefined
  return (
    <TableRow>
      <TableCell component="th" scope="row" sx={{ overflowWrap: 'anywhere' }}>
        <Box component="span" sx={{ fontFamily: monospace, whiteSpace: 'nowrap' }}>
          …{token.lastFour}
        </Box>{' '}
        <Box component="span" sx={{ color: 'text.secondary', fontWeight: 400 }}>
          {token.label}
        </Box>
        <Box sx={{ display: { sm: 'none' }, fontSize: '0.75rem', fontWeight: 400, color: 'text.secondary' }}>
          created <Timestamp at={token.createdAt} />
          <br />
          {token.lastUsedAt === null ? 'never used' : 'used '}
          {token.lastUsedAt !== null && <Timestamp at={token.lastUsedAt} />}
        </Box>
      </TableCell>
      <TableCell>
        <StatusChip meaning={isNear ? 'attention' : meanings[token.status]}>{token.status}</StatusChip>
        {isAccepted && token.expiresAt !== null && (
          <Box sx={{ mt: 0.5, fontSize: '0.75rem', color: 'text.secondary' }}>
            until <Timestamp at={token.expiresAt} />
          </Box>
        )}
      </TableCell>
      <TableCell sx={fromSm}>
        <Timestamp at={token.createdAt} />
      </TableCell>
      <TableCell sx={fromSm}>{token.lastUsedAt === null ? 'never' : <Timestamp at={token.lastUsedAt} />}</TableCell>
      <TableCell align="right">
        {isAccepted && (
          <Button color="error" aria-label={`Revoke the token that ends in ${token.lastFour}`} onClick={onRevoke}>
            Revoke
          </Button>
        )}
      </TableCell>
    </TableRow>
  )
}
