import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import InputAdornment from '@mui/material/InputAdornment'
import TextField from '@mui/material/TextField'
import { type SubmitEvent, useState } from 'react'
import type { Connection, Retention } from '#contract/connection.ts'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { SettingsSection } from '../SettingsSection.tsx'
import { useChangeConnection } from '../useSettings.ts'
import { type RetentionDraft, readDraft, readLimit, toDraft } from './retentionDraft.ts'
import { StoredNow } from './StoredNow.tsx'

const fields: readonly {
  readonly name: keyof Retention
  readonly label: string
  readonly unit: string
  readonly range: string
}[] = [
  { name: 'maxAgeDays', label: 'At most this old', unit: 'days', range: '1 to 3,650' },
  { name: 'maxCount', label: 'At most this many', unit: 'requests', range: '100 to 10,000,000' },
  { name: 'maxSizeMb', label: 'At most this large', unit: 'MB', range: '1 to 1,000,000' },
]

/** How long requests are kept: by age, count and size, and what is stored now. */
export function RetentionSettings({ connection }: { readonly connection: Connection }) {
  const change = useChangeConnection(connection.slug)
  const former = toDraft(connection.settings.retention)
  const [edits, setEdits] = useState<Partial<RetentionDraft>>({})
  const draft = { ...former, ...edits }
  const retention = readDraft(draft)
  const isChanged = fields.some(({ name }) => draft[name] !== former[name])
  const handleSubmit = (event: SubmitEvent) => {
    event.preventDefault()
    if (retention && isChanged) change.mutate({ settings: { retention } }, { onSuccess: () => setEdits({}) })
  }
  return (
    <SettingsSection
      title="Kept requests"
      about="What is beyond a limit is removed within minutes, the oldest first. Pinned requests stay, and so do those that prove a step of the setup."
    >
      <StoredNow connection={connection.slug} />
      <Box
        component="form"
        onSubmit={handleSubmit}
        sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'flex-start' }}
      >
        {fields.map(({ name, label, unit, range }) => {
          const isWrong = readLimit(name, draft[name]) === undefined
          return (
            <TextField
              key={name}
              label={label}
              value={draft[name]}
              error={isWrong}
              helperText={isWrong ? `${range}, or empty` : draft[name].trim() === '' ? 'no limit' : ' '}
              onChange={(event) => setEdits({ ...edits, [name]: event.target.value })}
              slotProps={{
                htmlInput: { inputMode: 'numeric' },
                inputLabel: { shrink: true },
                input: { endAdornment: <InputAdornment position="end">{unit}</InputAdornment> },
              }}
              sx={{ width: 192 }}
            />
          )
        })}
        <Button type="submit" variant="outlined" disabled={!retention || !isChanged} sx={{ height: 40 }}>
          Save
        </Button>
      </Box>
      {change.error && <ErrorNotice title="The limits could not be changed" error={change.error} />}
    </SettingsSection>
  )
}
