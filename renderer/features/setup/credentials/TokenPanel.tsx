import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useSetupChange } from '../setupChanges.ts'
import type { StepProps } from '../stepProps.ts'
import { FreshToken } from './FreshToken.tsx'
import { ResetTokenDialog } from './ResetTokenDialog.tsx'
import { TokenRow } from './TokenRow.tsx'
import { usableTokens } from './usableTokens.ts'
import { useTokenIssue } from './useTokenIssue.ts'

/** The token: generated, shown once, stored by the user, afterwards known by its last four characters; reset with an overlap. */
export function TokenPanel({ state, guide, freshToken, onTokenIssued, onTokenStored }: StepProps) {
  const connection = state.connection.slug
  const storedChange = useSetupChange(connection)
  const [isResetting, setIsResetting] = useState(false)
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
            <Button color="inherit" disabled={storedChange.isPending} onClick={() => storedChange.mutate({ tokenStored: true })}>
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
          <Button variant="contained" disabled={issue.isPending} onClick={() => issue.mutate(0)}>
            Generate token
          </Button>
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
          onReset={(overlapMinutes) => issue.mutate(overlapMinutes)}
          onClose={() => setIsResetting(false)}
        />
      )}
    </Box>
  )
}
