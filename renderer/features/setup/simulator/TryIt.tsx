import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import type { Connection } from '#contract/connection.ts'
import { SimulationOrder } from '#contract/setup.ts'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { callService } from '../../../service.ts'
import { toProfile } from './profiles.ts'
import { simulatorAnchor } from './simulatorAnchor.ts'

/** For whom has no identity provider at hand: one click, and all five steps are rehearsed in step 5. */
export function TryIt({ connection }: { readonly connection: Connection }) {
  const navigate = useNavigate()
  const start = useMutation({
    mutationFn: () =>
      callService('startSimulation', {
        params: { connection: connection.slug },
        body: SimulationOrder.parse({ profile: toProfile(connection.provider) }),
      }),
    onSuccess: () => navigate(`/${connection.slug}/setup/test#${simulatorAnchor}`),
  })
  return (
    <Box
      sx={{
        mx: { xs: 2, sm: 3 },
        mt: 2,
        px: 2,
        py: 1,
        maxWidth: 1360,
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 1.5,
        border: 1,
        borderStyle: 'dashed',
        borderColor: 'text.disabled',
        borderRadius: 1,
      }}
    >
      <Typography variant="body2" sx={{ flex: '1 1 280px' }}>
        <b>No identity provider at hand?</b> The built-in simulator acts as one: in a few seconds it creates, changes and archives
        learners here. All of it is marked, and goes in one step.
      </Typography>
      <Button variant="outlined" onClick={() => start.mutate()} disabled={start.isPending}>
        Try it
      </Button>
      {start.error ? <ErrorNotice title="The simulator did not start" error={start.error} /> : null}
    </Box>
  )
}
