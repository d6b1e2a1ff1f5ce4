import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { RemovedSimulation } from '#contract/console.ts'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { formatCount } from '../../format.ts'
import { type ConsoleError, callService } from '../../service.ts'
import { useService } from '../../useService.ts'
import { SettingsSection } from './SettingsSection.tsx'

/** Removes all that the simulator made. */
export function SimulationSettings({ connection }: { readonly connection: string }) {
  const client = useQueryClient()
  const [isAsked, setIsAsked] = useState(false)
  const { data } = useService('getSimulation', { params: { connection } })
  const remove = useMutation<RemovedSimulation, ConsoleError>({
    mutationFn: () => callService('removeSimulation', { params: { connection } }),
    // Rows, learners, causes and proofs may all have gone.
    onSuccess: () => client.invalidateQueries(),
    onSettled: () => setIsAsked(false),
  })
  const removed = remove.data
  return (
    <SettingsSection
      title="Simulated data"
      about="What the built-in simulator made here is marked as simulated and proves no step."
    >
      {removed && (
        <Alert severity="success" onClose={() => remove.reset()}>
          Removed {formatCount(removed.learners, 'learner')}, {formatCount(removed.groups, 'group')} and{' '}
          {formatCount(removed.exchanges, 'request')}.
        </Alert>
      )}
      {data && !data.hasData && !removed && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          There is none.
        </Typography>
      )}
      {data?.hasData && (
        <Button color="error" variant="outlined" onClick={() => setIsAsked(true)} sx={{ justifySelf: 'start' }}>
          Remove the simulated data
        </Button>
      )}
      {remove.error && <ErrorNotice title="The simulated data could not be removed" error={remove.error} />}
      <ConfirmDialog
        isOpen={isAsked}
        isDangerous
        isBusy={remove.isPending}
        title="Remove all simulated data?"
        confirmLabel="Remove the simulated data"
        onConfirm={() => remove.mutate()}
        onClose={() => setIsAsked(false)}
      >
        <Typography>
          Its learners, groups, requests and tokens go, and steps that were only rehearsed wait again. What the identity provider
          sent stays. This cannot be taken back.
        </Typography>
      </ConfirmDialog>
    </SettingsSection>
  )
}
