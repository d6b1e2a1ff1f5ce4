import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Connection } from '#contract/connection.ts'
import { SimulatorProfile } from '#contract/setup.ts'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { Section } from '../../../components/Section.tsx'
import { RemoveSimulation } from '../../../RemoveSimulation.tsx'
import { callService } from '../../../service.ts'
import { toQueryKey, useService } from '../../../useService.ts'
import { profileNames, toProfile } from './profiles.ts'
import { SimulationProgress } from './SimulationProgress.tsx'

/** A trial without an identity provider: the simulator sends what a real one would, marked as rehearsed. */
export function SimulatorPanel({ connection }: { readonly connection: Connection }) {
  const params = { connection: connection.slug }
  const queryClient = useQueryClient()
  const [profile, setProfile] = useState(toProfile(connection.provider))
  const { data } = useService('getSimulation', { params })
  const start = useMutation({
    mutationFn: () => callService('startSimulation', { params, body: { profile } }),
    onSuccess: ({ simulation }) =>
      queryClient.setQueryData(toQueryKey('getSimulation', { params }), { simulation, hasData: true }),
  })
  const isRunning = data?.simulation?.state === 'running'
  return (
    <Box sx={{ border: 1, borderStyle: 'dashed', borderColor: 'text.disabled', borderRadius: 1, p: 2 }}>
      <Section title="Try it without an identity provider">
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          The built-in simulator sends real requests to this endpoint, as the chosen provider would. What it does is marked as
          rehearsed and can be removed in one step.
        </Typography>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          <TextField
            select
            label="Acts as"
            value={profile}
            onChange={(event) => setProfile(SimulatorProfile.parse(event.target.value))}
            disabled={isRunning}
            sx={{ flex: '1 1 220px' }}
          >
            {SimulatorProfile.options.map((one) => (
              <MenuItem key={one} value={one}>
                {profileNames[one]}
              </MenuItem>
            ))}
          </TextField>
          <Button
            variant="outlined"
            disabled={isRunning || start.isPending}
            onClick={() => start.mutate()}
            sx={{ minHeight: 38 }}
          >
            Run the simulator
          </Button>
        </Box>
        {start.error ? <ErrorNotice title="The simulator did not start" error={start.error} /> : null}
        {data?.simulation ? <SimulationProgress connection={connection.slug} simulation={data.simulation} /> : null}
        {isRunning ? null : <RemoveSimulation connection={connection.slug} />}
      </Section>
    </Box>
  )
}
