import Box from '@mui/material/Box'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Connection, ConnectionContents } from '#contract/connection.ts'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { forgetConnection } from '../../forgetConnection.ts'
import { formatCount } from '../../format.ts'
import { type ConsoleError, callService, type ServiceReply } from '../../service.ts'
import { useService } from '../../useService.ts'

interface DeleteDialogProps {
  readonly connection: Connection
  readonly onClose: () => void
}

/** Says what goes with a connection, and deletes it only for who types its slug. */
export function DeleteDialog({ connection, onClose }: DeleteDialogProps) {
  const { slug, name } = connection
  const params = { connection: slug }
  const client = useQueryClient()
  const [typed, setTyped] = useState('')
  const contents = useService('getConnectionContents', { params })
  const remove = useMutation<ServiceReply<'removeConnection'>, ConsoleError>({
    mutationFn: () => callService('removeConnection', { params }),
    onSuccess: ({ result }) => {
      if (result === 'onlyOne') return
      onClose()
      forgetConnection(client, slug)
    },
  })
  const isReady = typed.trim() === slug && contents.data !== undefined && !remove.isPending
  return (
    <ConfirmDialog
      isOpen
      isDangerous
      title={`Delete ${name}?`}
      confirmLabel={`Delete ${name}`}
      isBusy={!isReady}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      <Typography>This goes with it, for good:</Typography>
      <Box component="ul" aria-label="What is deleted" sx={{ mt: 0.5, mb: 2, pl: 2.5, minHeight: 80 }}>
        {contents.data && toLines(contents.data).map((line) => <li key={line}>{line}</li>)}
      </Box>
      <Typography sx={{ mb: 2 }}>
        From then on <code>/{slug}/scim/v2</code> is answered 404, so switch provisioning off in the identity provider first.
        {slug === 'default' && ' Where Rollcall is started with ROLLCALL_TOKEN, an empty default is made again for that token.'}
      </Typography>
      <TextField
        label={`Type ${slug} to delete it`}
        value={typed}
        fullWidth
        autoFocus
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && isReady && remove.mutate()}
        slotProps={{ htmlInput: { spellCheck: false, autoCapitalize: 'none', autoComplete: 'off' } }}
      />
      {contents.error && (
        <ErrorNotice
          title="What goes with it could not be counted"
          error={contents.error}
          onRetry={() => void contents.refetch()}
        />
      )}
      {remove.error && <ErrorNotice title="The connection is still there" error={remove.error} />}
      {remove.data?.result === 'onlyOne' && (
        <Typography role="alert" sx={{ mt: 1, color: 'error.main' }}>
          It is the only connection now. Make another one first.
        </Typography>
      )}
    </ConfirmDialog>
  )
}

function toLines({ learners, groups, exchanges, tokens }: ConnectionContents): string[] {
  return [
    `${formatCount(learners, 'learner')}, with history`,
    formatCount(groups, 'group'),
    `${formatCount(exchanges, 'request')}, pinned ones included`,
    tokens === 1 ? '1 token, which ends at once' : `${formatCount(tokens, 'token')}, which end at once`,
  ]
}
