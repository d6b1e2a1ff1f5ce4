import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'react-router'
import type { Connection } from '#contract/connection.ts'
import type { SimulationOrder } from '#contract/setup.ts'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { Section } from '../../../components/Section.tsx'
import { RemoveSimulation } from '../../../RemoveSimulation.tsx'
import { callService } from '../../../service.ts'
import { toQueryKey, useService } from '../../../useService.ts'
import { OrderForm } from './OrderForm.tsx'
import { toProfile } from './profiles.ts'
import { SimulationProgress } from './SimulationProgress.tsx'
import { simulatorAnchor } from './simulatorAnchor.ts'

const showWhole = (panel: HTMLElement | null) => panel?.scrollIntoView({ block: 'nearest' })

/** A trial without an identity provider: the simulator sends what a real one would, marked as rehearsed. */
export function SimulatorPanel({ connection }: { readonly connection: Connection }) {
  const params = { connection: connection.slug }
  const queryClient = useQueryClient()
  const { data } = useService('getSimulation', { params })
  const start = useMutation({
    mutationFn: (order: SimulationOrder) => callService('startSimulation', { params, body: order }),
    onSuccess: ({ simulation }) => {
      const key = toQueryKey('getSimulation', { params })
      const told = queryClient.getQueryData<{ simulation: { run: string } | null }>(key)
      // The stream may have told of it already, and further on.
      if (told?.simulation?.run !== simulation.run) queryClient.setQueryData(key, { simulation, hasData: true })
    },
  })
  const cancel = useMutation({ mutationFn: () => callService('cancelSimulation', { params }) })
  const isRunning = data?.simulation?.state === 'running'
  const isAsked = useLocation().hash === `#${simulatorAnchor}`
  return (
    <Box
      id={simulatorAnchor}
      ref={isAsked ? showWhole : null}
      sx={{ border: 1, borderStyle: 'dashed', borderColor: 'text.disabled', borderRadius: 1, p: 2 }}
    >
      <Section title="Try it without an identity provider">
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          The built-in simulator sends real requests to this endpoint, as the chosen provider would. What it does is marked as
          rehearsed and can be removed in one step.
        </Typography>
        <OrderForm
          firstProfile={toProfile(connection.provider)}
          isRunning={isRunning}
          isBusy={start.isPending || cancel.isPending}
          onRun={(order) => start.mutate(order)}
          onCancel={() => cancel.mutate()}
        />
        {start.error ? <ErrorNotice title="The simulator did not start" error={start.error} /> : null}
        {cancel.error ? <ErrorNotice title="The run was not cancelled" error={cancel.error} /> : null}
        {data?.simulation ? <SimulationProgress connection={connection.slug} simulation={data.simulation} /> : null}
        {isRunning ? null : <RemoveSimulation connection={connection.slug} />}
      </Section>
    </Box>
  )
}
