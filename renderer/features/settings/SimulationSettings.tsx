import Typography from '@mui/material/Typography'
import { RemoveSimulation } from '../../RemoveSimulation.tsx'
import { useService } from '../../useService.ts'
import { SettingsSection } from './SettingsSection.tsx'

/** Removes all that the simulator made. */
export function SimulationSettings({ connection }: { readonly connection: string }) {
  const { data } = useService('getSimulation', { params: { connection } })
  return (
    <SettingsSection
      title="Simulated data"
      about="What the built-in simulator made here is marked as simulated and proves no step."
    >
      {data?.hasData === false && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          There is none.
        </Typography>
      )}
      <RemoveSimulation connection={connection} />
    </SettingsSection>
  )
}
