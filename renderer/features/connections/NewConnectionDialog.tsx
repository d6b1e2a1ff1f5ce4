import Box from '@mui/material/Box'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { type Connection, maxNameLength } from '#contract/connection.ts'
import { findSlugFault, suggestSlug } from '#contract/slug.ts'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { monospace } from '../../theme.ts'
import { useService } from '../../useService.ts'
import { useCreateConnection } from './useConnections.ts'

interface NewConnectionDialogProps {
  readonly connections: readonly Connection[]
  /** The one whose settings it begins with. */
  readonly like: Connection | undefined
  readonly onCreated: (slug: string) => void
  readonly onClose: () => void
}

const slugFaults = {
  form: 'Small letters a to z, figures and hyphens, at most 40.',
  reserved: 'Rollcall uses this address itself.',
  taken: 'Another connection has this address.',
}

/** Asks for the name of a new connection, the slug in its address and whose settings it begins with. */
export function NewConnectionDialog({ connections, like, onCreated, onClose }: NewConnectionDialogProps) {
  const taken = connections.map(({ slug }) => slug)
  const [name, setName] = useState(like ? `${like.name}, copy`.slice(0, maxNameLength) : '')
  const [ownSlug, setOwnSlug] = useState<string>()
  const [model, setModel] = useState(like?.slug ?? '')
  const status = useService('getStatus').data
  const create = useCreateConnection()
  const slug = ownSlug ?? suggestSlug(name, taken)
  const refused = create.data?.result === 'refused' && create.variables?.slug === slug ? create.data.reason : undefined
  const fault = findSlugFault(slug, taken) ?? refused
  const isReady = name.trim() !== '' && fault === undefined
  const base = status?.publicUrl ?? `http://${status?.scimAddress ?? ''}`
  const handleCreate = () => {
    if (!isReady || create.isPending) return
    create.mutate(
      { name: name.trim(), slug, ...(model !== '' && { like: model }) },
      { onSuccess: (reply) => reply.result === 'created' && onCreated(reply.connection.slug) },
    )
  }
  return (
    <ConfirmDialog
      isOpen
      title={like ? `Duplicate ${like.name}` : 'New connection'}
      confirmLabel={like ? 'Duplicate' : 'Create'}
      isBusy={!isReady || create.isPending}
      onConfirm={handleCreate}
      onClose={onClose}
    >
      <Box
        component="form"
        onSubmit={(event) => {
          event.preventDefault()
          handleCreate()
        }}
        sx={{ display: 'grid', gap: 2, pt: 1 }}
      >
        <TextField
          label="Name"
          value={name}
          autoFocus
          fullWidth
          helperText="For you: the customer, the provider, the environment. It can be changed."
          onChange={(event) => setName(event.target.value)}
          slotProps={{ htmlInput: { maxLength: maxNameLength } }}
        />
        <TextField
          label="In the address"
          value={slug}
          fullWidth
          error={fault !== undefined}
          helperText={fault === undefined ? <SlugHint url={`${base}/${slug}/scim/v2`} /> : slugFaults[fault]}
          onChange={(event) => setOwnSlug(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 60, spellCheck: false, autoCapitalize: 'none' } }}
        />
        <TextField
          select
          label="Begins with"
          value={model}
          fullWidth
          helperText="Provider, switches, tolerances and extensions are taken over; learners, tokens and requests are not."
          onChange={(event) => setModel(event.target.value)}
          slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
        >
          <MenuItem value="">The defaults</MenuItem>
          {connections.map((one) => (
            <MenuItem key={one.slug} value={one.slug}>
              <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>
                The settings of {one.name}
              </Box>
            </MenuItem>
          ))}
        </TextField>
        {/* Enter in a field creates it. */}
        <button type="submit" hidden />
      </Box>
      {create.error && <ErrorNotice title="The connection could not be made" error={create.error} />}
    </ConfirmDialog>
  )
}

function SlugHint({ url }: { readonly url: string }) {
  return (
    <>
      For good: the provider calls{' '}
      <Box component="span" sx={{ fontFamily: monospace, overflowWrap: 'anywhere' }}>
        {url}
      </Box>
    </>
  )
}
