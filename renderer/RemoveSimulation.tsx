import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ConfirmDialog } from './components/ConfirmDialog.tsx'
import { ErrorNotice } from './components/ErrorNotice.tsx'
import { formatCount } from './format.ts'
import { callService } from './service.ts'
import { useService } from './useService.ts'

/** Removes all that the simulator made: names how much that is before, and what went after. Nothing where there is nothing. */
export function RemoveSimulation({ connection }: { readonly connection: string }) {
  const queryClient = useQueryClient()
  const [isOpen, setIsOpen] = useState(false)
  const hasData = useService('getSimulation', { params: { connection } }).data?.hasData ?? false
  const remove = useMutation({
    mutationFn: () => callService('removeSimulation', { params: { connection } }),
    onSuccess: async () => {
      setIsOpen(false)
      await queryClient.invalidateQueries()
    },
  })
  return (
    <>
      {remove.data ? (
        <Alert severity="success" onClose={() => remove.reset()}>
          Removed {formatCount(remove.data.learners, 'learner')}, {formatCount(remove.data.groups, 'group')} and{' '}
          {formatCount(remove.data.exchanges, 'request')}.
        </Alert>
      ) : null}
      {hasData ? (
        <Button color="error" variant="outlined" sx={{ justifySelf: 'start' }} onClick={() => setIsOpen(true)}>
          Remove simulated data…
        </Button>
      ) : null}
      {remove.error ? <ErrorNotice title="The simulated data was not removed" error={remove.error} /> : null}
      <ConfirmDialog
        isOpen={isOpen}
        title="Remove the simulated data"
        confirmLabel="Remove it"
        isDangerous
        isBusy={remove.isPending}
        onConfirm={() => remove.mutate()}
        onClose={() => setIsOpen(false)}
      >
        {isOpen ? <Extent connection={connection} /> : null}
      </ConfirmDialog>
    </>
  )
}

/** How much is removed. Learners are counted on one page of the roster, which a run does not fill. */
function Extent({ connection }: { readonly connection: string }) {
  const params = { connection }
  const exchanges = useService('listExchanges', { params, query: { simulated: 'yes', limit: 1 } }).data?.total
  const groups = useService('listGroups', { params, query: { limit: 1 } }).data?.counts.simulated
  const page = useService('listLearners', { params, query: { limit: 200 } }).data
  if (exchanges === undefined || groups === undefined || page === undefined) return <Typography>Counting…</Typography>
  const counted = page.learners.filter(({ simulated }) => simulated).length
  const learners = page.total > page.learners.length ? 'all simulated learners' : formatCount(counted, 'learner')
  return (
    <Typography>
      {formatCount(exchanges, 'request')}, {learners}, {formatCount(groups, 'group')} and the simulator’s tokens are removed. What
      a real provider did stays.
    </Typography>
  )
}
