import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { callService } from '../../../service.ts'
import { TunnelCommands } from './TunnelCommands.tsx'

interface PublicUrlFormProps {
  readonly publicUrl: string | null
  readonly scimUrl: string
  /** The provider calls from outside, as far as is known. */
  readonly isCloud: boolean
}

/** The address under which the outside reaches the endpoint, and how to get one. */
export function PublicUrlForm({ publicUrl, scimUrl, isCloud }: PublicUrlFormProps) {
  const queryClient = useQueryClient()
  const [draft, setDraft] = useState(publicUrl ?? '')
  const save = useMutation({
    mutationFn: (value: string | null) => callService('setPublicUrl', { body: { publicUrl: value } }),
    onSuccess: async (reply) => {
      if (reply.result === 'set') setDraft(reply.publicUrl ?? '')
      await Promise.all([
        queryClient.invalidateQueries({ queryKey: ['getSetup'] }),
        queryClient.invalidateQueries({ queryKey: ['getStatus'] }),
      ])
    },
  })
  const refusal = save.data?.result === 'refused' ? save.data.reason : save.error?.message
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate(draft.trim() === '' ? null : draft.trim())
  }
  const host = scimUrl.split('/')[2] ?? ''

  return (
    <>
      {publicUrl === null && isCloud ? (
        <Alert severity="warning">
          A provider in the cloud cannot reach {host}: that address exists on this machine only. Start a tunnel and enter its
          address below.
        </Alert>
      ) : null}
      <Box component="form" onSubmit={handleSubmit} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'flex-start' }}>
        <TextField
          label="Public URL"
          placeholder="https://example.trycloudflare.com"
          type="url"
          value={draft}
          onChange={(event) => setDraft(event.target.value)}
          error={refusal !== undefined}
          helperText={
            refusal ??
            (publicUrl === null ? 'Scheme and host only. Leave empty when the provider runs in your own network.' : undefined)
          }
          sx={{ flex: '1 1 240px' }}
        />
        <Button
          type="submit"
          variant="outlined"
          disabled={save.isPending || draft.trim() === (publicUrl ?? '')}
          sx={{ minHeight: 38 }}
        >
          {draft.trim() === '' && publicUrl !== null ? 'Remove' : 'Save'}
        </Button>
      </Box>
      <TunnelCommands />
    </>
  )
}
