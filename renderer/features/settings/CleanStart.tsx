import Button from '@mui/material/Button'
import { useColorScheme } from '@mui/material/styles'
import Typography from '@mui/material/Typography'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Preferences } from '#contract/console.ts'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { forgetPlaces } from '../../places.ts'
import { type ConsoleError, callService } from '../../service.ts'
import { toQueryKey } from '../../useService.ts'
import { SettingsSection } from './SettingsSection.tsx'

/** Puts back what the screens remember, for who wants to begin as at the first start. */
export function CleanStart() {
  const client = useQueryClient()
  const { setMode } = useColorScheme()
  const reset = useMutation<Preferences, ConsoleError>({
    mutationFn: async () => {
      await forgetPlaces()
      return callService('resetPreferences')
    },
    onSuccess: (preferences) => {
      setMode(preferences.theme)
      client.setQueryData(toQueryKey('getPreferences'), preferences)
    },
  })
  return (
    <SettingsSection title="Clean start" about="Connections, tokens, learners, requests and saved views stay.">
      <Typography variant="body2">
        Rollcall opens where you left it: the connection, the screen with its filter and the open request, and the theme.
      </Typography>
      <Button variant="outlined" disabled={reset.isPending} sx={{ justifySelf: 'start' }} onClick={() => reset.mutate()}>
        Forget what the screens remember
      </Button>
      <Typography role="status" variant="body2" sx={{ color: 'text.secondary', minHeight: 20 }}>
        {reset.isSuccess && 'Forgotten. The next start begins as the first one did.'}
      </Typography>
      {reset.error && <ErrorNotice title="It is still remembered" error={reset.error} />}
    </SettingsSection>
  )
}
