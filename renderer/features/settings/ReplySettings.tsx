import Box from '@mui/material/Box'
import FormControl from '@mui/material/FormControl'
import FormControlLabel from '@mui/material/FormControlLabel'
import FormLabel from '@mui/material/FormLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import type { Connection } from '#contract/connection.ts'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { SwitchRow } from '../../components/SwitchRow.tsx'
import { SettingsSection } from './SettingsSection.tsx'
import { useChangeConnection } from './useSettings.ts'

/** How the connection answers where the RFC leaves a choice. */
export function ReplySettings({ connection }: { readonly connection: Connection }) {
  const change = useChangeConnection(connection.slug)
  const { paused, userPatchNoContent, uniqueGroupNames, createMeetsArchived } = connection.settings
  return (
    <SettingsSection title="Replies" about="How the endpoint answers where the protocol leaves a choice.">
      <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper' }}>
        <SwitchRow
          label="Pause the connection"
          description="On: every request is answered 503 with Retry-After, and the identity provider tries again later."
          isOn={paused}
          onChange={(isOn) => change.mutate({ settings: { paused: isOn } })}
        />
        <SwitchRow
          label="Answer a user’s PATCH without a body"
          description="On: 204. Off: 200 with the learner as it is afterwards."
          isOn={userPatchNoContent}
          onChange={(isOn) => change.mutate({ settings: { userPatchNoContent: isOn } })}
        />
        <SwitchRow
          label="Group names are unique"
          description="On: a second group with the same displayName is answered 409. Off: both are kept."
          isOn={uniqueGroupNames}
          onChange={(isOn) => change.mutate({ settings: { uniqueGroupNames: isOn } })}
        />
        <FormControl sx={{ px: 2, py: 1.25 }}>
          <FormLabel
            id="meets-archived"
            sx={{ color: 'text.primary', fontWeight: 600, '&.Mui-focused': { color: 'text.primary' } }}
          >
            A create that meets an archived learner
          </FormLabel>
          <RadioGroup
            aria-labelledby="meets-archived"
            value={createMeetsArchived}
            onChange={(_, value) =>
              change.mutate({ settings: { createMeetsArchived: value === 'restore' ? 'restore' : 'conflict' } })
            }
          >
            <FormControlLabel
              value="conflict"
              control={<Radio size="small" />}
              label="is answered 409, and the learner stays archived"
            />
            <FormControlLabel value="restore" control={<Radio size="small" />} label="restores that learner" />
          </RadioGroup>
        </FormControl>
      </Box>
      {change.error && <ErrorNotice title="The setting could not be changed" error={change.error} />}
    </SettingsSection>
  )
}
