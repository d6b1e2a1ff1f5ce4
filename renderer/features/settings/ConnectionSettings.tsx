import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { type SubmitEvent, useState } from 'react'
import { Link } from 'react-router'
import { type Connection, maxNameLength } from '#contract/connection.ts'
import { guides } from '#contract/guides/findGuide.ts'
import { ProviderChoice } from '#contract/provider.ts'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { RestartSetup } from './RestartSetup.tsx'
import { SettingsSection } from './SettingsSection.tsx'
import { useChangeConnection } from './useSettings.ts'

/** The connection's name and the identity provider that it is set up for. */
export function ConnectionSettings({ connection }: { readonly connection: Connection }) {
  const change = useChangeConnection(connection.slug)
  const [draft, setDraft] = useState({ name: connection.name, of: connection.name })
  // Renamed elsewhere: what was typed before no longer counts.
  if (draft.of !== connection.name) setDraft({ name: connection.name, of: connection.name })
  const name = draft.name.trim()
  const handleSubmit = (event: SubmitEvent) => {
    event.preventDefault()
    if (name !== '' && name !== connection.name) change.mutate({ name })
  }
  return (
    <SettingsSection
      title="Connection"
      about={
        <>
          In the address: <code>{connection.slug}</code>. It stands in your identity provider, so it never changes.
        </>
      }
    >
      <Box component="form" onSubmit={handleSubmit} sx={{ display: 'flex', gap: 1, alignItems: 'flex-start', maxWidth: 480 }}>
        <TextField
          label="Name"
          value={draft.name}
          fullWidth
          error={name === ''}
          helperText={name === '' ? 'A connection needs a name.' : undefined}
          onChange={(event) => setDraft({ name: event.target.value, of: connection.name })}
          slotProps={{ htmlInput: { maxLength: maxNameLength } }}
        />
        <Button type="submit" variant="outlined" disabled={name === '' || name === connection.name} sx={{ height: 40 }}>
          Save
        </Button>
      </Box>
      <TextField
        select
        label="Identity provider"
        value={connection.provider ?? ''}
        sx={{ maxWidth: 480 }}
        helperText="Sets the words and steps of the setup. What called is told from the requests alone."
        onChange={(event) => change.mutate({ provider: ProviderChoice.parse(event.target.value) })}
      >
        {guides.map(({ provider, title }) => (
          <MenuItem key={provider} value={provider}>
            {title}
          </MenuItem>
        ))}
      </TextField>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button component={Link} to={`/${connection.slug}/connections`} variant="outlined">
          Duplicate, pause or delete it
        </Button>
        <RestartSetup connection={connection.slug} />
      </Box>
      {change.error && <ErrorNotice title="The connection could not be changed" error={change.error} />}
    </SettingsSection>
  )
}
