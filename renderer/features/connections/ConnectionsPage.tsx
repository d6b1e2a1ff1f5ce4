import AddIcon from '@mui/icons-material/Add'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import type { Connection } from '#contract/connection.ts'
import { ErrorNotice } from '../../components/ErrorNotice.tsx'
import { ScreenHeader } from '../../components/ScreenHeader.tsx'
import { formatCount } from '../../format.ts'
import { useService } from '../../useService.ts'
import { ConnectionCard, type Question } from './ConnectionCard.tsx'
import { DeleteDialog } from './DeleteDialog.tsx'
import { NewConnectionDialog } from './NewConnectionDialog.tsx'
import { RenameDialog } from './RenameDialog.tsx'

/** All connections: making, renaming, duplicating, pausing and deleting them. With `?new` in the address it asks for a new one. */
export function ConnectionsPage({ connection: current }: { readonly connection: string }) {
  const { data: connections = [], error, refetch } = useService('listConnections')
  const [asked, setAsked] = useState<{ readonly question: Question; readonly connection: Connection }>()
  const [params, setParams] = useSearchParams()
  const navigate = useNavigate()
  const close = () => {
    setAsked(undefined)
    if (params.has('new')) setParams({}, { replace: true })
  }
  return (
    <Box sx={{ p: { xs: 2, sm: 3 }, maxWidth: 1080 }}>
      <ScreenHeader
        title="Connections"
        action={
          <Button variant="contained" startIcon={<AddIcon />} onClick={() => setParams({ new: '' }, { replace: true })}>
            New connection
          </Button>
        }
      >
        {formatCount(connections.length, 'connection')}. Each has its own address, tokens, learners and requests.
      </ScreenHeader>
      {error && <ErrorNotice title="The connections could not be read" error={error} onRetry={() => void refetch()} />}
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        {connections.map((one) => (
          <ConnectionCard
            key={one.slug}
            connection={one}
            isCurrent={one.slug === current}
            isOnly={connections.length === 1}
            onAsk={(question) => setAsked({ question, connection: one })}
          />
        ))}
      </Box>
      {(params.has('new') || asked?.question === 'duplicate') && (
        <NewConnectionDialog
          connections={connections}
          like={asked?.connection}
          onCreated={(slug) => void navigate(`/${slug}/setup`)}
          onClose={close}
        />
      )}
      {asked?.question === 'rename' && <RenameDialog connection={asked.connection} onClose={close} />}
      {asked?.question === 'delete' && <DeleteDialog connection={asked.connection} onClose={close} />}
    </Box>
  )
}
