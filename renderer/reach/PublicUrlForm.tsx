import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import TextField from '@mui/material/TextField'
import { type SubmitEvent, useState } from 'react'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { FoundTunnels } from './FoundTunnels.tsx'
import { OutsideCheck } from './OutsideCheck.tsx'
import { usePublicUrl, useReach } from './useReach.ts'

interface PublicUrlFormProps {
  readonly connection: string
  readonly publicUrl: string | null
  readonly hint: string
}

/** Sets or removes the address under which the SCIM listener is reached from outside; offers the tunnels of this machine, and a check. */
export function PublicUrlForm({ connection, publicUrl, hint }: PublicUrlFormProps) {
  const [text, setText] = useState(publicUrl ?? '')
  const set = usePublicUrl()
  const reach = useReach(connection)
  const wanted = text.trim()
  const refusal = set.data?.result === 'refused' ? set.data.reason : undefined
  const change = (next: string | null) =>
    set.mutate(next, { onSuccess: (reply) => reply.result === 'set' && setText(reply.publicUrl ?? '') })
  const handleSubmit = (event: SubmitEvent) => {
    event.preventDefault()
    change(wanted === '' ? null : wanted)
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
      <FoundTunnels tunnels={reach.data?.tunnels} publicUrl={publicUrl} isBusy={set.isPending} onUse={change} />
      {publicUrl === null ? null : <OutsideCheck connection={connection} check={reach.data?.check ?? null} />}
    </>
  )
}
