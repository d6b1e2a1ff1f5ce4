import { useColorScheme } from '@mui/material/styles'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Preferences } from '#contract/console.ts'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { type ConsoleError, callService } from '../../service.ts'
import { toQueryKey, useService } from '../../useService.ts'
import { SettingsSection } from './SettingsSection.tsx'

const themes = [
  { theme: 'system', label: 'As the system' },
  { theme: 'light', label: 'Light' },
  { theme: 'dark', label: 'Dark' },
] as const

/** The theme, kept by the service for every window and browser. */
export function AppearanceSettings() {
  const client = useQueryClient()
  const { setMode } = useColorScheme()
  const kept = useService('getPreferences').data?.theme
  const change = useMutation<Preferences, ConsoleError, Preferences['theme']>({
    mutationFn: (theme) => callService('changePreferences', { body: { theme } }),
    onMutate: (theme) => setMode(theme),
    onSuccess: (preferences) => client.setQueryData(toQueryKey('getPreferences'), preferences),
    onError: () => kept && setMode(kept),
  })
  return (
    <SettingsSection title="Theme">
      <ToggleButtonGroup
        exclusive
        size="small"
        aria-label="Theme"
        value={(change.isPending ? change.variables : kept) ?? null}
        onChange={(_, theme: Preferences['theme'] | null) => theme && change.mutate(theme)}
      >
        {themes.map(({ theme, label }) => (
          <ToggleButton key={theme} value={theme} sx={{ px: 1.5, fontSize: '0.8125rem' }}>
            {label}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {change.error && <ErrorNotice title="The theme could not be kept" error={change.error} />}
    </SettingsSection>
  )
}
