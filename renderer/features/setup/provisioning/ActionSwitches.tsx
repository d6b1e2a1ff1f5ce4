import Box from '@mui/material/Box'
import FormControlLabel from '@mui/material/FormControlLabel'
import Switch from '@mui/material/Switch'
import Typography from '@mui/material/Typography'
import type { Connection } from '#contract/connection.ts'
import type { SwitchStanding } from '#contract/setup.ts'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { useConnectionChange } from '../setupChanges.ts'
import { StandingNote } from './StandingNote.tsx'

const switches = [
  { name: 'scim', label: 'SCIM', off: 'Every request is answered with 403.' },
  { name: 'create', label: 'Create learners', off: 'New learners are refused with 403.' },
  { name: 'update', label: 'Update learners', off: 'Changes are refused with 403.' },
  { name: 'deactivate', label: 'Archive learners (deactivate)', off: 'Deactivations are refused with 403.' },
  { name: 'groups', label: 'Groups', off: 'Lists of groups are empty, writes are refused with 403.' },
] as const

interface ActionSwitchesProps {
  readonly connection: Connection
  readonly standings: readonly SwitchStanding[]
}

/** What is accepted here; the same switches exist in the provider, and both must be on. */
export function ActionSwitches({ connection, standings }: ActionSwitchesProps) {
  const change = useConnectionChange(connection.slug)
  const { switches: state } = connection.settings
  return (
    <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'background.paper', px: 1.5, py: 0.5 }}>
      {switches.map(({ name, label, off }) => (
        <Box key={name}>
          <FormControlLabel
            sx={{ display: 'flex', mx: 0, py: 0.25, '& .MuiFormControlLabel-label': { flex: 1 } }}
            control={
              <Switch
                size="small"
                checked={state[name]}
                disabled={change.isPending}
                onChange={(_, isOn) => change.mutate({ switches: { [name]: isOn } })}
                sx={{ mr: 1 }}
              />
            }
            label={
              <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1 }}>
                {label}
                <Typography
                  component="span"
                  variant="body2"
                  sx={{ color: state[name] || name === 'groups' ? 'text.secondary' : 'warning.main' }}
                >
                  {state[name] ? 'on' : `off. ${off}`}
                </Typography>
              </Box>
            }
          />
          {standings
            .filter((one) => one.name === name)
            .map((standing) => (
              <StandingNote key={standing.name} connection={connection.slug} standing={standing} />
            ))}
        </Box>
      ))}
      {change.error ? <ErrorNotice title="The switch was not turned" error={change.error} /> : null}
    </Box>
  )
}
