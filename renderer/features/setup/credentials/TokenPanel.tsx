import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useSetupChange } from '../setupChanges.ts'
import type { StepProps } from '../stepProps.ts'
import { FreshToken } from './FreshToken.tsx'
import { ResetTokenDialog } from './ResetTokenDialog.tsx'
import { TokenEndField } from './TokenEndField.tsx'
import { TokenRow } from './TokenRow.tsx'
import { noEnd, toExpiresAt } from './tokenEnd.ts'
import { usableTokens } from './usableTokens.ts'
import { useTokenIssue } from './useTokenIssue.ts'

/** The token: generated, shown once, stored by the user, afterwards known by its last four characters; reset with an overlap. */
export function TokenPanel({ state, guide, freshToken, onTokenIssued, onTokenStored }: StepProps) {
  const connection = state.connection.slug
  const storedChange = useSetupChange(connection)
  const [isResetting, setIsResetting] = useState(false)
  const [end, setEnd] = useState(noEnd)
  const expiresAt = toExpiresAt(end)
  const issue = useTokenIssue(connection, (secret) => {
    setIsResetting(false)
    onTokenIssued(secret)
  })
  const tokens = usableTokens(state.tokens)
  const newest = tokens.find((token) => token.kind === 'screen' && token.status === 'active')
  const needsWord = freshToken === null && newest !== undefined && !state.tokenStored

  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      {freshToken === null ? null : <FreshToken secret={freshToken} onStored={onTokenStored} />}
      {tokens.map((token) => (
        <TokenRow key={token.id} token={token} />
      ))}
      {needsWord ? (
        <Alert
          severity="info"
          action={
            <Button
              color="inherit"
              sx={{ whiteSpace: 'nowrap' }}
              disabled={storedChange.isPending}
              onClick={() => storedChange.mutate({ tokenStored: true })}
            >
              I have stored it
            </Button>
          }
        >
          The token ending in {newest.lastFour} was shown, but you have not said that you stored it. If it is lost, make a new
          one.
        </Alert>
      ) : null}
      {issue.error ? <Alert severity="error">No token was made. {issue.error.message}</Alert> : null}
      <Box>
        {newest === undefined ? (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'flex-start' }}>
            <Button
              variant="contained"
              disabled={issue.isPending || expiresAt === undefined}
              sx={{ minHeight: 40 }}
              onClick={() => expiresAt !== undefined && issue.mutate({ overlapMinutes: 0, expiresAt })}
            >
              Generate token
            </Button>
            <TokenEndField label="It ends" value={end} onChange={setEnd} />
          </Box>
        ) : (
          <Button variant="outlined" color="inherit" sx={{ borderColor: 'divider' }} onClick={() => setIsResetting(true)}>
            Reset token…
          </Button>
        )}
      </Box>
      {newest === undefined ? null : (
        <ResetTokenDialog
          isOpen={isResetting}
          isBusy={issue.isPending}
          token={newest}
          providerName={guide.name}
          onReset={(order) => issue.mutate(order)}
          onClose={() => setIsResetting(false)}
        />
      )}
    </Box>
  )
}
