import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import { ErrorNotice } from './components/ErrorNotice.tsx'
import { type ConsoleError, callService, type ServiceReply } from './service.ts'

/** Sets or removes the address under which the SCIM listener is reached from outside. */
export function PublicUrlForm({ publicUrl, hint }: { readonly publicUrl: string | null; readonly hint: string }) {
  const client = useQueryClient()
  const [text, setText] = useState(publicUrl ?? '')
  const set = useMutation<ServiceReply<'setPublicUrl'>, ConsoleError, string | null>({
    mutationFn: (next) => callService('setPublicUrl', { body: { publicUrl: next } }),
    onSuccess: async (reply) => {
      if (reply.result === 'set') setText(reply.publicUrl ?? '')
      await client.invalidateQueries({ queryKey: ['getStatus'] })
      await client.invalidateQueries({ queryKey: ['getSetup'] })
    },
  })
  const wanted = text.trim()
  const refusal = set.data?.result === 'refused' ? set.data.reason : undefined
  const handleSubmit = (event: SubmitEvent) => {
    event.preventDefault()
    set.mutate(wanted === '' ? null : wanted)
  }
  return (
    <>
      <Box component="form" onSubmit={handleSubmit} noValidate sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}>
        <TextField
          label="Public URL"
          type="url"
          fullWidth
          value={text}
          placeholder="https://acme.example.app"
          error={refusal !== undefined}
          helperText={refusal ?? hint}
          onChange={(event) => {
            setText(event.target.value)
            set.reset()
          }}
          slotProps={{ htmlInput: { spellCheck: false, autoComplete: 'off' }, inputLabel: { shrink: true } }}
        />
        <Button type="submit" variant="outlined" disabled={wanted === (publicUrl ?? '') || set.isPending} sx={{ height: 40 }}>
          {wanted === '' && publicUrl !== null ? 'Remove' : 'Save'}
        </Button>
      </Box>
      {set.error && <ErrorNotice title="The public URL could not be set" error={set.error} />}
    </>
  )
}
