import Box from '@mui/material/Box'
import type { Connection, Switches } from '#contract/connection.ts'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { SwitchRow } from '../../components/SwitchRow.tsx'
import { SettingsSection } from './SettingsSection.tsx'
import { useChangeConnection } from './useSettings.ts'

const rows: readonly { readonly name: keyof Switches; readonly label: string; readonly description: string }[] = [
  {
    name: 'scim',
    label: 'SCIM',
    description: 'Off: every request but discovery is answered 403, whatever the switches below say.',
  },
  { name: 'create', label: 'Create learners', description: 'Off: a POST to /Users is answered 403 and no learner is made.' },
  {
    name: 'update',
    label: 'Update learners',
    description: 'Off: a PUT or PATCH that changes attributes is answered 403, and the learner stays as it is.',
  },
  {
    name: 'deactivate',
    label: 'Deactivate learners',
    description: 'Off: active: false and DELETE are answered 403, and the learner keeps its access.',
  },
  { name: 'groups', label: 'Groups', description: 'Off: a look-up of groups finds none, and a write to one is answered 403.' },
]

/** Which actions the connection takes. */
export function SwitchSettings({ connection }: { readonly connection: Connection }) {
  const change = useChangeConnection(connection.slug)
  const { switches } = connection.settings
  return (
    <SettingsSection
      title="Actions"
      about="What the identity provider may do here. A refused request names the switch, in its reply and in the activity."
    >
      <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper' }}>
        {rows.map(({ name, label, description }) => (
          <SwitchRow
            key={name}
            label={label}
            description={description}
            isOn={switches[name]}
            onChange={(isOn) => change.mutate({ switches: { [name]: isOn } })}
          />
        ))}
      </Box>
      {change.error && <ErrorNotice title="The switch could not be turned" error={change.error} />}
    </SettingsSection>
  )
}
