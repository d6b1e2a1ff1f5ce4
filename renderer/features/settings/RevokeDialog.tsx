import Typography from '@mui/material/Typography'
import { useState } from 'react'
import type { TokenInfo } from '#contract/connection.ts'
import { callerNames } from '#contract/provider.ts'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { Timestamp } from '../../components/Timestamp.tsx'
import { isWithinHours } from '../../time.ts'
import { useService } from '../../useService.ts'

interface RevokeDialogProps {
  readonly connection: string
  readonly token: TokenInfo
  readonly isBusy: boolean
  readonly onRevoke: () => void
  readonly onClose: () => void
}

/** Asks before a token is ended, and asks again where it was used within 24 hours: then something still depends on it. */
export function RevokeDialog({ connection, token, isBusy, onRevoke, onClose }: RevokeDialogProps) {
  const [isSecond, setIsSecond] = useState(false)
  const { lastFour, lastUsedAt } = token
  const inUse = lastUsedAt !== null && isWithinHours(lastUsedAt, 24)
  const last = useService('listExchanges', { params: { connection }, query: { token: token.id, limit: 1 } }).data?.exchanges[0]
  if (isSecond && inUse) {
    return (
      <ConfirmDialog
        isOpen
        isDangerous
        isBusy={isBusy}
        title="This token is in use"
        confirmLabel={`Revoke …${lastFour} all the same`}
        onConfirm={onRevoke}
        onClose={onClose}
      >
        <Typography>
          It was last used at <Timestamp at={lastUsedAt} />
          {last && ` by ${last.caller === 'unknown' ? 'a client that Rollcall does not recognise' : callerNames[last.caller]}`}.
          From now on its requests are answered 401, and provisioning stops until the identity provider has another token.
        </Typography>
        {last && <Typography sx={{ mt: 1, color: 'text.secondary', overflowWrap: 'anywhere' }}>{last.sentence}</Typography>}
      </ConfirmDialog>
    )
  }
  return (
    <ConfirmDialog
      isOpen
      isDangerous
      isBusy={isBusy}
      title={`Revoke the token …${lastFour}?`}
      confirmLabel={`Revoke …${lastFour}`}
      onConfirm={() => (inUse ? setIsSecond(true) : onRevoke())}
      onClose={onClose}
    >
      <Typography>It ends at once and cannot be brought back. {lastUsedAt === null && 'It was never used.'}</Typography>
    </ConfirmDialog>
  )
}
