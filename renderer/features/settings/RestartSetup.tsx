import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { SetupState } from '#contract/setup.ts'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { type ConsoleError, callService } from '../../service.ts'
import { toQueryKey } from '../../useService.ts'

/** Takes the ticks of the wizard back, so that it begins anew; the connection's data stay. */
export function RestartSetup({ connection }: { readonly connection: string }) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const [isAsking, setIsAsking] = useState(false)
  const params = { connection }
  const restart = useMutation<SetupState, ConsoleError>({
    mutationFn: () => callService('restartSetup', { params }),
    onSuccess: (state) => {
      client.setQueryData(toQueryKey('getSetup', { params }), state)
      void navigate(`/${connection}/setup/credentials`)
    },
  })
  return (
    <>
      <Button variant="outlined" onClick={() => setIsAsking(true)}>
        Begin the setup again…
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title="Begin the setup again?"
        confirmLabel="Begin at step 1"
        isBusy={restart.isPending}
        onConfirm={() => restart.mutate()}
        onClose={() => setIsAsking(false)}
      >
        <Typography>
          Your ticks are taken back, and the wizard opens at its first step. Provider, tokens, learners and requests stay, and so
          do the steps that requests have proven.
        </Typography>
        {restart.error && <ErrorNotice title="The setup is as it was" error={restart.error} />}
      </ConfirmDialog>
    </>
  )
}
