import Button from '@mui/material/Button'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableContainer from '@mui/material/TableContainer'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import type { TokenInfo } from '#contract/connection.ts'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { type ConsoleError, callService } from '../../service.ts'
import { toQueryKey } from '../../useService.ts'
import { RevokeDialog } from './RevokeDialog.tsx'
import { SettingsSection } from './SettingsSection.tsx'
import { TokenRow } from './TokenRow.tsx'

interface TokenSettingsProps {
  readonly connection: string
  readonly tokens: readonly TokenInfo[]
}

/** The tokens of the connection: what is known of them, and the way to end one. */
export function TokenSettings({ connection, tokens }: TokenSettingsProps) {
  const client = useQueryClient()
  const [asked, setAsked] = useState<TokenInfo>()
  const revoke = useMutation<TokenInfo[], ConsoleError, TokenInfo>({
    mutationFn: (token) => callService('revokeToken', { params: { connection, token: token.id } }),
    onSuccess: () => client.invalidateQueries({ queryKey: toQueryKey('getSetup', { params: { connection } }) }),
    onSettled: () => setAsked(undefined),
  })
  return (
    <SettingsSection title="Tokens" about="Only a hash is kept, so that a token is shown once: when it is made.">
      {tokens.length === 0 ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          There is no token yet: every request is answered 401.
        </Typography>
      ) : (
        <TableContainer sx={{ border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper' }}>
          <Table
            size="small"
            aria-label="Tokens"
            sx={{ '& tbody tr:last-child td, & tbody tr:last-child th': { borderBottom: 0 } }}
          >
            <TableHead>
              <TableRow>
                <TableCell>Token</TableCell>
                <TableCell>Status</TableCell>
                <TableCell sx={{ display: { xs: 'none', sm: 'table-cell' } }}>Created</TableCell>
                <TableCell sx={{ display: { xs: 'none', sm: 'table-cell' } }}>Last used</TableCell>
                <TableCell align="right">Action</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {tokens.map((token) => (
                <TokenRow key={token.id} token={token} onRevoke={() => setAsked(token)} />
              ))}
            </TableBody>
          </Table>
        </TableContainer>
      )}
      <Button component={Link} to={`/${connection}/setup/credentials`} variant="outlined" sx={{ justifySelf: 'start' }}>
        Make a new token in the setup
      </Button>
      {revoke.error && <ErrorNotice title="The token could not be revoked" error={revoke.error} />}
      {asked && (
        <RevokeDialog
          connection={connection}
          token={asked}
          isBusy={revoke.isPending}
          onRevoke={() => revoke.mutate(asked)}
          onClose={() => setAsked(undefined)}
        />
      )}
    </SettingsSection>
  )
}
