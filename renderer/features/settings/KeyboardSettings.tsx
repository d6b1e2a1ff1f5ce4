import Box from '@mui/material/Box'
import { SingleKeysSwitch } from '../../commands/SingleKeysSwitch.tsx'
import { SettingsSection } from './SettingsSection.tsx'

/** Whether single keys do something. */
export function KeyboardSettings() {
  return (
    <SettingsSection title="Keyboard" about="The key ? shows which keys there are.">
      <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1 }}>
        <SingleKeysSwitch />
      </Box>
    </SettingsSection>
  )
}
