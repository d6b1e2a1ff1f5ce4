import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Extension, ExtensionList } from '#contract/extension.ts'
import { ConfirmDialog } from '../../../components/ConfirmDialog.tsx'
import { ErrorNotice } from '../../../components/ErrorNotice.tsx'
import { type ConsoleError, callService } from '../../../service.ts'
import { toQueryKey, useService } from '../../../useService.ts'
import { SettingsSection } from '../SettingsSection.tsx'
import { AddExtension } from './AddExtension.tsx'
import { ExtensionCard } from './ExtensionCard.tsx'
import { ExtensionForm } from './ExtensionForm.tsx'

/** The custom extensions of the connection's learners: what there is, and the ways to add one. */
export function ExtensionSettings({ connection }: { readonly connection: string }) {
  const client = useQueryClient()
  const [asked, setAsked] = useState<Extension>()
  /** The one that is, or was last, edited. */
  const [edited, setEdited] = useState<{ readonly urn: string; readonly isOpen: boolean }>()
  const { data, error, refetch } = useService('listExtensions', { params: { connection } })
  const remove = useMutation<ExtensionList, ConsoleError, Extension>({
    mutationFn: ({ id }) => callService('removeExtension', { params: { connection, urn: id } }),
    onSuccess: (list) => client.setQueryData(toQueryKey('listExtensions', { params: { connection } }), list),
    onSettled: () => setAsked(undefined),
  })
  return (
    <SettingsSection
      title="Custom attributes"
      about="What the identity provider sends of a learner beyond the standard: an extension with its own URN."
    >
      {!data && !error && <Skeleton variant="rounded" height={64} />}
      {error && !data && <ErrorNotice title="The extensions could not be read" error={error} onRetry={() => void refetch()} />}
      {data?.extensions.length === 0 && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          There is none. Attributes that no schema has are not kept; the activity names them.
        </Typography>
      )}
      {data && data.extensions.length > 0 && (
        <Box sx={{ display: 'grid', gap: 2 }}>
          {data.extensions.map((extension) =>
            extension.id === edited?.urn && edited.isOpen ? (
              <ExtensionForm
                key={extension.id}
                connection={connection}
                extension={extension}
                onClose={() => setEdited({ urn: extension.id, isOpen: false })}
              />
            ) : (
              <ExtensionCard
                key={extension.id}
                extension={extension}
                isFocused={extension.id === edited?.urn}
                onEdit={() => setEdited({ urn: extension.id, isOpen: true })}
                onRemove={() => setAsked(extension)}
              />
            ),
          )}
        </Box>
      )}
      {remove.error && (
        <Alert severity="error" onClose={() => remove.reset()}>
          <strong>The extension could not be removed.</strong> {remove.error.message}
        </Alert>
      )}
      {data && <AddExtension connection={connection} list={data} />}
      {asked && (
        <ConfirmDialog
          isOpen
          isDangerous
          isBusy={remove.isPending}
          title={`Remove ${asked.name}?`}
          confirmLabel={`Remove ${asked.name}`}
          onConfirm={() => remove.mutate(asked)}
          onClose={() => setAsked(undefined)}
        >
          <Typography>
            Its attributes are no longer taken, shown or found. What learners have of them stays stored out of sight, and is there
            again once an extension with the same URN is added.
          </Typography>
        </ConfirmDialog>
      )}
    </SettingsSection>
  )
}
