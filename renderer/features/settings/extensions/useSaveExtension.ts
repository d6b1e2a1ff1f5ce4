import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Json } from '#contract/scim/resource.ts'
import { type ConsoleError, callService, type ServiceReply } from '../../../service.ts'

interface SavedExtension {
  readonly schema: Json
  /** Of the extension that the schema takes the place of; absent where it is a new one. */
  readonly urn?: string | undefined
}

/** Adds a custom extension, or puts another schema in the place of one; `refusal` says what is wrong with the schema. */
export function useSaveExtension(connection: string, { onSaved }: { readonly onSaved?: () => void } = {}) {
  const client = useQueryClient()
  const save = useMutation<ServiceReply<'addExtension' | 'changeExtension'>, ConsoleError, SavedExtension>({
    mutationFn: ({ schema, urn }) =>
      urn === undefined
        ? callService('addExtension', { params: { connection }, body: { schema } })
        : callService('changeExtension', { params: { connection, urn }, body: { schema } }),
    onSuccess: async ({ result }) => {
      if (result === 'refused') return
      await client.invalidateQueries({ queryKey: ['listExtensions'] })
      onSaved?.()
    },
  })
  return { ...save, refusal: save.data?.result === 'refused' ? save.data.reason : undefined }
}
