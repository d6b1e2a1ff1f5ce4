import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import type { Preferences } from '#contract/console.ts'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { themeChoices, useThemeChoice } from '../../useThemeChoice.ts'
import { SettingsSection } from './SettingsSection.tsx'

/** The theme, kept by the service for every window and browser. */
export function AppearanceSettings() {
  const { kept, change } = useThemeChoice()
  return (
    <SettingsSection title="Theme">
      <ToggleButtonGroup
        exclusive
        size="small"
        aria-label="Theme"
        value={(change.isPending ? change.variables : kept) ?? null}
        onChange={(_, theme: Preferences['theme'] | null) => theme && change.mutate(theme)}
      >
        {themeChoices.map(({ theme, label }) => (
          <ToggleButton key={theme} value={theme} sx={{ px: 1.5, fontSize: '0.8125rem' }}>
            {label}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {change.error && <ErrorNotice title="The theme could not be kept" error={change.error} />}
    </SettingsSection>
  )
}
