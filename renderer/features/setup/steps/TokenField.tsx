import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { type ReactNode, useState } from 'react'
import { Link as RouterLink } from 'react-router'
import { CopyField } from '../../../components/CopyField.tsx'
import { monospace } from '../../../theme.ts'
import { ResetTokenDialog } from '../credentials/ResetTokenDialog.tsx'
import { usableTokens } from '../credentials/usableTokens.ts'
import { useTokenIssue } from '../credentials/useTokenIssue.ts'
import type { StepProps } from '../stepProps.ts'

interface TokenFieldProps extends StepProps {
  readonly label: string
  /** The label as it is shown. */
  readonly name: ReactNode
  /** As the provider wants it: alone, or with `Bearer ` in front. */
  readonly form: 'raw' | 'bearer'
  readonly note: ReactNode | undefined
}

/** The provider's token field: the token in the form that it wants while it is shown, afterwards its last four characters. */
export function TokenField({ label, name, form, note, state, guide, freshToken, onTokenIssued, onTokenStored }: TokenFieldProps) {
  const prefix = form === 'bearer' ? 'Bearer ' : ''
  const newest = usableTokens(state.tokens)[0]
  if (freshToken !== null) {
    return (
      <Box sx={{ display: 'grid', gap: 1 }}>
        <CopyField label={name} copyLabel={`Copy ${label}`} value={`${prefix}${freshToken}`} hint={note} />
        <Box>
          <Button variant="outlined" onClick={onTokenStored}>
            I have stored it
          </Button>
        </Box>
      </Box>
    )
  }
  return (
    <Box role="group" aria-label={label}>
      <Typography variant="body2" component="div" sx={{ color: 'text.secondary', mb: 0.5 }}>
        {name}
      </Typography>
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'center',
          gap: 1,
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
          bgcolor: 'background.default',
          pl: 1.5,
          pr: 0.5,
          py: 0.5,
          minHeight: 38,
        }}
      >
        <Box component="span" sx={{ flex: 1, fontFamily: monospace, fontSize: '0.8125rem' }}>
          {newest === undefined ? 'no token yet' : `${prefix}••••••••${newest.lastFour}`}
        </Box>
        {newest === undefined ? (
          <Button component={RouterLink} to={`/${state.connection.slug}/setup/credentials`}>
            Generate it in step 1
          </Button>
        ) : (
          <NeededAgain state={state} token={newest} providerName={guide.name} onTokenIssued={onTokenIssued} />
        )}
      </Box>
      <Typography variant="caption" component="div" sx={{ color: 'text.secondary', mt: 0.5 }}>
        {newest === undefined ? null : 'Paste it from where you stored it. '}
        {note}
      </Typography>
    </Box>
  )
}

interface NeededAgainProps extends Pick<StepProps, 'state' | 'onTokenIssued'> {
  readonly token: StepProps['state']['tokens'][number]
  readonly providerName: string
}

function NeededAgain({ state, token, providerName, onTokenIssued }: NeededAgainProps) {
  const [isOpen, setIsOpen] = useState(false)
  const issue = useTokenIssue(state.connection.slug, (secret) => {
    setIsOpen(false)
    onTokenIssued(secret)
  })
  return (
    <>
      <Button color="inherit" onClick={() => setIsOpen(true)}>
        I need it again…
      </Button>
      <ResetTokenDialog
        isOpen={isOpen}
        isBusy={issue.isPending}
        token={token}
        providerName={providerName}
        onReset={(overlapMinutes) => issue.mutate(overlapMinutes)}
        onClose={() => setIsOpen(false)}
      />
    </>
  )
}
