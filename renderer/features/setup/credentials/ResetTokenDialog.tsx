import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import FormControl from '@mui/material/FormControl'
import FormControlLabel from '@mui/material/FormControlLabel'
import FormLabel from '@mui/material/FormLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import type { TokenInfo } from '#contract/connection.ts'
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx'
import { isWithinHours } from '../../../time.ts'
import { TokenEndField } from './TokenEndField.tsx'
import { noEnd, toExpiresAt } from './tokenEnd.ts'
import type { TokenOrder } from './useTokenIssue.ts'

interface ResetTokenDialogProps {
  readonly isOpen: boolean
  readonly isBusy: boolean
  readonly token: TokenInfo
  readonly providerName: string
  readonly onReset: (order: TokenOrder) => void
  readonly onClose: () => void
}

const overlaps = [
  { minutes: 0, label: 'It ends at once' },
  { minutes: 60, label: 'It lives on for 1 hour' },
  { minutes: 24 * 60, label: 'It lives on for 24 hours' },
  { minutes: 7 * 24 * 60, label: 'It lives on for 7 days' },
]

/** Makes a new token and asks how long the old one may live on, so that nothing is refused while it is exchanged. */
export function ResetTokenDialog({ isOpen, isBusy, token, providerName, onReset, onClose }: ResetTokenDialogProps) {
  const [overlap, setOverlap] = useState(24 * 60)
  const [end, setEnd] = useState(noEnd)
  const expiresAt = toExpiresAt(end)
  const isInUse = token.lastUsedAt !== null && isWithinHours(token.lastUsedAt, 24)
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title="Reset the token"
      confirmLabel="Make a new token"
      isDangerous={overlap === 0 && isInUse}
      isBusy={isBusy || expiresAt === undefined}
      onConfirm={() => expiresAt !== undefined && onReset({ overlapMinutes: overlap, expiresAt })}
      onClose={onClose}
    >
      <Typography sx={{ mb: 2 }}>
        A new token is made and shown once. Until it stands in {providerName}, the old one is still needed.
      </Typography>
      <FormControl>
        <FormLabel id="overlap-label">The old token, ending in {token.lastFour}</FormLabel>
        <RadioGroup aria-labelledby="overlap-label" value={overlap} onChange={(_, value) => setOverlap(Number(value))}>
          {overlaps.map(({ minutes, label }) => (
            <FormControlLabel key={minutes} value={minutes} control={<Radio size="small" />} label={label} />
          ))}
        </RadioGroup>
      </FormControl>
      <Box sx={{ mt: 2 }}>
        <TokenEndField label="The new token ends" value={end} onChange={setEnd} />
      </Box>
      {overlap === 0 && isInUse ? (
        <Alert severity="warning" sx={{ mt: 2 }}>
          This token was used within the last 24 hours. Every request is refused until {providerName} has the new one.
        </Alert>
      ) : null}
    </ConfirmDialog>
  )
}
